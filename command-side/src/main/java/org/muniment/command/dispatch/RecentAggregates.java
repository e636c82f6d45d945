package org.muniment.command.dispatch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;

/**
 * Keeps the aggregates used last, so that a command need not read their whole history again. Axon
 * drops an entry when its transaction fails, so nothing unwritten is ever found here. Where many
 * commands share a transaction, {@link Undecided} does so for all of them.
 */
final class RecentAggregates implements Cache {
    private static final int MOST = 4_096;
    private static final ThreadLocal<Undecided> UNDECIDED = new ThreadLocal<>();

    private final Map<Object, Object> entries =
            Collections.synchronizedMap(
                    new LinkedHashMap<>(16, 0.75f, true) {
                        @Override
                        protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
                            return size() > MOST;
                        }
                    });

    private final LongSupplier arrivals;
    private long arrived;

    /** All are forgotten when {@code arrivals} grows: others may have changed them. */
    RecentAggregates(LongSupplier arrivals) {
        this.arrivals = arrivals;
    }

    /** From now on notes what this thread puts into any of these caches. */
    static Undecided undecided() {
        Undecided undecided = new Undecided();
        UNDECIDED.set(undecided);
        return undecided;
    }

    /** What was put since a transaction around many commands began. */
    static final class Undecided {
        private final List<Runnable> forgetting = new ArrayList<>();

        void forget() {
            UNDECIDED.remove();
            forgetting.forEach(Runnable::run);
        }
    }

    @Override
    @SuppressWarnings("unchecked") // the caller knows what it put
    public <K, V> V get(K key) {
        forgetWhatOthersMayHaveChanged();
        return (V) entries.get(key);
    }

    private synchronized void forgetWhatOthersMayHaveChanged() {
        long now = arrivals.getAsLong();
        if (now != arrived) {
            arrived = now;
            entries.clear();
        }
    }

    @Override
    public void put(Object key, Object value) {
        entries.put(key, value);
        Undecided undecided = UNDECIDED.get();
        if (undecided != null) {
            undecided.forgetting.add(() -> entries.remove(key));
        }
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return entries.putIfAbsent(key, value) == null;
    }

    @Override
    public boolean remove(Object key) {
        return entries.remove(key) != null;
    }

    @Override
    public void removeAll() {
        entries.clear();
    }

    @Override
    public boolean containsKey(Object key) {
        return entries.containsKey(key);
    }

    @Override
    @SuppressWarnings("unchecked") // the caller knows what it put
    public <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
        entries.computeIfPresent(key, (same, value) -> update.apply((V) value));
    }

    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        throw new UnsupportedOperationException("nobody listens to this cache");
    }
}
