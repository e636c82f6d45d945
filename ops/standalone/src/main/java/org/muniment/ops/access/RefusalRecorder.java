package org.muniment.ops.access;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muniment.command.dispatch.Caller;
import org.muniment.command.dispatch.Commands;
import org.muniment.kernel.refusal.Refusal;
import org.muniment.kernel.refusal.RefusalCommand.RecordRefusals;
import org.muniment.kernel.refusal.RefusalsId;
import org.muniment.ops.nodes.RelayedNotes;
import org.muniment.ops.recording.Batches;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Puts on record which commands were refused, once a second, all of that second together. */
@Component
class RefusalRecorder {
    private final Batches<Refusal> batches;

    RefusalRecorder(Commands commands, RelayedNotes relayed, MeterRegistry meters) {
        Counter lost =
                Counter.builder("muniment.refusals.lost")
                        .description("Refused commands that could not be put on record")
                        .register(meters);
        batches =
                new Batches<>(
                        "refusals",
                        lost,
                        relayed.recorded(
                                "refusals",
                                Refusal[].class,
                                (id, refusals) ->
                                        commands.create(
                                                id,
                                                new RecordRefusals(
                                                        new RefusalsId(id), merged(refusals)),
                                                Caller.ourselves("Refused to people"))));
    }

    void note(Refusal refusal) {
        batches.note(refusal);
    }

    @Scheduled(fixedDelay = 1000)
    @PreDestroy
    void record() {
        batches.record();
    }

    /** The same refused to the same person again is one refusal of several times. */
    static List<Refusal> merged(List<Refusal> refusals) {
        Map<List<Object>, Refusal> merged = new LinkedHashMap<>();
        for (Refusal refusal : refusals) {
            merged.merge(
                    Arrays.asList(
                            refusal.by(),
                            refusal.onBehalfOf(),
                            refusal.request(),
                            refusal.thing(),
                            refusal.status(),
                            refusal.reason()),
                    refusal,
                    (one, other) ->
                            new Refusal(
                                    one.by(),
                                    one.onBehalfOf(),
                                    one.request(),
                                    one.thing(),
                                    one.partnership(),
                                    one.status(),
                                    one.reason(),
                                    one.first(),
                                    other.last(),
                                    one.times() + other.times()));
        }
        return List.copyOf(merged.values());
    }
}
