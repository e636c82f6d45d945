package org.muniment.witness;

import java.time.Clock;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What went wrong, a line each with its time: a refusal may be the first sign of misbehaviour. */
final class Complaints {
    private static final int MOST_CHARACTERS = 500;

    /** Whatever would end a line, or make a terminal do anything but show it. */
    private static final Pattern UNSAFE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

    private final Clock clock;
    private final Consumer<String> output;

    Complaints(Clock clock, Consumer<String> output) {
        this.clock = clock;
        this.output = output;
    }

    /**
     * @param text may hold anything a stranger sent
     */
    void add(String text) {
        String start = text.substring(0, Math.min(MOST_CHARACTERS, text.length()));
        output.accept(clock.instant() + " " + UNSAFE.matcher(start).replaceAll("?"));
    }
}
