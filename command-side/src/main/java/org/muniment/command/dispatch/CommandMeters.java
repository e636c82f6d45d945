package org.muniment.command.dispatch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.function.Supplier;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.muniment.kernel.words.Malformed;
import org.muniment.kernel.words.Refused;
import org.springframework.stereotype.Component;

/**
 * Times every command, from its sending until it is on disk or refused, and counts what refused it.
 * Nothing told here names a thing or a person.
 */
@Component
final class CommandMeters {
    static final String ACCEPTED = "accepted";
    static final String TRIED = "tried";
    static final String FAILED = "failed";

    private final ObservationRegistry observations;
    private final MeterRegistry meters;

    CommandMeters(ObservationRegistry observations, MeterRegistry meters) {
        this.observations = observations;
        this.meters = meters;
    }

    /** {@code wellDone} is its outcome where nothing refuses it. */
    <T> T around(Object command, String wellDone, Supplier<T> work) {
        String name = command.getClass().getSimpleName();
        Observation observation =
                Observation.createNotStarted("muniment.command", observations)
                        .contextualName("command " + name)
                        .lowCardinalityKeyValue("command", name)
                        .start();
        Observation.Scope scope = observation.openScope();
        String outcome = FAILED;
        try {
            T done = work.get();
            outcome = wellDone;
            return done;
        } catch (RuntimeException refused) {
            outcome = outcomeOf(refused);
            count(refused, outcome);
            throw refused;
        } finally {
            scope.close();
            observation.lowCardinalityKeyValue("outcome", outcome).stop();
        }
    }

    private void count(RuntimeException refused, String outcome) {
        if (outcome.equals(FAILED)) {
            return;
        }
        String rule = refused instanceof Refused by ? by.rule() : outcome;
        Counter.builder("muniment.command.refusals")
                .description("Commands that were refused, by the rule that did")
                .tag("rule", rule)
                .register(meters)
                .increment();
    }

    private static String outcomeOf(RuntimeException refused) {
        if (refused instanceof Refused || refused instanceof KeyReused) {
            return "refused";
        }
        if (refused instanceof AggregateStreamCreationException) {
            return "exists";
        }
        if (refused instanceof StaleVersion
                || refused instanceof VersionMissing
                || refused instanceof ConcurrencyException) {
            return "stale";
        }
        if (refused instanceof AggregateNotFoundException || refused instanceof OutOfReach) {
            return "unknown";
        }
        return refused instanceof Malformed ? "malformed" : FAILED;
    }
}
