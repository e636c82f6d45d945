package org.muniment.ops.readstore;

import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.muniment.query.journal.PlanPictures;
import org.muniment.query.journal.ReadPosition;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down where the read side no longer follows the log: an event it cannot take stops it. */
@Component
class ReadSideHealth implements HealthIndicator {
    private final Configuration axon;
    private final ReadPosition readPosition;

    ReadSideHealth(Configuration axon, ReadPosition readPosition) {
        this.axon = axon;
        this.readPosition = readPosition;
    }

    @Override
    public Health health() {
        boolean follows =
                axon.eventProcessingConfiguration()
                        .eventProcessor(PlanPictures.NAME, TrackingEventProcessor.class)
                        .map(processor -> processor.isRunning() && !processor.isError())
                        .orElse(false);
        return (follows ? Health.up() : Health.down())
                .withDetail("position", readPosition.head().position())
                .build();
    }
}
