package org.muniment.ops.sheets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.muniment.query.page.Words;
import tools.jackson.databind.JsonNode;

/** A row of a sheet as the page shows it: what it would do, or what is wrong with it. Pure. */
record SheetRow(
        int row,
        String outcome,
        String subject,
        List<String> does,
        String status,
        List<String> errors) {
    /** More would make the page too heavy; what is refused comes first. */
    static final int MOST = 200;

    private static final Words WORDS = new Words();
    private static final Pattern CONSTANTS =
            Pattern.compile("(?<=^report |: )[A-Z_]{3,}\\b|\\[[A-Z_]+(, [A-Z_]+)*]");

    static List<SheetRow> notable(JsonNode rows) {
        return all(rows).stream().limit(MOST).toList();
    }

    /** How many are not shown. */
    static int more(JsonNode rows) {
        return Math.max(0, all(rows).size() - MOST);
    }

    private static List<SheetRow> all(JsonNode rows) {
        List<SheetRow> all = new ArrayList<>();
        for (JsonNode row : rows) {
            String outcome = row.path("outcome").asString("");
            if (!outcome.equals("EMPTY")) {
                all.add(of(row, outcome));
            }
        }
        all.sort(Comparator.comparing(row -> !row.outcome.equals("Refused")));
        return all;
    }

    private static SheetRow of(JsonNode row, String outcome) {
        List<String> does = new ArrayList<>();
        row.path("does").forEach(it -> does.add(inWords(it.asString(""))));
        List<String> errors = new ArrayList<>();
        for (JsonNode error : row.path("errors")) {
            String column = error.path("column").asString("");
            String message = inWords(error.path("message").asString(""));
            errors.add(column.isEmpty() ? message : column + ": " + message);
        }
        String subject = row.path("subject").asString("");
        return new SheetRow(
                row.path("row").asInt(0),
                outcome.equals("RECORDED") ? "Would be recorded" : WORDS.status(outcome),
                subject.substring(subject.indexOf(':') + 1),
                does,
                status(row.path("status")),
                errors);
    }

    /** Dates as people write them, and {@code [NOT_DUE, LATE]} as "not due, late". */
    private static String inWords(String sentence) {
        return CONSTANTS
                .matcher(WORDS.prose(sentence))
                .replaceAll(
                        it ->
                                it.group()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', ' ')
                                        .replaceAll("[\\[\\]]", ""));
    }

    private static String status(JsonNode change) {
        if (!change.has("to")) {
            return "";
        }
        return change.has("from")
                ? "%s becomes %s"
                        .formatted(
                                WORDS.status(change.path("from").asString("")),
                                WORDS.status(change.path("to").asString("")))
                : WORDS.status(change.path("to").asString(""));
    }
}
