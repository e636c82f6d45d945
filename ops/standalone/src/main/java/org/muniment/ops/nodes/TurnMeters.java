package org.muniment.ops.nodes;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.muniment.ops.turn.Leadership;
import org.springframework.stereotype.Component;

/** Whether it is this process that writes: of several exactly one should say so. */
@Component
final class TurnMeters implements MeterBinder {
    private final Leadership leadership;

    TurnMeters(Leadership leadership) {
        this.leadership = leadership;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("muniment.leader", leadership, it -> it.isMine() ? 1 : 0)
                .description("1 where this process writes and seals")
                .register(meters);
    }
}
