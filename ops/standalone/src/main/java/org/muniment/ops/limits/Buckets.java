package org.muniment.ops.limits;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * A bucket of tokens for everybody: full at first, refilled evenly over a minute. At most {@link
 * #MOST} are kept; the one used longest ago is dropped, which is the one that has refilled most.
 *
 * <p>Written here rather than taken from a library: the arithmetic is ten lines, and the bounded
 * map would have to be brought all the same.
 */
final class Buckets {
    static final int MOST = 10_000;
    private static final double MINUTE = Duration.ofMinutes(1).toNanos();

    private final int perMinute;
    private final LongSupplier nanoseconds;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

    private record Bucket(double tokens, long at) {}

    /** {@code perMinute} of 0 means there is no limit. */
    Buckets(int perMinute, LongSupplier nanoseconds) {
        this.perMinute = perMinute;
        this.nanoseconds = nanoseconds;
    }

    /** Zero where a token was there and has been taken; otherwise how long until there is one. */
    synchronized Duration take(String key) {
        Duration wait = untilNext(key);
        if (wait.isZero() && perMinute > 0) {
            long now = nanoseconds.getAsLong();
            buckets.put(key, new Bucket(tokens(key, now) - 1, now));
            if (buckets.size() > MOST) {
                buckets.remove(buckets.keySet().iterator().next());
            }
        }
        return wait;
    }

    /** The same question without taking any. */
    synchronized Duration untilNext(String key) {
        if (perMinute == 0) {
            return Duration.ZERO;
        }
        double missing = 1 - tokens(key, nanoseconds.getAsLong());
        return missing <= 0
                ? Duration.ZERO
                : Duration.ofNanos((long) Math.ceil(missing * MINUTE / perMinute));
    }

    synchronized int kept() {
        return buckets.size();
    }

    private double tokens(String key, long now) {
        Bucket bucket = buckets.get(key);
        if (bucket == null) {
            return perMinute;
        }
        return Math.min(perMinute, bucket.tokens + (now - bucket.at) * perMinute / MINUTE);
    }
}
