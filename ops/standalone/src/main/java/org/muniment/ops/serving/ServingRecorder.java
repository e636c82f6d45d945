package org.muniment.ops.serving;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.muniment.command.dispatch.Caller;
import org.muniment.command.dispatch.Commands;
import org.muniment.kernel.serving.Serving;
import org.muniment.kernel.serving.ServingCommand.RecordServings;
import org.muniment.kernel.serving.ServingsId;
import org.muniment.kernel.words.PersonId;
import org.muniment.kernel.words.Sha256;
import org.muniment.query.serving.Served;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Puts on record what members were given, once a second, all of that second together. A crash can
 * lose the last second of it; nothing a member is given ever waits for it.
 */
@Component
class ServingRecorder {
    private static final Logger LOG = LoggerFactory.getLogger(ServingRecorder.class);
    private static final int MOST_WAITING = 10_000;
    private static final int MOST_TOGETHER = 500;

    private final BlockingQueue<Serving> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Commands commands;
    private final Counter lost;
    private RecordServings unsent;

    ServingRecorder(Commands commands, MeterRegistry meters) {
        this.commands = commands;
        this.lost =
                Counter.builder("muniment.servings.lost")
                        .description("Servings to members that could not be put on record")
                        .register(meters);
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
        if (!waiting.offer(serving)) {
            lost.increment();
        }
    }

    /** What could not be recorded is tried again first, under the same id. */
    @Scheduled(fixedDelay = 1000)
    @PreDestroy
    synchronized void record() {
        while (unsent != null || !waiting.isEmpty()) {
            if (unsent == null) {
                List<Serving> together = new ArrayList<>();
                waiting.drainTo(together, MOST_TOGETHER);
                unsent =
                        new RecordServings(
                                new ServingsId("servings-" + UUID.randomUUID()), merged(together));
            }
            try {
                commands.create(unsent.batch().value(), unsent, sender());
                unsent = null;
            } catch (AggregateStreamCreationException alreadyOnRecord) {
                unsent = null;
            } catch (RuntimeException failed) {
                LOG.warn("Servings to members are not on record yet: {}", failed.getMessage());
                return;
            }
        }
    }

    private static Caller sender() {
        return new Caller(
                "muniment", "system", "Shown to members", UUID.randomUUID().toString(), null);
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
