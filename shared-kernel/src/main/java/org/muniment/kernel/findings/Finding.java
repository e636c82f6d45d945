package org.muniment.kernel.findings;

import java.util.List;

/**
 * A contradiction or gap in what is recorded. It is shown, never mended silently.
 *
 * @param stated what was said, where there is a figure
 * @param computed what the record gives instead
 * @param subjects the ids of the things it concerns
 * @param mend how to set it right
 */
public record Finding(
        String id,
        Severity severity,
        String message,
        String stated,
        String computed,
        List<String> subjects,
        String mend) {
    /** An error stands in the way of a freeze; a warning is printed. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public boolean standsInTheWay() {
        return severity == Severity.ERROR;
    }

    public Finding comparing(Object statedFigure, Object computedFigure) {
        return new Finding(
                id,
                severity,
                message,
                String.valueOf(statedFigure),
                String.valueOf(computedFigure),
                subjects,
                mend);
    }
}
