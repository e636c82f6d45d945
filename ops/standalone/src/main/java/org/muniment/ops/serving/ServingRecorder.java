package org.muniment.ops.serving;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muniment.command.dispatch.Caller;
import org.muniment.command.dispatch.Commands;
import org.muniment.kernel.serving.Serving;
import org.muniment.kernel.serving.ServingCommand.RecordServings;
import org.muniment.kernel.serving.ServingsId;
import org.muniment.kernel.words.PersonId;
import org.muniment.kernel.words.Sha256;
import org.muniment.ops.nodes.RelayedNotes;
import org.muniment.ops.recording.Batches;
import org.muniment.query.serving.Served;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Puts on record what members were given, once a second, all of that second together. */
@Component
class ServingRecorder {
    private final Batches<Serving> batches;

    ServingRecorder(Commands commands, RelayedNotes relayed, MeterRegistry meters) {
        Counter lost =
                Counter.builder("muniment.servings.lost")
                        .description("Servings to members that could not be put on record")
                        .register(meters);
        batches =
                new Batches<>(
                        "servings",
                        lost,
                        relayed.recorded(
                                "servings",
                                Serving[].class,
                                (id, servings) ->
                                        commands.create(
                                                id,
                                                new RecordServings(
                                                        new ServingsId(id), merged(servings)),
                                                Caller.ourselves("Shown to members"))));
    }

    void note(Served served, Sha256 sha256, PersonId reader, Instant at) {
        Instant when = at.truncatedTo(ChronoUnit.MILLIS);
        Serving serving =
                new Serving(
                        served.plan(),
                        served.snapshot(),
                        served.form(),
                        served.position(),
                        sha256,
                        reader,
                        when,
                        when,
                        1);
        batches.note(serving);
    }

    @Scheduled(fixedDelay = 1000)
    @PreDestroy
    void record() {
        batches.record();
    }

    /** The same bytes given to the same reader again are one serving of several times. */
    static List<Serving> merged(List<Serving> servings) {
        Map<List<Object>, Serving> merged = new LinkedHashMap<>();
        for (Serving serving : servings) {
            merged.merge(
                    List.of(serving.reader(), serving.sha256(), serving.form(), serving.position()),
                    serving,
                    (one, other) ->
                            new Serving(
                                    one.plan(),
                                    one.snapshot(),
                                    one.form(),
                                    one.position(),
                                    one.sha256(),
                                    one.reader(),
                                    one.first(),
                                    other.last(),
                                    one.times() + other.times()));
        }
        return List.copyOf(merged.values());
    }
}
