package org.muniment.query.dashboard;

import java.util.List;

/**
 * A contradiction or gap in what is recorded. It is shown, never mended silently.
 *
 * @param stated what was said, where there is a figure
 * @param computed what the record gives instead
 * @param subjects the ids of the things it concerns
 */
public record Finding(
        String id,
        Severity severity,
        String message,
        String stated,
        String computed,
        List<String> subjects) {
    /** An error stands in the way of a freeze; a warning is printed. */
    public enum Severity {
        ERROR,
        WARNING
    }

    static Finding error(String id, String message, List<String> subjects) {
        return new Finding(id, Severity.ERROR, message, null, null, subjects);
    }

    static Finding warning(String id, String message, List<String> subjects) {
        return new Finding(id, Severity.WARNING, message, null, null, subjects);
    }

    Finding comparing(Object statedFigure, Object computedFigure) {
        return new Finding(
                id,
                severity,
                message,
                String.valueOf(statedFigure),
                String.valueOf(computedFigure),
                subjects);
    }
}
