package org.muniment.query.picture;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.muniment.kernel.budget.BudgetLineEvent.BudgetLineApproved;
import org.muniment.kernel.budget.BudgetLineEvent.OutturnForecast;
import org.muniment.kernel.budget.BudgetLineId;
import org.muniment.kernel.budget.BudgetLineKind;
import org.muniment.kernel.budget.MoneyUnit;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.figures.Judgement;
import org.muniment.kernel.figures.Polarity;
import org.muniment.kernel.figures.Status;
import org.muniment.kernel.figures.StatusRule;
import org.muniment.kernel.figures.Unit;
import org.muniment.kernel.kpi.AnnualTarget;
import org.muniment.kernel.kpi.Cadence;
import org.muniment.kernel.kpi.KpiDefinition;
import org.muniment.kernel.kpi.KpiEvent.KpiActualRecorded;
import org.muniment.kernel.kpi.KpiEvent.KpiActualRestated;
import org.muniment.kernel.kpi.KpiEvent.KpiActualSignedOff;
import org.muniment.kernel.kpi.KpiEvent.KpiDefined;
import org.muniment.kernel.kpi.KpiEvent.KpiNotMeasuredRecorded;
import org.muniment.kernel.kpi.KpiId;
import org.muniment.kernel.kpi.Measurement;
import org.muniment.kernel.kpi.NotMeasuredReason;
import org.muniment.kernel.kpi.Profile;
import org.muniment.kernel.meeting.MeetingId;
import org.muniment.kernel.partnership.Council;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.partnership.SharedService;
import org.muniment.kernel.partnership.Terms;
import org.muniment.kernel.plan.PlanEvent.PlanAdopted;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.plan.PlanRecord;
import org.muniment.kernel.project.ProgressStatus;
import org.muniment.kernel.project.ProjectEvent.ProjectAdded;
import org.muniment.kernel.project.ProjectEvent.ProjectCompleted;
import org.muniment.kernel.project.ProjectEvent.ProjectProgressReported;
import org.muniment.kernel.project.ProjectId;
import org.muniment.kernel.project.ProjectOutline;
import org.muniment.kernel.snapshot.FrozenPack;
import org.muniment.kernel.snapshot.PackContent;
import org.muniment.kernel.snapshot.SnapshotEvent.FreezeConfirmed;
import org.muniment.kernel.snapshot.SnapshotEvent.QuarterFrozen;
import org.muniment.kernel.snapshot.SnapshotEvent.SnapshotPublished;
import org.muniment.kernel.snapshot.SnapshotEvent.SnapshotSuperseded;
import org.muniment.kernel.snapshot.SnapshotId;
import org.muniment.kernel.time.FinancialYear;
import org.muniment.kernel.time.MonthOrDay;
import org.muniment.kernel.time.Quarter;
import org.muniment.kernel.words.Code;
import org.muniment.kernel.words.Lead;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.PersonId;
import org.muniment.kernel.words.Sha256;
import org.muniment.kernel.words.Title;
import org.muniment.kernel.words.Version;

/** A small plan of two services, and events that may happen to it. */
public final class PlanExamples {
    public static final PlanId PLAN = new PlanId("bip");
    public static final LocalDate CUT_OFF = LocalDate.of(2017, 7, 31);
    public static final YearMonth JULY = YearMonth.of(2017, 7);
    public static final Code SAS = new Code("SAS");
    public static final Code SFS = new Code("SFS");
    private static final FinancialYear YEAR = FinancialYear.of("2017/18");
    private static final StatusRule RULE = new StatusRule(Figure.of("5"));
    private static final Instant START = Instant.parse("2017-04-03T08:00:00Z");
    private static final Title SECTION = new Title("All");

    private PlanExamples() {}

    public static PlanAdopted adopted() {
        return adopted(PLAN);
    }

    public static PlanAdopted adopted(PlanId plan) {
        return new PlanAdopted(
                plan,
                new PartnershipId("pair"),
                YEAR,
                new Title("Improvement plan"),
                new Terms(
                        List.of(new Council(new Code("CBC"), new Title("Chorley"))),
                        List.of(
                                new SharedService(SAS, new Title("Assurance"), List.of(SECTION)),
                                new SharedService(SFS, new Title("Finance"), List.of(SECTION))),
                        RULE));
    }

    /** A plan that has been adopted, and then these events, an hour apart. */
    public static PlanPicture picture(PlanRecord... events) {
        List<PlanRecord> all = new ArrayList<>();
        all.add(adopted());
        all.addAll(List.of(events));
        return fold(all);
    }

    public static PlanPicture fold(List<PlanRecord> events) {
        PlanPicture picture = PlanPicture.of(logged(1, events.get(0)));
        for (int i = 1; i < events.size(); i++) {
            picture = picture.after(logged(i + 1, events.get(i)));
        }
        return picture;
    }

    public static LoggedEvent logged(long position, PlanRecord event) {
        return new LoggedEvent(position, START.plusSeconds(3600 * position), event);
    }

    public static KpiDefinition definition(Code service, AnnualTarget target, Profile profile) {
        return new KpiDefinition(
                service,
                SECTION,
                new Title("Planned time used"),
                null,
                new Lead("DH"),
                Unit.PERCENT,
                Polarity.HIGHER_IS_BETTER,
                null,
                false,
                Figure.of("92"),
                target,
                Cadence.MONTHLY,
                profile);
    }

    public static AnnualTarget annually(String value) {
        return new AnnualTarget(Figure.of(value), null, null);
    }

    public static KpiDefined kpi(String id, Code service) {
        return kpi(PLAN, id, definition(service, annually("100"), Profile.NONE));
    }

    public static KpiDefined kpi(String id, Cadence cadence) {
        return kpi(id, SAS, cadence);
    }

    public static KpiDefined kpi(String id, Code service, Cadence cadence) {
        KpiDefinition monthly = definition(service, annually("100"), Profile.NONE);
        return kpi(
                PLAN,
                id,
                new KpiDefinition(
                        monthly.service(),
                        monthly.section(),
                        monthly.title(),
                        monthly.scope(),
                        monthly.lead(),
                        monthly.unit(),
                        monthly.polarity(),
                        monthly.band(),
                        monthly.accumulates(),
                        monthly.priorActual(),
                        monthly.annualTarget(),
                        cadence,
                        monthly.profile()));
    }

    public static KpiDefined kpi(PlanId plan, String id, KpiDefinition definition) {
        return new KpiDefined(new KpiId(id), plan, YEAR, RULE, definition);
    }

    public static KpiActualRecorded actual(String id, YearMonth month, String actual) {
        return actual(PLAN, id, month, actual, "100", null);
    }

    /** Judged as the KPI would: higher is better. */
    public static KpiActualRecorded actual(
            PlanId plan, String id, YearMonth month, String actual, String target, String comment) {
        Judgement judgement =
                RULE.judge(Polarity.HIGHER_IS_BETTER, Figure.of(target), Figure.of(actual), null);
        boolean explained = judgement.status() != Status.GREEN;
        return new KpiActualRecorded(
                new KpiId(id),
                plan,
                month,
                new Measurement(Figure.of(actual), null, null),
                Figure.of(target),
                judgement,
                comment != null || explained ? text(comment == null ? "Why" : comment) : null,
                judgement.status() == Status.RED ? text("What next") : null);
    }

    public static KpiNotMeasuredRecorded notMeasured(String id, YearMonth month) {
        return new KpiNotMeasuredRecorded(
                new KpiId(id), PLAN, month, NotMeasuredReason.AWAITING_DATA, null);
    }

    public static ProjectAdded project(String id, String start, String finish) {
        return project(id, SAS, start, finish);
    }

    public static ProjectAdded project(String id, Code service, String start, String finish) {
        return new ProjectAdded(
                new ProjectId(id),
                PLAN,
                new ProjectOutline(
                        service,
                        SECTION,
                        new Title("Project " + id),
                        List.of(new Lead("GB")),
                        MonthOrDay.of(start),
                        finish == null ? null : MonthOrDay.of(finish),
                        List.of()));
    }

    public static ProjectProgressReported progress(
            String id, LocalDate asAt, ProgressStatus status) {
        return new ProjectProgressReported(
                new ProjectId(id), PLAN, asAt, status, text("As at " + asAt), null);
    }

    public static ProjectCompleted completed(String id, String day) {
        return new ProjectCompleted(
                new ProjectId(id), PLAN, LocalDate.parse(day), text("Completed"));
    }

    public static BudgetLineApproved line(String id, String amount, BudgetLineKind kind) {
        return new BudgetLineApproved(
                new BudgetLineId(id),
                PLAN,
                new Title("Line " + id),
                Figure.of(amount),
                kind,
                MoneyUnit.MILLION_POUNDS);
    }

    public static OutturnForecast forecast(String id, LocalDate asAt, String amount) {
        return new OutturnForecast(new BudgetLineId(id), PLAN, asAt, Figure.of(amount));
    }

    /** Frozen as at the cut-off, knowing the first {@code position} events. */
    public static QuarterFrozen frozen(String id, long position) {
        return frozen(id, position, null);
    }

    /** The same, in the place of another. */
    public static QuarterFrozen frozen(String id, long position, String supersedes) {
        return frozen(id, position, supersedes, Quarter.Q1, CUT_OFF);
    }

    public static QuarterFrozen frozen(
            String id, long position, String supersedes, Quarter quarter, LocalDate asAt) {
        PackContent content = new PackContent("{\"pack\":\"" + id + "\"}");
        return new QuarterFrozen(
                new SnapshotId(id),
                PLAN,
                new FrozenPack(
                        quarter,
                        asAt,
                        position,
                        new Version("pack-1"),
                        new Version("house-1"),
                        List.of(),
                        content,
                        content.sha256()),
                supersedes == null ? null : new SnapshotId(supersedes),
                new PersonId("secretariat"));
    }

    public static FreezeConfirmed confirmed(String id) {
        return new FreezeConfirmed(new SnapshotId(id), PLAN, new PersonId("finance-officer"));
    }

    public static SnapshotPublished published(String id, String meeting) {
        return new SnapshotPublished(
                new SnapshotId(id), PLAN, new MeetingId(meeting), Sha256.of(id));
    }

    public static SnapshotSuperseded superseded(String id, String by) {
        return new SnapshotSuperseded(
                new SnapshotId(id), PLAN, new SnapshotId(by), text("Corrected"));
    }

    public static KpiActualSignedOff signedOff(String id, YearMonth month, String actual) {
        return new KpiActualSignedOff(
                new KpiId(id),
                PLAN,
                month,
                Figure.of(actual),
                new Title("Register"),
                text("20 of 24"),
                new PersonId("head"));
    }

    public static KpiActualRestated restated(
            String id, YearMonth month, String replaced, String actual) {
        return new KpiActualRestated(
                new KpiId(id),
                PLAN,
                month,
                replaced == null ? null : Figure.of(replaced),
                Figure.of(actual),
                Figure.of("100"),
                RULE.judge(Polarity.HIGHER_IS_BETTER, Figure.of("100"), Figure.of(actual), null),
                text("Miscounted"));
    }

    public static Narrative text(String text) {
        return new Narrative(text);
    }
}
