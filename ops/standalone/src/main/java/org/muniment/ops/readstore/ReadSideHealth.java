package org.muniment.ops.readstore;

import org.muniment.query.journal.DeadLetters;
import org.muniment.query.journal.ReadPosition;
import org.muniment.query.operations.Followers;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Down where the read side does not follow the log. Degraded where some plan stands before an event
 * that could not be taken: everything else is answered.
 */
@Component
class ReadSideHealth extends AbstractHealthIndicator {
    static final Status DEGRADED = new Status("DEGRADED");

    private final Followers followers;
    private final DeadLetters letters;
    private final ReadPosition readPosition;

    ReadSideHealth(Followers followers, DeadLetters letters, ReadPosition readPosition) {
        this.followers = followers;
        this.letters = letters;
        this.readPosition = readPosition;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.withDetail("position", readPosition.head().position());
        String trouble = followers.trouble();
        if (trouble != null) {
            health.down().withDetail("reason", trouble);
            return;
        }
        long stopped = letters.count();
        health.status(stopped == 0 ? Status.UP : DEGRADED).withDetail("deadLetters", stopped);
    }
}
