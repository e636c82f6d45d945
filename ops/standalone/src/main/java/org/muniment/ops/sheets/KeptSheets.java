package org.muniment.ops.sheets;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Sheets between being tried and being recorded, so that nobody has to choose the file twice. In
 * memory only, a few, and not for long; somebody's newest takes the place of the one before.
 */
final class KeptSheets {
    static final int MOST = 16;
    static final Duration LIFE = Duration.ofMinutes(30);

    private final Map<String, Sheet> all = new LinkedHashMap<>();
    private final Clock clock;

    KeptSheets(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param by who has uploaded it: nobody else is given it
     */
    record Sheet(
            String by,
            String plan,
            String kind,
            String name,
            String type,
            byte[] bytes,
            Instant at) {}

    /** Under which name it can be asked for. */
    synchronized String keep(
            String by, String plan, String kind, String name, String type, byte[] bytes) {
        forgetOld();
        all.values().removeIf(sheet -> sheet.by.equals(by));
        if (all.size() >= MOST) {
            all.remove(all.keySet().iterator().next());
        }
        String key = UUID.randomUUID().toString();
        all.put(key, new Sheet(by, plan, kind, name, type, bytes, clock.instant()));
        return key;
    }

    synchronized Optional<Sheet> find(String key, String by, String plan) {
        forgetOld();
        return Optional.ofNullable(all.get(key))
                .filter(sheet -> sheet.by.equals(by) && sheet.plan.equals(plan));
    }

    private void forgetOld() {
        Instant oldest = clock.instant().minus(LIFE);
        all.values().removeIf(sheet -> sheet.at.isBefore(oldest));
    }
}
