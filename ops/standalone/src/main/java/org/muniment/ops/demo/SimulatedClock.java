package org.muniment.ops.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.muniment.kernel.time.London;

/** Runs at the speed of the real clock, from wherever the demo has set it. */
final class SimulatedClock extends Clock {
    private final Clock real;
    private volatile Duration offset;

    SimulatedClock(Clock real, Instant start) {
        this.real = real;
        moveTo(start);
    }

    void moveTo(Instant instant) {
        offset = Duration.between(real.instant(), instant);
    }

    @Override
    public Instant instant() {
        return real.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("days are days in " + London.ZONE);
    }
}
