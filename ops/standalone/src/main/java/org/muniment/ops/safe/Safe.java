package org.muniment.ops.safe;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Small secrets by name, each replaced as a whole and lasting before a method returns. Every method
 * throws {@link SafeUnavailable} where it cannot be reached or written.
 */
public interface Safe {
    /** Empty where there is none. */
    Optional<byte[]> read(String name);

    void write(String name, byte[] secret);

    /**
     * Writes it unless another process has put something else there since it was read.
     *
     * @param known what was there; null where nothing was
     * @return false where something else is there now; it is left alone
     */
    boolean replace(String name, byte[] known, byte[] secret);

    /** Puts one in the place of another. Stopped in the middle, both may be there. */
    void move(String from, String to);

    /** Takes it away, and what a write that was cut short left of it. */
    void erase(String name);

    Set<String> names();

    /** For those who run it: where to look. */
    String place();

    default Optional<String> text(String name) {
        return read(name).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    default void write(String name, String text) {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** What is there already, or else what this makes. */
    default String orMade(String name, Supplier<String> maker) {
        Optional<String> kept = text(name);
        if (kept.isPresent()) {
            return kept.get();
        }
        String made = maker.get();
        return replace(name, null, made.getBytes(StandardCharsets.UTF_8))
                ? made
                : text(name).orElseThrow();
    }
}
