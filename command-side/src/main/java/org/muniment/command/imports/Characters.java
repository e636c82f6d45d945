package org.muniment.command.imports;

import java.util.stream.Collectors;

/** What people cannot see by looking: characters of other alphabets, and invisible ones. */
final class Characters {
    private static final int NAMED = 5;

    private Characters() {}

    /** Names what is not on a British keyboard; empty where there is no such thing. */
    static String foreign(String text) {
        String named =
                text.codePoints()
                        .filter(point -> point > '~' || point < ' ')
                        .filter(point -> point != '£' && point != '€')
                        .distinct()
                        .limit(NAMED)
                        .mapToObj(Characters::name)
                        .collect(Collectors.joining(", "));
        return named.isEmpty() ? "" : "; it holds " + named;
    }

    static String name(int point) {
        String shown = Character.isLetter(point) ? Character.toString(point) + " " : "";
        return shown + "(U+%04X)".formatted(point);
    }
}
