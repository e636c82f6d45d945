package org.muniment.query.due;

/**
 * Something that is due and missing.
 *
 * @param id of the indicator, project or budget line
 * @param period what it is due for; of an action, when what it answers was reported
 */
public record Due(Kind kind, String id, Period period) {
    public enum Kind {
        /** A figure to the end of the period. */
        FIGURE,
        /** What is proposed about a red figure. */
        FIGURE_ACTION,
        /** A report as at a day of the period or later. */
        PROGRESS,
        /** What is proposed about a red project. */
        PROGRESS_ACTION,
        /** An outturn forecast as at a day of the period or later. */
        FORECAST
    }
}
