package org.muniment.command.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.muniment.kernel.words.Malformed;

/** One row of the file by column. It notes every fault, so that all are told at once. */
final class Cells {
    /** How this product writes a text that a spreadsheet would take for a formula. */
    private static final Pattern MARKED =
            Pattern.compile("'[=+\\-@\\t\\r\\n\\uFF1D\\uFF0B\\uFF0D\\uFF20].*", Pattern.DOTALL);

    private final int row;
    private final Map<String, String> texts;
    private final List<Fault> faults = new ArrayList<>();

    /** {@code texts} holds what is not blank. */
    Cells(int row, Map<String, String> texts) {
        this.row = row;
        this.texts = texts;
    }

    int row() {
        return row;
    }

    List<Fault> faults() {
        return faults;
    }

    boolean has(String column) {
        return texts.containsKey(column);
    }

    boolean hasAny(String... columns) {
        return Arrays.stream(columns).anyMatch(this::has);
    }

    void fault(String column, String message) {
        faults.add(new Fault(column, message));
    }

    /** Null, and noted, where there is none. */
    <T> T required(String column, Function<String, T> read) {
        if (!has(column)) {
            fault(column, "must not be blank");
            return null;
        }
        return optional(column, read);
    }

    /** Null where there is none; null, and noted, where it cannot be understood. */
    <T> T optional(String column, Function<String, T> read) {
        if (!has(column)) {
            return null;
        }
        try {
            return read.apply(texts.get(column));
        } catch (Malformed malformed) {
            fault(column, malformed.getMessage());
        } catch (IllegalArgumentException unusable) {
            fault(column, unusable.getMessage());
        }
        return null;
    }

    /** Text for people, without the mark that kept it from being a formula. */
    static <T> Function<String, T> words(Function<String, T> read) {
        return text -> read.apply(MARKED.matcher(text).matches() ? text.substring(1) : text);
    }

    static <T extends Enum<T>> Function<String, T> oneOf(Class<T> type) {
        return text -> {
            String name = text.toUpperCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
            return Arrays.stream(type.getEnumConstants())
                    .filter(value -> value.name().equals(name))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new IllegalArgumentException(
                                            "must be one of "
                                                    + Arrays.toString(type.getEnumConstants())
                                                    + Characters.foreign(text)));
        };
    }
}
