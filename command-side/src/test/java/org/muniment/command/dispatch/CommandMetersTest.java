package org.muniment.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muniment.kernel.words.Malformed;
import org.muniment.kernel.words.Refused;

/** Every command is counted once, with what came of it; what refused it, too. */
class CommandMetersTest {
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final ObservationRegistry observations = ObservationRegistry.create();
    private final CommandMeters around = new CommandMeters(observations, meters);

    private record Recorded() {}

    @BeforeEach
    void listen() {
        observations
                .observationConfig()
                .observationHandler(new DefaultMeterObservationHandler(meters));
    }

    @Test
    void whatIsDoneIsTimedByItsName() {
        assertThat(around.around(new Recorded(), CommandMeters.ACCEPTED, () -> "done"))
                .isEqualTo("done");

        assertThat(timed("accepted")).isEqualTo(1);
        assertThat(meters.find("muniment.command.refusals").counters()).isEmpty();
    }

    @Test
    void whatIsOnlyTriedIsToldApart() {
        around.around(new Recorded(), CommandMeters.TRIED, () -> "done");

        assertThat(timed("tried")).isEqualTo(1);
    }

    @Test
    void aRefusalIsCountedByItsRuleAndToldToTheSenderUnchanged() {
        Refused refused = Refused.by("month-is-closed", "the month is closed");

        assertThatThrownBy(() -> send(refused)).isSameAs(refused);

        assertThat(timed("refused")).isEqualTo(1);
        assertThat(refusals("month-is-closed")).isEqualTo(1);
    }

    @Test
    void whereNoRuleRefusedItTheOutcomeIsTheRule() {
        assertThatThrownBy(() -> send(new StaleVersion(1, 2))).isInstanceOf(StaleVersion.class);
        assertThatThrownBy(() -> send(new VersionMissing())).isInstanceOf(VersionMissing.class);
        assertThatThrownBy(() -> send(new Malformed("month", "is no month")))
                .isInstanceOf(Malformed.class);

        assertThat(refusals("stale")).isEqualTo(2);
        assertThat(refusals("malformed")).isEqualTo(1);
    }

    @Test
    void aFailureOfOursIsNoRefusal() {
        assertThatThrownBy(() -> send(new IllegalStateException("the disk failed")))
                .isInstanceOf(IllegalStateException.class);

        assertThat(timed("failed")).isEqualTo(1);
        assertThat(meters.find("muniment.command.refusals").counters()).isEmpty();
    }

    private void send(RuntimeException failure) {
        Supplier<String> failing =
                () -> {
                    throw failure;
                };
        around.around(new Recorded(), CommandMeters.ACCEPTED, failing);
    }

    private long timed(String outcome) {
        return meters.get("muniment.command")
                .tag("command", "Recorded")
                .tag("outcome", outcome)
                .timer()
                .count();
    }

    private double refusals(String rule) {
        return meters.get("muniment.command.refusals").tag("rule", rule).counter().count();
    }
}
