package org.muniment.kernel.findings;

import java.util.Arrays;
import java.util.List;
import org.muniment.kernel.findings.Finding.Severity;

/** What can be wrong with a record, how grave it is, and what sets it right. */
public enum FindingKind {
    STATED_FIGURE_DIFFERS(
            "stated-figure-differs",
            Severity.ERROR,
            "State the figure anew, or correct the records it is counted from."),
    STATED_FIGURE_UNKNOWN(
            "stated-figure-unknown",
            Severity.WARNING,
            "State it under a name the dashboard has, such as projects.total."),
    SHARES_DO_NOT_ADD(
            "shares-do-not-add",
            Severity.WARNING,
            "State the shares with more decimal places, or say that they are rounded."),
    VARIATION_DOES_NOT_RECONCILE(
            "variation-does-not-reconcile",
            Severity.ERROR,
            "Explain the variation again, with causes that add up to it."),
    COMPLETED_BEFORE_START(
            "completed-before-start",
            Severity.ERROR,
            "Report the completion with its true day, or add the project with its true start."),
    KNOWLEDGE_AFTER_CUT_OFF(
            "knowledge-after-cut-off",
            Severity.ERROR,
            "Report the state as at the cut-off, or move the cut-off."),
    OVERDUE_WITHOUT_NEW_DATE(
            "overdue-without-new-date",
            Severity.ERROR,
            "Reschedule the project, or report its completion."),
    NOT_APPLICABLE_COUNTED_GREEN(
            "not-applicable-counted-green",
            Severity.ERROR,
            "Record that the KPI was not measured, because it is not applicable."),
    TARGET_TO_DATE_ABOVE_ANNUAL(
            "target-to-date-above-annual",
            Severity.ERROR,
            "Revise the target for the year or its profile."),
    RATE_TARGET_ZERO(
            "rate-target-zero",
            Severity.ERROR,
            "Revise the profile: a rate has its target from the first month."),
    MISSING_ACTUAL(
            "missing-actual",
            Severity.ERROR,
            "Record the figure, or that it was not measured and why."),
    MISSING_ACTION(
            "missing-action", Severity.ERROR, "Report again, with the action that is proposed."),
    STALE_OWNER(
            "stale-owner",
            Severity.WARNING,
            "Ask the lead officer for a report on where the project stands."),
    MISSING_FORECAST(
            "missing-forecast",
            Severity.WARNING,
            "Forecast the outturn of the budget line as at a day of the quarter."),
    EVENT_LEFT_OUT(
            "event-left-out",
            Severity.ERROR,
            "Say again what the event said, where it matters to the figures.");

    private final String id;
    private final Severity severity;
    private final String mend;

    FindingKind(String id, Severity severity, String mend) {
        this.id = id;
        this.severity = severity;
        this.mend = mend;
    }

    public String id() {
        return id;
    }

    public String mend() {
        return mend;
    }

    /** The kind that {@code id} names. */
    public static FindingKind of(String id) {
        return Arrays.stream(values())
                .filter(kind -> kind.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of finding: " + id));
    }

    /**
     * @param message what is wrong, with its figures
     * @param subjects the ids of the things it concerns
     */
    public Finding found(String message, List<String> subjects) {
        return new Finding(id, severity, message, null, null, subjects, mend);
    }
}
