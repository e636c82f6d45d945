package org.muniment.ops.forms;

import java.util.List;
import java.util.regex.Pattern;
import org.muniment.ops.forms.Field.Kind;

/** How an answer that is missing is asked for: "Enter the title", "Select a meeting". Pure. */
final class Phrases {
    private static final Pattern ASKS =
            Pattern.compile("(Why|Where|How|When|What|Which|Whose)\\b.*");
    private static final Pattern VOWEL = Pattern.compile("[aeiou].*");
    private static final List<Kind> CHOSEN = List.of(Kind.RADIOS, Kind.SELECT);

    private Phrases() {}

    /** After "Enter" or "Select". */
    static String of(Kind kind, String label) {
        String small = Say.small(label);
        if (ASKS.matcher(label).matches() || small.startsWith("the ")) {
            return small;
        }
        if (CHOSEN.contains(kind)) {
            return (VOWEL.matcher(small).matches() ? "an " : "a ") + small;
        }
        return "the " + small;
    }

    static String missing(Field field) {
        return (CHOSEN.contains(field.kind()) ? "Select " : "Enter ") + field.phrase();
    }
}
