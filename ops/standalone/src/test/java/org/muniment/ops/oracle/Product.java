package org.muniment.ops.oracle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.muniment.command.dispatch.Caller;
import org.muniment.command.dispatch.Commands;
import org.muniment.kernel.budget.BudgetLineCommand.AdjustBudgetLine;
import org.muniment.kernel.budget.BudgetLineCommand.ApproveBudgetLine;
import org.muniment.kernel.budget.BudgetLineCommand.ForecastOutturn;
import org.muniment.kernel.budget.BudgetLineId;
import org.muniment.kernel.budget.BudgetLineKind;
import org.muniment.kernel.budget.MoneyUnit;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.figures.Polarity;
import org.muniment.kernel.figures.StatusRule;
import org.muniment.kernel.figures.Unit;
import org.muniment.kernel.kpi.AnnualTarget;
import org.muniment.kernel.kpi.Cadence;
import org.muniment.kernel.kpi.KpiCommand.DefineKpi;
import org.muniment.kernel.kpi.KpiCommand.RecordKpiActual;
import org.muniment.kernel.kpi.KpiCommand.RecordKpiNotMeasured;
import org.muniment.kernel.kpi.KpiCommand.RestateKpiActual;
import org.muniment.kernel.kpi.KpiDefinition;
import org.muniment.kernel.kpi.KpiId;
import org.muniment.kernel.kpi.Measurement;
import org.muniment.kernel.kpi.NotMeasuredReason;
import org.muniment.kernel.kpi.Profile;
import org.muniment.kernel.partnership.Council;
import org.muniment.kernel.partnership.PartnershipCommand.EstablishPartnership;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.partnership.SharedService;
import org.muniment.kernel.partnership.Terms;
import org.muniment.kernel.plan.PlanCommand.AdoptPlan;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.project.ProgressStatus;
import org.muniment.kernel.project.ProjectCommand.AddProject;
import org.muniment.kernel.project.ProjectCommand.CompleteProject;
import org.muniment.kernel.project.ProjectCommand.ReportProjectProgress;
import org.muniment.kernel.project.ProjectCommand.RescheduleProject;
import org.muniment.kernel.project.ProjectId;
import org.muniment.kernel.project.ProjectOutline;
import org.muniment.kernel.time.FinancialYear;
import org.muniment.kernel.time.MonthOrDay;
import org.muniment.kernel.words.Code;
import org.muniment.kernel.words.Lead;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.Refused;
import org.muniment.kernel.words.Title;
import org.muniment.query.dashboard.BudgetTable.Amounts;
import org.muniment.query.dashboard.Dashboard;
import org.muniment.query.dashboard.Dashboards;
import org.muniment.query.dashboard.KpiTable.KpiCount;
import org.muniment.query.dashboard.ProjectTable.ProjectCount;

/** The product as the oracle is compared with it: commands in, dashboards out. */
final class Product {
    private static final YearMonth APRIL = YearMonth.of(2017, 4);
    private static final PartnershipId PAIR = new PartnershipId("pair");
    private static final Code SERVICE = new Code("SAS");
    private static final Title ALL = new Title("All");
    private static final Narrative WHY = new Narrative("Because");
    private static final Caller CALLER = new Caller("officer", "officer", null, "one", null);

    private final Commands commands;
    private final Dashboards dashboards;
    private long last;

    Product(Commands commands, Dashboards dashboards) {
        this.commands = commands;
        this.dashboards = dashboards;
    }

    void establish() {
        send(
                new EstablishPartnership(
                        PAIR,
                        new Title("Pair"),
                        new Terms(
                                List.of(new Council(new Code("CBC"), new Title("Chorley"))),
                                List.of(new SharedService(SERVICE, ALL, List.of(ALL))),
                                new StatusRule(Figure.of("5")))));
    }

    long adopt(PlanId plan) {
        return send(new AdoptPlan(plan, PAIR, FinancialYear.of("2017/18"), new Title("Plan")));
    }

    /** The position of what was recorded; 0 where nothing was. */
    long send(PlanId plan, Said said) {
        try {
            return send(command(plan, said));
        } catch (Refused | AggregateNotFoundException | AggregateStreamCreationException no) {
            return 0;
        }
    }

    private long send(Object command) {
        long position = commands.add("any", command, CALLER).getBody().position();
        boolean recorded = position > last;
        last = Math.max(last, position);
        return recorded ? position : 0;
    }

    private static Object command(PlanId plan, Said said) {
        String id = plan.value() + "-" + said.thing();
        YearMonth month = APRIL.plusMonths(said.month());
        LocalDate day = month.atEndOfMonth();
        Figure figure = new Figure(said.figure());
        return switch (said.kind()) {
            case DEFINE_KPI -> new DefineKpi(new KpiId(id), plan, definition(said, figure));
            case ACTUAL ->
                    new RecordKpiActual(
                            new KpiId(id), month, new Measurement(figure, null, null), WHY, WHY);
            case NOT_MEASURED ->
                    new RecordKpiNotMeasured(
                            new KpiId(id),
                            month,
                            said.choice() % 2 == 0
                                    ? NotMeasuredReason.AWAITING_DATA
                                    : NotMeasuredReason.NOT_APPLICABLE,
                            WHY);
            case RESTATEMENT -> new RestateKpiActual(new KpiId(id), month, figure, WHY);
            case ADD_PROJECT -> new AddProject(new ProjectId(id), plan, outline(month));
            case PROGRESS ->
                    new ReportProjectProgress(
                            new ProjectId(id),
                            day,
                            ProgressStatus.values()[said.choice() % 3],
                            WHY,
                            null);
            case COMPLETION -> new CompleteProject(new ProjectId(id), day, WHY);
            case RESCHEDULE ->
                    new RescheduleProject(new ProjectId(id), MonthOrDay.of(month.toString()), WHY);
            case APPROVE_LINE ->
                    new ApproveBudgetLine(
                            new BudgetLineId(id),
                            plan,
                            ALL,
                            figure,
                            BudgetLineKind.BASE,
                            MoneyUnit.MILLION_POUNDS);
            case ADJUSTMENT -> new AdjustBudgetLine(new BudgetLineId(id), figure, WHY, null);
            case FORECAST -> new ForecastOutturn(new BudgetLineId(id), day, figure);
        };
    }

    private static KpiDefinition definition(Said said, Figure target) {
        return new KpiDefinition(
                SERVICE,
                ALL,
                ALL,
                null,
                new Lead("DH"),
                Unit.NUMBER,
                said.choice() % 2 == 0 ? Polarity.HIGHER_IS_BETTER : Polarity.LOWER_IS_BETTER,
                null,
                false,
                null,
                new AnnualTarget(target, null, null),
                Cadence.MONTHLY,
                Profile.NONE);
    }

    private static ProjectOutline outline(YearMonth finish) {
        return new ProjectOutline(
                SERVICE,
                ALL,
                ALL,
                List.of(new Lead("GB")),
                MonthOrDay.of(APRIL.toString()),
                MonthOrDay.of(finish.toString()),
                List.of());
    }

    /** What the dashboard shows, named as the oracle names it. */
    Map<String, String> view(PlanId plan, long position, int month) {
        Dashboard shown =
                dashboards.of(plan, "position:" + position, APRIL.plusMonths(month).atEndOfMonth());
        Map<String, String> view = new TreeMap<>();
        shown.tables()
                .kpis()
                .rows()
                .forEach(
                        row ->
                                view.put(
                                        "kpi " + thing(row.id()),
                                        row.actual()
                                                + " "
                                                + row.status().ordinal()
                                                + " "
                                                + row.reported()));
        shown.tables()
                .projects()
                .rows()
                .forEach(
                        row ->
                                view.put(
                                        "project " + thing(row.id()),
                                        (row.status() == null ? 3 : row.status().ordinal())
                                                + " "
                                                + row.completed()
                                                + " "
                                                + APRIL.until(
                                                        row.finish().month(), ChronoUnit.MONTHS)));
        shown.tables()
                .budget()
                .lines()
                .forEach(
                        line ->
                                view.put(
                                        "line " + thing(line.id()),
                                        line.amounts().budget() + " " + line.amounts().forecast()));
        KpiCount kpis = shown.tables().kpis().total();
        view.put(
                "kpis",
                "%s %s %s %s %s"
                        .formatted(
                                kpis.green(),
                                kpis.amber(),
                                kpis.red(),
                                kpis.notMeasured(),
                                kpis.notApplicable()));
        ProjectCount projects = shown.tables().projects().total();
        view.put(
                "projects",
                "%s %s %s %s"
                        .formatted(
                                projects.green(),
                                projects.amber(),
                                projects.red(),
                                projects.notReported()));
        Amounts budget = shown.tables().budget().total();
        view.put("budget", plain(budget.budget()) + " " + plain(budget.forecast()));
        return view;
    }

    private static String thing(String id) {
        return id.substring(id.lastIndexOf('-') + 1);
    }

    private static String plain(Figure figure) {
        BigDecimal value = figure == null ? null : figure.value();
        return value == null ? "null" : value.stripTrailingZeros().toPlainString();
    }
}
