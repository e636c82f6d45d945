package org.muniment.query.opendata;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.muniment.query.dashboard.BudgetTable;
import org.muniment.query.dashboard.KpiRow;
import org.muniment.query.dashboard.ProjectTable.ProjectRow;
import org.muniment.query.opendata.OpenTable.Row;
import org.muniment.query.published.Publication;

/** The tables and their columns, said once: the files, the dictionary and the page follow. */
final class OpenTables {
    private static final String TEXT = "text";
    private static final String ID = "id";
    private static final String DAY = "day (ISO 8601)";
    private static final String MONTH = "month (ISO 8601)";
    private static final String MONTH_OR_DAY = "month or day (ISO 8601)";
    private static final String YES_OR_NO = "true or false";
    private static final String OF_UNIT = "as the column unit says";

    static final OpenTable<KpiRow> KPIS =
            new OpenTable<>(
                    "kpis",
                    "Performance indicators",
                    after(
                            OpenTables.<KpiRow>packColumns(),
                            of("kpi", "The indicator", ID, "grant-claims", KpiRow::id),
                            of(
                                    "service",
                                    "The shared service that reports it",
                                    "code",
                                    "SFS",
                                    KpiRow::service),
                            of(
                                    "section",
                                    "The section of the service",
                                    TEXT,
                                    "Accountancy",
                                    KpiRow::section),
                            of(
                                    "title",
                                    "What it measures",
                                    TEXT,
                                    "Grant claims and returns submitted on time",
                                    KpiRow::title),
                            of(
                                    "scope",
                                    "The council it is measured for, or SS for the shared service;"
                                            + " empty where it is not divided",
                                    "code",
                                    "CBC",
                                    KpiRow::scope),
                            of(
                                    "unit",
                                    "What its figures count: PERCENT, NUMBER, SCORE, GBP or DAYS",
                                    "one of these words",
                                    "PERCENT",
                                    KpiRow::unit),
                            of(
                                    "month",
                                    "The latest month up to the cut-off of which anything is said",
                                    MONTH,
                                    "2017-07",
                                    KpiRow::month),
                            of(
                                    "prior_actual",
                                    "The figure of the year before",
                                    OF_UNIT,
                                    "96.55",
                                    KpiRow::priorActual),
                            of(
                                    "annual_target",
                                    "The target for the year, in words where it is no number",
                                    OF_UNIT + ", or text",
                                    "100",
                                    KpiRow::annualTarget),
                            of(
                                    "target_to_date",
                                    "What the figure was judged against",
                                    OF_UNIT,
                                    "100",
                                    KpiRow::targetToDate),
                            of(
                                    "actual",
                                    "The figure; empty where nothing was measured",
                                    OF_UNIT,
                                    "83.33",
                                    KpiRow::actual),
                            of(
                                    "status",
                                    "GREEN on target, AMBER near it, RED further off,"
                                            + " NOT_MEASURED, or NOT_APPLICABLE",
                                    "one of these words",
                                    "RED",
                                    KpiRow::status),
                            of(
                                    "rule",
                                    "The rule that decided the status",
                                    "name",
                                    "tolerance-5",
                                    KpiRow::rule),
                            of(
                                    "restated",
                                    "Whether an earlier figure was corrected",
                                    YES_OR_NO,
                                    "false",
                                    KpiRow::restated),
                            of(
                                    "reported",
                                    "The figure first reported, where it was corrected",
                                    OF_UNIT,
                                    "38",
                                    KpiRow::reported),
                            of(
                                    "not_measured_because",
                                    "Why there is no figure: ANNUAL, HALF_YEARLY,"
                                            + " NOT_YET_DEFINED, AWAITING_DATA or NOT_APPLICABLE",
                                    "one of these words",
                                    "ANNUAL",
                                    KpiRow::reason),
                            of(
                                    "comment",
                                    "What was said about the figure",
                                    TEXT,
                                    "Target achieved",
                                    KpiRow::comment),
                            of(
                                    "proposed_action",
                                    "What is to be done about it",
                                    TEXT,
                                    "Agree deadlines with the departments",
                                    KpiRow::proposedAction)),
                    pack -> pack.content().kpis().rows());

    static final OpenTable<ProjectRow> PROJECTS =
            new OpenTable<>(
                    "projects",
                    "Projects",
                    after(
                            OpenTables.<ProjectRow>packColumns(),
                            of("project", "The project", ID, "emergency-plan", ProjectRow::id),
                            of(
                                    "service",
                                    "The shared service that runs it",
                                    "code",
                                    "SAS",
                                    ProjectRow::service),
                            of(
                                    "section",
                                    "The section of the service",
                                    TEXT,
                                    "Insurance",
                                    ProjectRow::section),
                            of(
                                    "title",
                                    "What is to be done",
                                    TEXT,
                                    "E-enable insurance claims administration",
                                    ProjectRow::title),
                            of(
                                    "start",
                                    "When it starts",
                                    MONTH_OR_DAY,
                                    "2017-04",
                                    ProjectRow::start),
                            of(
                                    "original_finish",
                                    "When it was to finish at first; empty where it is ongoing",
                                    MONTH_OR_DAY,
                                    "2017-06",
                                    ProjectRow::originalFinish),
                            of(
                                    "finish",
                                    "When it is to finish now; empty where it is ongoing",
                                    MONTH_OR_DAY,
                                    "2017-12",
                                    ProjectRow::finish),
                            of(
                                    "status",
                                    "GREEN, AMBER or RED; empty where nothing was reported",
                                    "one of these words",
                                    "AMBER",
                                    ProjectRow::status),
                            of(
                                    "completed_on",
                                    "The day it was completed",
                                    DAY,
                                    "2017-06-30",
                                    ProjectRow::completedOn),
                            of(
                                    "reported_as_at",
                                    "The day the report speaks of",
                                    DAY,
                                    "2017-07-31",
                                    ProjectRow::reportedAsAt),
                            of(
                                    "update",
                                    "What was reported",
                                    TEXT,
                                    "Roll out in progress",
                                    ProjectRow::update),
                            of(
                                    "proposed_action",
                                    "What is to be done about it",
                                    TEXT,
                                    "A new date is agreed",
                                    ProjectRow::proposedAction)),
                    pack -> pack.content().projects().rows());

    static final OpenTable<BudgetTable.Line> BUDGET =
            new OpenTable<>(
                    "budget",
                    "Budget lines",
                    after(
                            OpenTables.<BudgetTable.Line>packColumns(),
                            of("line", "The budget line", ID, "salaries", BudgetTable.Line::id),
                            of(
                                    "category",
                                    "What it is spent on",
                                    TEXT,
                                    "Salaries Costs",
                                    BudgetTable.Line::category),
                            of(
                                    "kind",
                                    "BASE for the year's own budget, BROUGHT_FORWARD from the year"
                                            + " before",
                                    "one of these words",
                                    "BASE",
                                    BudgetTable.Line::kind),
                            of(
                                    "unit",
                                    "What its amounts count: pounds, or millions of pounds",
                                    "£ or £m",
                                    "£m",
                                    line -> line.unit().symbol()),
                            of(
                                    "budget",
                                    "The amount after all adjustments",
                                    OF_UNIT,
                                    "1.393",
                                    line -> line.amounts().budget()),
                            of(
                                    "forecast",
                                    "What is expected to be spent by the end of the year",
                                    OF_UNIT,
                                    "1.362",
                                    line -> line.amounts().forecast()),
                            of(
                                    "variance",
                                    "Budget less forecast: an underspend is positive",
                                    OF_UNIT,
                                    "0.031",
                                    line -> line.amounts().variance())),
                    pack -> pack.content().budget().lines());

    static final List<OpenTable<?>> ALL = List.of(KPIS, PROJECTS, BUDGET);

    private OpenTables() {}

    /** Which pack a figure is of, in every table. */
    private static <F> List<Column<Row<F>>> packColumns() {
        return List.of(
                ofPack("partnership", "The partnership", ID, "fass", Publication::partnership),
                ofPack(
                        "partnership_name",
                        "Its name",
                        TEXT,
                        "Shared Services Partnership",
                        Publication::partnershipName),
                ofPack("plan", "The plan reported on", ID, "bip-2017-18", Publication::plan),
                ofPack(
                        "financial_year",
                        "Its year, from April to March",
                        "financial year",
                        "2017/18",
                        Publication::financialYear),
                ofPack(
                        "quarter",
                        "The quarter of that year",
                        "Q1 to Q4",
                        "Q1",
                        Publication::quarter),
                ofPack(
                        "as_at",
                        "The cut-off: nothing later was counted",
                        DAY,
                        "2017-07-31",
                        Publication::asAt),
                ofPack(
                        "pack",
                        "The pack that was published; its page is /published/ and this id",
                        ID,
                        "q1-2017-18",
                        Publication::snapshot),
                ofPack(
                        "meeting",
                        "The meeting it was published to first",
                        ID,
                        "2017-09-14",
                        Publication::meeting),
                ofPack(
                        "published_at",
                        "When it was published first",
                        "instant (ISO 8601, UTC)",
                        "2017-09-06T09:00:00Z",
                        Publication::publishedAt),
                ofPack(
                        "in_force",
                        "Whether it still counts: false once another pack took its place",
                        YES_OR_NO,
                        "true",
                        Publication::inForce),
                ofPack(
                        "superseded_by",
                        "The pack that took its place",
                        ID,
                        "q1-2017-18-corrected",
                        Publication::supersededBy),
                ofPack(
                        "pack_sha256",
                        "The SHA-256 of the pack's content, by which it can be checked",
                        "hexadecimal",
                        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                        Publication::sha256));
    }

    private static <F> Column<Row<F>> ofPack(
            String name,
            String meaning,
            String unit,
            String example,
            Function<Publication, Object> value) {
        return new Column<>(
                name, meaning, unit, example, row -> value.apply(row.pack().publication()));
    }

    private static <F> Column<Row<F>> of(
            String name, String meaning, String unit, String example, Function<F, Object> value) {
        return new Column<>(name, meaning, unit, example, row -> value.apply(row.figure()));
    }

    @SafeVarargs
    private static <F> List<Column<Row<F>>> after(
            List<Column<Row<F>>> first, Column<Row<F>>... then) {
        List<Column<Row<F>>> all = new ArrayList<>(first);
        for (Column<Row<F>> column : then) {
            all.add(column);
        }
        return List.copyOf(all);
    }
}
