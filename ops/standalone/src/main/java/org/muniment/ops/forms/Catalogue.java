package org.muniment.ops.forms;

import static org.muniment.ops.forms.Field.Kind.DAY;
import static org.muniment.ops.forms.Field.Kind.FIGURE;
import static org.muniment.ops.forms.Field.Kind.FINDING;
import static org.muniment.ops.forms.Field.Kind.LINE;
import static org.muniment.ops.forms.Field.Kind.LINES;
import static org.muniment.ops.forms.Field.Kind.MONTH_OR_DAY;
import static org.muniment.ops.forms.Field.Kind.RADIOS;
import static org.muniment.ops.forms.Field.Kind.SELECT;
import static org.muniment.ops.forms.Field.Kind.TEXT;
import static org.muniment.ops.forms.Field.Kind.TIME;
import static org.muniment.ops.forms.Field.Kind.YES;
import static org.muniment.ops.forms.Field.group;
import static org.muniment.ops.forms.Field.id;
import static org.muniment.ops.forms.Field.of;
import static org.muniment.ops.forms.Field.reason;

import java.util.List;
import org.muniment.kernel.budget.BudgetLineKind;
import org.muniment.kernel.kpi.Cadence;
import org.muniment.kernel.kpi.NotMeasuredReason;
import org.muniment.kernel.project.ProgressStatus;
import org.muniment.kernel.time.Quarter;

/** Every form: what a command's body asks for, in the words of the papers. */
final class Catalogue {
    private static final Field MONTH_BEGUN =
            of(SELECT, "month", "Month").among(Options::monthsBegun);
    private static final Field AS_AT = of(DAY, "asAt", "As at").askedAs("the day that it is as at");
    private static final String PLACES = "As the paper prints it, with its decimal places";
    private static final Field PROFILE =
            group(
                            "profile",
                            "Target to date, month by month",
                            of(SELECT, "month", "Month").among(Options::months),
                            of(FIGURE, "target", "Target to date"))
                    .hint("A month that is not named keeps the target of the one before.");
    private static final Field ANNUAL_VALUE =
            of(FIGURE, "annualTarget.value", "Annual target").orNothing();
    private static final Field ANNUAL_TEXT =
            of(LINE, "annualTarget.text", "Annual target in words")
                    .hint("Where the paper prints words, such as: better than last year")
                    .orNothing();
    private static final Field DERIVATION =
            of(LINE, "annualTarget.derivation", "How the target was worked out")
                    .hint("Such as 0.110 x 1.15 or 85 / 97")
                    .orNothing();

    static final List<Form> ALL =
            List.of(
                    Form.of(
                                    "/api/kpis/{kpi}/actuals",
                                    "Record a figure",
                                    "Record the figure",
                                    MONTH_BEGUN,
                                    of(FIGURE, "actual", "Figure to date").hint(PLACES),
                                    of(FIGURE, "numerator", "Count it was worked out from")
                                            .hint("Such as 20, where 20 of 24 were on time")
                                            .orNothing(),
                                    of(FIGURE, "denominator", "Out of")
                                            .hint("Such as 24")
                                            .orNothing(),
                                    of(TEXT, "comment", "Comment")
                                            .hint("Needed where the figure is off target")
                                            .orNothing(),
                                    of(TEXT, "proposedAction", "Proposed action")
                                            .hint("Needed where the figure is red")
                                            .orNothing())
                            .over(InForce::ofMonth),
                    Form.of(
                                    "/api/kpis/{kpi}/not-measured",
                                    "Record that there is no figure",
                                    "Record it",
                                    MONTH_BEGUN,
                                    of(RADIOS, "reason", "Why there is none")
                                            .among(Options.of(NotMeasuredReason.values())),
                                    of(TEXT, "comment", "Comment").orNothing())
                            .over(InForce::ofMonth),
                    Form.of(
                                    "/api/kpis/{kpi}/restatements",
                                    "Restate a figure",
                                    "Restate the figure",
                                    MONTH_BEGUN,
                                    of(FIGURE, "actual", "The figure as it should be").hint(PLACES),
                                    reason("Why it is corrected")
                                            .hint("Members are shown this with both figures."))
                            .over(InForce::ofMonth),
                    Form.of(
                                    "/api/kpis/{kpi}/sign-offs",
                                    "Sign off a figure",
                                    "Sign it off",
                                    of(SELECT, "month", "Month").among(Options::monthsMeasured),
                                    of(LINE, "source", "Where the figure comes from"),
                                    of(TEXT, "calculation", "How it was worked out"))
                            .over(InForce::ofMonth),
                    Form.of(
                                    "/api/kpis/{kpi}/targets",
                                    "Revise a target",
                                    "Revise the target",
                                    ANNUAL_VALUE,
                                    ANNUAL_TEXT,
                                    DERIVATION,
                                    PROFILE,
                                    reason("Why it is revised"))
                            .over(InForce::ofTarget),
                    Form.of(
                            "/api/plans/{plan}/kpis",
                            "Define an indicator",
                            "Define the indicator",
                            of(LINE, "title", "Title"),
                            id("title"),
                            of(SELECT, "service", "Service").among(Options::services),
                            of(SELECT, "section", "Section").among(Options::sections),
                            of(SELECT, "scope", "Whose figures")
                                    .among(Options::scopes)
                                    .hint("Leave it empty where the measure is not divided.")
                                    .orNothing(),
                            of(LINE, "lead", "Lead").hint("Initials or a post"),
                            of(RADIOS, "unit", "What the figure counts")
                                    .among(
                                            Options.words(
                                                    "PERCENT", "Per cent",
                                                    "NUMBER", "A number",
                                                    "SCORE", "A score",
                                                    "GBP", "Pounds",
                                                    "DAYS", "Days")),
                            of(RADIOS, "polarity", "Which way is good")
                                    .among(
                                            Options.words(
                                                    "HIGHER_IS_BETTER", "Higher is better",
                                                    "LOWER_IS_BETTER", "Lower is better",
                                                    "WITHIN_BAND",
                                                            "Close to the target, within a band")),
                            of(FIGURE, "band", "Half the width of the band")
                                    .hint("Only where the figure must stay within a band")
                                    .orNothing(),
                            of(YES, "accumulates", "The figure builds up over the year")
                                    .orNothing(),
                            of(FIGURE, "priorActual", "Last year's figure").orNothing(),
                            ANNUAL_VALUE,
                            ANNUAL_TEXT,
                            DERIVATION,
                            of(RADIOS, "cadence", "How often it is due")
                                    .among(Options.of(Cadence.values())),
                            PROFILE),
                    Form.of(
                            "/api/plans/{plan}/projects",
                            "Add a project",
                            "Add the project",
                            of(LINE, "title", "Title"),
                            id("title"),
                            of(SELECT, "service", "Service").among(Options::services),
                            of(SELECT, "section", "Section").among(Options::sections),
                            of(LINES, "leads", "Leads").hint("Initials or posts, one a line"),
                            of(MONTH_OR_DAY, "start", "Start")
                                    .hint("Leave the day empty where only the month is fixed."),
                            of(MONTH_OR_DAY, "finish", "Finish")
                                    .hint("Leave it empty for a project without an end.")
                                    .orNothing(),
                            group(
                                    "milestones",
                                    "Milestones",
                                    of(MONTH_OR_DAY, "due", "Due").orNothing(),
                                    of(LINE, "id", "Short name")
                                            .hint("Small letters, digits and hyphens"),
                                    of(LINE, "title", "Title"))),
                    Form.of(
                                    "/api/projects/{project}/progress",
                                    "Report progress",
                                    "Report it",
                                    AS_AT,
                                    of(RADIOS, "status", "Status")
                                            .among(Options.of(ProgressStatus.values())),
                                    of(TEXT, "update", "Progress"),
                                    of(TEXT, "proposedAction", "Proposed action")
                                            .hint("Needed where the project is red")
                                            .orNothing())
                            .over(InForce::ofProgress),
                    Form.of(
                                    "/api/projects/{project}/reschedule",
                                    "Reschedule a project",
                                    "Reschedule it",
                                    of(MONTH_OR_DAY, "finish", "New finish")
                                            .hint(
                                                    "Leave the day empty where only the month is"
                                                            + " fixed."),
                                    reason("Why it is moved"))
                            .over(InForce::ofFinish),
                    Form.of(
                                    "/api/projects/{project}/completion",
                                    "Record that a project is complete",
                                    "Record it as complete",
                                    of(DAY, "completedOn", "Completed on")
                                            .askedAs("the day it was completed"),
                                    of(TEXT, "update", "What came of it"))
                            .over(InForce::ofFinish),
                    Form.of(
                            "/api/plans/{plan}/budget-lines",
                            "Approve a budget line",
                            "Approve the line",
                            of(LINE, "category", "Category"),
                            id("category"),
                            of(RADIOS, "unit", "Counted in")
                                    .askedAs("what it is counted in")
                                    .among(
                                            Options.words(
                                                    "£m", "Millions of pounds", "£", "Pounds")),
                            of(FIGURE, "amount", "Amount").hint("In the unit chosen above"),
                            of(RADIOS, "kind", "Whose budget")
                                    .among(
                                            Options.words(
                                                    BudgetLineKind.BASE.name(),
                                                    "This year's",
                                                    BudgetLineKind.BROUGHT_FORWARD.name(),
                                                    "Brought forward from last year"))),
                    Form.of(
                                    "/api/budget-lines/{line}/adjustments",
                                    "Adjust a budget line",
                                    "Adjust the line",
                                    of(FIGURE, "change", "Change")
                                            .in(Options::unit)
                                            .hint("Such as 0.025, or -0.025 where it shrinks"),
                                    of(SELECT, "counterpart", "Taken from or given to")
                                            .among(Options::otherLines)
                                            .hint(
                                                    "The other line of a virement: it changes by as"
                                                            + " much the other way.")
                                            .orNothing(),
                                    reason("Why it is adjusted"))
                            .over(InForce::ofLine),
                    Form.of(
                                    "/api/budget-lines/{line}/forecasts",
                                    "Forecast the outturn",
                                    "Record the forecast",
                                    AS_AT,
                                    of(FIGURE, "amount", "Outturn expected at the year's end")
                                            .in(Options::unit))
                            .over(InForce::ofLine),
                    Form.of(
                            "/api/plans/{plan}/variations",
                            "Explain a variation",
                            "Record the explanation",
                            AS_AT,
                            group(
                                    "items",
                                    "What it is made up of",
                                    of(LINE, "text", "Item"),
                                    of(FIGURE, "amount", "Amount").in(Options::unitOfPlan)),
                            of(FIGURE, "statedTotal", "Total the paper prints")
                                    .in(Options::unitOfPlan)
                                    .hint("Whether or not the items add up to it")
                                    .orNothing()),
                    Form.of(
                            "/api/plans/{plan}/stated-figures",
                            "Record what a paper states",
                            "Record it",
                            AS_AT,
                            of(LINE, "figure", "Which figure")
                                    .hint("Such as projects.green or budget.total.forecast"),
                            of(FIGURE, "value", "As the paper states it")
                                    .askedAs("the value as the paper states it")
                                    .hint(PLACES),
                            of(LINE, "source", "Where it is stated")
                                    .hint("Such as: paragraph 12 of the paper of 14 September")),
                    Form.of(
                            "/api/partnerships/{partnership}/meetings",
                            "Schedule a meeting",
                            "Schedule it",
                            of(TIME, "startsAt", "When it starts")
                                    .hint(
                                            "As far as it is fixed: a month, a day, or a time"
                                                    + " such as 18:00."),
                            id("startsAt"),
                            of(LINE, "place", "Place").orNothing(),
                            of(LINES, "papers", "Papers due").hint("One a line").orNothing()),
                    Form.of(
                                    "/api/meetings/{meeting}/reschedule",
                                    "Move a meeting",
                                    "Move it",
                                    of(TIME, "startsAt", "When it starts")
                                            .hint(
                                                    "As far as it is fixed: a month, a day, or a"
                                                            + " time such as 18:00."),
                                    of(LINE, "place", "Place").orNothing(),
                                    reason("Why it is moved"))
                            .over(InForce::ofMeeting),
                    Form.of(
                            "/api/plans/{plan}/snapshots",
                            "Freeze a quarter",
                            "Freeze the quarter",
                            of(RADIOS, "quarter", "Quarter")
                                    .among(
                                            Options.words(
                                                    Quarter.Q1.name(), "Q1, April to June",
                                                    Quarter.Q2.name(), "Q2, July to September",
                                                    Quarter.Q3.name(), "Q3, October to December",
                                                    Quarter.Q4.name(), "Q4, January to March")),
                            of(DAY, "asAt", "With figures to")
                                    .hint("The quarter's end where it is left empty")
                                    .orNothing(),
                            id("quarter"),
                            of(SELECT, "supersedes", "In place of")
                                    .among(Options::snapshots)
                                    .hint("Only where a pack of the same quarter is replaced")
                                    .orNothing(),
                            group(
                                            "overrides",
                                            "Findings that need not stand in the way",
                                            of(FINDING, "finding", "Finding"),
                                            of(TEXT, "reason", "Why it need not"))
                                    .hint("What stands in the way is listed when you check.")),
                    Form.of(
                                    "/api/snapshots/{snapshot}/confirmation",
                                    "Confirm a freeze",
                                    "Confirm the freeze")
                            .over(InForce::ofSnapshot),
                    Form.of(
                                    "/api/snapshots/{snapshot}/publication",
                                    "Publish a pack",
                                    "Publish the pack",
                                    of(SELECT, "meeting", "Meeting").among(Options::meetings))
                            .over(InForce::ofSnapshot),
                    Form.of(
                                    "/api/snapshots/{snapshot}/supersession",
                                    "Withdraw a pack in favour of another",
                                    "Supersede the pack",
                                    of(SELECT, "by", "Replaced by")
                                            .askedAs("the pack that replaces it")
                                            .among(Options::laterSnapshots),
                                    reason("Why it is replaced"))
                            .over(InForce::ofSnapshot));

    private Catalogue() {}

    /** The form at a page's path. */
    static Form at(String path) {
        return ALL.stream().filter(form -> form.path().equals(path)).findFirst().orElseThrow();
    }
}
