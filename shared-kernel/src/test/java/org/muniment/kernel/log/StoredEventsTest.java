package org.muniment.kernel.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muniment.kernel.budget.BudgetLineEvent.BudgetLineAdjusted;
import org.muniment.kernel.budget.BudgetLineEvent.BudgetLineApproved;
import org.muniment.kernel.budget.BudgetLineEvent.OutturnForecast;
import org.muniment.kernel.budget.BudgetLineId;
import org.muniment.kernel.budget.BudgetLineKind;
import org.muniment.kernel.budget.MoneyUnit;
import org.muniment.kernel.figures.Derivation;
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
import org.muniment.kernel.kpi.KpiEvent.KpiTargetRevised;
import org.muniment.kernel.kpi.KpiId;
import org.muniment.kernel.kpi.Measurement;
import org.muniment.kernel.kpi.NotMeasuredReason;
import org.muniment.kernel.kpi.Profile;
import org.muniment.kernel.kpi.ProfiledTarget;
import org.muniment.kernel.partnership.Council;
import org.muniment.kernel.partnership.PartnershipEvent.PartnershipEstablished;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.partnership.SharedService;
import org.muniment.kernel.partnership.Terms;
import org.muniment.kernel.plan.FigureName;
import org.muniment.kernel.plan.PlanEvent.FigureStated;
import org.muniment.kernel.plan.PlanEvent.PlanAdopted;
import org.muniment.kernel.plan.PlanEvent.VariationExplained;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.plan.PlanRecord;
import org.muniment.kernel.plan.VariationItem;
import org.muniment.kernel.project.Milestone;
import org.muniment.kernel.project.MilestoneId;
import org.muniment.kernel.project.ProgressStatus;
import org.muniment.kernel.project.ProjectEvent.ProjectAdded;
import org.muniment.kernel.project.ProjectEvent.ProjectCompleted;
import org.muniment.kernel.project.ProjectEvent.ProjectProgressReported;
import org.muniment.kernel.project.ProjectEvent.ProjectRescheduled;
import org.muniment.kernel.project.ProjectId;
import org.muniment.kernel.project.ProjectOutline;
import org.muniment.kernel.time.FinancialYear;
import org.muniment.kernel.time.MonthOrDay;
import org.muniment.kernel.words.Code;
import org.muniment.kernel.words.Lead;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.PersonId;
import org.muniment.kernel.words.Title;
import tools.jackson.databind.json.JsonMapper;

class StoredEventsTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final PartnershipId PARTNERSHIP = new PartnershipId("fass");
    private static final PlanId PLAN = new PlanId("bip-2017");
    private static final KpiId KPI = new KpiId("grant-claims");
    private static final ProjectId PROJECT = new ProjectId("closure");
    private static final BudgetLineId LINE = new BudgetLineId("salaries");
    private static final YearMonth JULY = YearMonth.of(2017, 7);
    private static final LocalDate END_OF_JULY = LocalDate.of(2017, 7, 31);
    private static final StatusRule RULE = new StatusRule(Figure.of("5"));
    private static final Terms TERMS =
            new Terms(
                    List.of(new Council(new Code("CBC"), new Title("Chorley"))),
                    List.of(
                            new SharedService(
                                    new Code("SFS"),
                                    new Title("Shared Financial Services"),
                                    List.of(new Title("Procurement")))),
                    RULE);

    @ParameterizedTest
    @MethodSource("events")
    void anEventSurvivesTheRoundTripUnchanged(Object event) {
        String stored = JSON.writeValueAsString(event);

        assertThat((Object) JSON.readValue(stored, event.getClass())).isEqualTo(event);
    }

    @Test
    void everyFormOfEventIsTriedHere() {
        assertThat(events().<Class<?>>map(Object::getClass))
                .containsAll(EventForms.ALL.stream().<Class<?>>map(EventForm::type).toList());
    }

    @Test
    void aRecordedActualIsStoredWithItsFiguresAsTyped() {
        assertThat(JSON.readTree(JSON.writeValueAsString(redKpi())))
                .isEqualTo(
                        JSON.readTree(
                                """
                                {
                                  "kpi": "grant-claims",
                                  "plan": "bip-2017",
                                  "month": "2017-07",
                                  "measurement": {
                                    "actual": "83.33",
                                    "numerator": "20",
                                    "denominator": "24"
                                  },
                                  "target": "100",
                                  "judgement": {"status": "RED", "rule": "tolerance-5"},
                                  "comment": "24 returns:\\n4 late",
                                  "proposedAction": null
                                }
                                """));
    }

    @Test
    void aDefinitionIsStoredWithTheWorkingOfItsTarget() {
        assertThat(JSON.readTree(JSON.writeValueAsString(libid())))
                .isEqualTo(
                        JSON.readTree(
                                """
                                {
                                  "kpi": "investment-benchmarks",
                                  "plan": "bip-2017",
                                  "year": "2017/18",
                                  "rule": {"amberWithinPercent": "5"},
                                  "definition": {
                                    "service": "SFS",
                                    "section": "Treasury",
                                    "title": "Investment benchmarks",
                                    "scope": null,
                                    "lead": "MLJ",
                                    "unit": "PERCENT",
                                    "polarity": "HIGHER_IS_BETTER",
                                    "band": null,
                                    "accumulates": false,
                                    "priorActual": "0.54",
                                    "annualTarget": {
                                      "value": "0.127",
                                      "text": "Outperform LIBID by 15%",
                                      "derivation": "0.110 x 1.15"
                                    },
                                    "cadence": "QUARTERLY",
                                    "profile": [{"month": "2017-07", "target": "0.127"}]
                                  }
                                }
                                """));
    }

    @Test
    void anEventOfAPlanNamesThePlanAndTheStreamItHappenedTo() {
        List<PlanRecord> records =
                events().filter(PlanRecord.class::isInstance).map(PlanRecord.class::cast).toList();

        assertThat(records).extracting(PlanRecord::plan).containsOnly(PLAN);
        assertThat(records)
                .extracting(PlanRecord::subject)
                .contains(
                        "plan:bip-2017",
                        "kpi:grant-claims",
                        "project:closure",
                        "budget-line:salaries",
                        "snapshot:q1");
    }

    static Stream<Object> events() {
        return Stream.concat(planEvents(), CommitteeEvents.all());
    }

    private static Stream<Object> planEvents() {
        return Stream.of(
                new PartnershipEstablished(PARTNERSHIP, new Title("Shared services"), TERMS),
                new PlanAdopted(
                        PLAN,
                        PARTNERSHIP,
                        FinancialYear.of("2017/18"),
                        new Title("Business Improvement Plan"),
                        TERMS),
                new VariationExplained(
                        PLAN,
                        END_OF_JULY,
                        List.of(new VariationItem(new Title("Vacant posts"), Figure.of("0.024"))),
                        Figure.of("0.033")),
                new FigureStated(
                        PLAN,
                        END_OF_JULY,
                        new FigureName("projects.total"),
                        Figure.of("24"),
                        new Title("Paragraph 8")),
                libid(),
                redKpi(),
                matterOfRecord(),
                new KpiNotMeasuredRecorded(KPI, PLAN, JULY, NotMeasuredReason.AWAITING_DATA, null),
                new KpiActualRestated(
                        KPI,
                        PLAN,
                        JULY,
                        Figure.of("38"),
                        Figure.of("31"),
                        Figure.of("35"),
                        new Judgement(Status.GREEN, "tolerance-5"),
                        new Narrative("Counted twice")),
                new KpiActualSignedOff(
                        KPI,
                        PLAN,
                        JULY,
                        Figure.of("31"),
                        new Title("Benefits system, report 14"),
                        new Narrative("Days to decide, mean of all claims"),
                        new PersonId("officer")),
                new KpiTargetRevised(
                        KPI,
                        PLAN,
                        new AnnualTarget(Figure.of("82.5"), null, null),
                        Profile.NONE,
                        new Narrative("Agreed in September")),
                new ProjectAdded(PROJECT, PLAN, outline()),
                new ProjectProgressReported(
                        PROJECT,
                        PLAN,
                        END_OF_JULY,
                        ProgressStatus.AMBER,
                        new Narrative("Behind"),
                        new Narrative("More staff")),
                new ProjectRescheduled(
                        PROJECT,
                        PLAN,
                        null,
                        MonthOrDay.of("2017-12"),
                        new Narrative("Software was late")),
                new ProjectCompleted(PROJECT, PLAN, END_OF_JULY, new Narrative("Done")),
                new BudgetLineApproved(
                        LINE,
                        PLAN,
                        new Title("Salaries"),
                        Figure.of("1.393"),
                        BudgetLineKind.BASE,
                        MoneyUnit.MILLION_POUNDS),
                new BudgetLineAdjusted(
                        LINE,
                        PLAN,
                        Figure.of("-0.010"),
                        Figure.of("1.383"),
                        new Narrative("Moved"),
                        new BudgetLineId("transport")),
                new OutturnForecast(LINE, PLAN, END_OF_JULY, Figure.of("1.362")));
    }

    private static KpiActualRecorded redKpi() {
        Figure actual = Figure.of("83.33");
        Figure target = Figure.of("100");
        return new KpiActualRecorded(
                KPI,
                PLAN,
                JULY,
                new Measurement(actual, Figure.of("20"), Figure.of("24")),
                target,
                RULE.judge(Polarity.HIGHER_IS_BETTER, target, actual, null),
                new Narrative("24 returns:\n4 late"),
                null);
    }

    private static KpiActualRecorded matterOfRecord() {
        return new KpiActualRecorded(
                KPI,
                PLAN,
                JULY,
                new Measurement(Figure.of("33.30"), null, null),
                null,
                null,
                null,
                null);
    }

    private static KpiDefined libid() {
        return new KpiDefined(
                new KpiId("investment-benchmarks"),
                PLAN,
                FinancialYear.of("2017/18"),
                RULE,
                new KpiDefinition(
                        new Code("SFS"),
                        new Title("Treasury"),
                        new Title("Investment benchmarks"),
                        null,
                        new Lead("MLJ"),
                        Unit.PERCENT,
                        Polarity.HIGHER_IS_BETTER,
                        null,
                        false,
                        Figure.of("0.54"),
                        new AnnualTarget(
                                null,
                                new Title("Outperform LIBID by 15%"),
                                new Derivation("0.110 x 1.15")),
                        Cadence.QUARTERLY,
                        new Profile(List.of(new ProfiledTarget(JULY, Figure.of("0.127"))))));
    }

    private static ProjectOutline outline() {
        return new ProjectOutline(
                new Code("SFS"),
                new Title("Management Accountancy"),
                new Title("Closure of Accounts"),
                List.of(new Lead("JT"), new Lead("JB")),
                MonthOrDay.of("2017-04"),
                MonthOrDay.of("2017-05-31"),
                List.of(
                        new Milestone(
                                new MilestoneId("draft"),
                                new Title("Draft statements"),
                                MonthOrDay.of("2017-05")),
                        new Milestone(new MilestoneId("audit"), new Title("Audit"), null)));
    }
}
