package org.muniment.query.changes;

import java.util.Map;
import java.util.Set;
import org.muniment.kernel.figures.Figure;
import org.muniment.query.page.Words;

/** What the shown values are called on a page, and how they are worded. */
public final class FieldWords {
    private static final Set<String> DAYS = Set.of("finish", "completedOn", "month");
    private static final Set<String> MONEY = Set.of("budget", "forecast", "variance");
    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("title", "Title"),
                    Map.entry("lead", "Lead"),
                    Map.entry("annualTarget", "Target for the year"),
                    Map.entry("profile", "Targets by month"),
                    Map.entry("month", "Latest month"),
                    Map.entry("targetToDate", "Target to date"),
                    Map.entry("actual", "Actual"),
                    Map.entry("status", "Status"),
                    Map.entry("comment", "Comment"),
                    Map.entry("proposedAction", "Proposed action"),
                    Map.entry("restatement", "Why it was restated"),
                    Map.entry("finish", "Finish"),
                    Map.entry("completedOn", "Completed on"),
                    Map.entry("update", "Update"),
                    Map.entry("budget", "Budget"),
                    Map.entry("forecast", "Projected outturn"),
                    Map.entry("variance", "Under or (over) spend"),
                    Map.entry("message", "What does not add up"));

    private final Words words = new Words();

    public String name(String field) {
        return NAMES.getOrDefault(field, field);
    }

    public String value(String field, String value) {
        if (value == null) {
            return null;
        }
        if (MONEY.contains(field)) {
            return words.money(Figure.of(value));
        }
        if (field.equals("status")) {
            return words.status(value);
        }
        return DAYS.contains(field) ? words.day(value) : words.prose(value);
    }
}
