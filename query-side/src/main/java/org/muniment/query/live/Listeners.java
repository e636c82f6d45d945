package org.muniment.query.live;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.muniment.kernel.plan.PlanId;
import org.muniment.query.journal.Journal;
import org.muniment.query.journal.ReadPosition;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The pages that listen, and the one thread that tells them. What it sends is far less than a
 * socket's buffer holds, so nobody who does not read keeps it from the others.
 *
 * <p>A connection ends after a minute. The browser then asks again, and is let in again or not: a
 * role that was taken away or a session that ended is noticed there, and nowhere else.
 */
@Component
class Listeners implements SmartLifecycle {
    static final int MOST = 1_000;
    static final int MOST_OF_A_PERSON = 12;

    /** Reached only if the teller did not end it. */
    static final Duration LONGEST = Duration.ofMinutes(2);

    private static final long LIFETIME = Duration.ofMinutes(1).toNanos();
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** Many events are told at once, and still within two seconds. */
    private static final long REST = Duration.ofMillis(250).toNanos();

    private final Journal journal;
    private final ReadPosition readPosition;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private volatile Thread teller;

    Listeners(Journal journal, ReadPosition readPosition) {
        this.journal = journal;
        this.readPosition = readPosition;
    }

    /** Adds one; false where too many listen already, all in all or of that person. */
    synchronized boolean add(Listener listener) {
        long own = listeners.stream().filter(it -> it.person().equals(listener.person())).count();
        return isRunning()
                && listeners.size() < MOST
                && own < MOST_OF_A_PERSON
                && listeners.add(listener);
    }

    void remove(Listener listener) {
        listeners.remove(listener);
    }

    int size() {
        return listeners.size();
    }

    private void follow() {
        long seen = 0;
        long lastBeat = System.nanoTime();
        while (isRunning()) {
            boolean beat = System.nanoTime() - lastBeat >= HEARTBEAT.toNanos();
            tellAll(beat);
            lastBeat = beat ? System.nanoTime() : lastBeat;
            LockSupport.parkNanos(REST);
            readPosition.await(seen + 1, HEARTBEAT.dividedBy(2));
            seen = readPosition.head().position();
        }
    }

    private void tellAll(boolean beat) {
        Map<PlanId, Long> positions = new HashMap<>();
        for (Listener listener : listeners) {
            try {
                if (System.nanoTime() - listener.since() > LIFETIME) {
                    listeners.remove(listener);
                    listener.end();
                    continue;
                }
                listener.tell(positions.computeIfAbsent(listener.plan(), journal::positionOf));
                if (beat) {
                    listener.beat();
                }
            } catch (IOException | IllegalStateException gone) {
                // The container learns of it by itself, and ends the request.
                listeners.remove(listener);
            }
        }
    }

    @Override
    public synchronized void start() {
        teller = new Thread(this::follow, "live");
        teller.setDaemon(true);
        teller.start();
    }

    /** Before the server waits for requests to end by themselves. */
    @Override
    public synchronized void stop() {
        Thread stopped = teller;
        teller = null;
        stopped.interrupt();
        listeners.forEach(Listener::end);
        listeners.clear();
    }

    @Override
    public boolean isRunning() {
        return teller != null;
    }
}
