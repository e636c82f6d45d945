package org.muniment.query.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;
import static org.muniment.query.picture.PlanExamples.CUT_OFF;
import static org.muniment.query.picture.PlanExamples.JULY;
import static org.muniment.query.picture.PlanExamples.PLAN;
import static org.muniment.query.picture.PlanExamples.SAS;
import static org.muniment.query.picture.PlanExamples.actual;
import static org.muniment.query.picture.PlanExamples.adopted;
import static org.muniment.query.picture.PlanExamples.annually;
import static org.muniment.query.picture.PlanExamples.completed;
import static org.muniment.query.picture.PlanExamples.confirmed;
import static org.muniment.query.picture.PlanExamples.forecast;
import static org.muniment.query.picture.PlanExamples.frozen;
import static org.muniment.query.picture.PlanExamples.kpi;
import static org.muniment.query.picture.PlanExamples.line;
import static org.muniment.query.picture.PlanExamples.logged;
import static org.muniment.query.picture.PlanExamples.picture;
import static org.muniment.query.picture.PlanExamples.progress;
import static org.muniment.query.picture.PlanExamples.project;
import static org.muniment.query.picture.PlanExamples.published;
import static org.muniment.query.picture.PlanExamples.restated;
import static org.muniment.query.picture.PlanExamples.signedOff;
import static org.muniment.query.picture.PlanExamples.superseded;
import static org.muniment.query.picture.PlanExamples.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.muniment.kernel.budget.BudgetLineEvent;
import org.muniment.kernel.budget.BudgetLineEvent.BudgetLineAdjusted;
import org.muniment.kernel.budget.BudgetLineId;
import org.muniment.kernel.budget.BudgetLineKind;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.figures.Status;
import org.muniment.kernel.kpi.KpiEvent;
import org.muniment.kernel.kpi.KpiEvent.KpiActualRestated;
import org.muniment.kernel.kpi.KpiEvent.KpiNotMeasuredRecorded;
import org.muniment.kernel.kpi.KpiEvent.KpiTargetRevised;
import org.muniment.kernel.kpi.KpiId;
import org.muniment.kernel.kpi.NotMeasuredReason;
import org.muniment.kernel.kpi.Profile;
import org.muniment.kernel.plan.FigureName;
import org.muniment.kernel.plan.PlanEvent;
import org.muniment.kernel.plan.PlanEvent.FigureStated;
import org.muniment.kernel.plan.PlanEvent.PlanAdopted;
import org.muniment.kernel.plan.PlanEvent.VariationExplained;
import org.muniment.kernel.plan.PlanRecord;
import org.muniment.kernel.plan.VariationItem;
import org.muniment.kernel.project.ProgressStatus;
import org.muniment.kernel.project.ProjectEvent;
import org.muniment.kernel.project.ProjectEvent.ProjectRescheduled;
import org.muniment.kernel.project.ProjectId;
import org.muniment.kernel.snapshot.SnapshotEvent;
import org.muniment.kernel.snapshot.SnapshotEvent.FreezeBegun;
import org.muniment.kernel.snapshot.SnapshotId;
import org.muniment.kernel.time.MonthOrDay;
import org.muniment.kernel.time.Quarter;
import org.muniment.kernel.words.PersonId;
import org.muniment.kernel.words.Title;
import org.muniment.query.dashboard.Tables;
import org.muniment.query.journal.EventJson;

class PlanPictureTest {
    private static final List<PlanRecord> FIRST =
            List.of(
                    kpi("k", SAS),
                    actual("k", JULY, "83.33"),
                    project("p", "2017-04", "2017-06"),
                    line("l", "1.393", BudgetLineKind.BASE),
                    frozen("q1", 5));

    private static final PlanPicture BEFORE = picture(FIRST.toArray(PlanRecord[]::new));

    private static final KpiActualRestated RESTATED = restated("k", JULY, "83.33", "100");
    private static final ProjectRescheduled MOVED =
            new ProjectRescheduled(
                    new ProjectId("p"),
                    PLAN,
                    MonthOrDay.of("2017-06"),
                    MonthOrDay.of("2017-12"),
                    text("New software"));

    /** One of every form that can follow a plan's adoption. */
    private static final List<PlanRecord> EVERY_FORM =
            List.of(
                    kpi("new", SAS),
                    actual("k", JULY, "95"),
                    new KpiNotMeasuredRecorded(
                            new KpiId("k"), PLAN, JULY, NotMeasuredReason.ANNUAL, null),
                    RESTATED,
                    signedOff("k", JULY, "83.33"),
                    new KpiTargetRevised(
                            new KpiId("k"), PLAN, annually("80"), Profile.NONE, text("Agreed")),
                    project("new", "2017-04", null),
                    progress("p", CUT_OFF, ProgressStatus.AMBER),
                    MOVED,
                    completed("p", "2017-07-20"),
                    line("new", "0.1", BudgetLineKind.BROUGHT_FORWARD),
                    new BudgetLineAdjusted(
                            new BudgetLineId("l"),
                            PLAN,
                            Figure.of("0.1"),
                            Figure.of("1.493"),
                            text("More"),
                            null),
                    forecast("l", CUT_OFF, "1.362"),
                    new VariationExplained(
                            PLAN,
                            CUT_OFF,
                            List.of(new VariationItem(new Title("Vacancies"), Figure.of("1"))),
                            null),
                    new FigureStated(
                            PLAN,
                            CUT_OFF,
                            new FigureName("projects.total"),
                            Figure.of("25"),
                            new Title("Summary")),
                    frozen("q1-again", 6),
                    confirmed("q1"),
                    published("q1", "september"),
                    superseded("q1", "q1-again"));

    /** The freeze itself is told by the event recorded with it. */
    private static final FreezeBegun LEAVES_NO_MARK =
            new FreezeBegun(PLAN, Quarter.Q1, new SnapshotId("q1"));

    @ParameterizedTest
    @FieldSource("EVERY_FORM")
    void everyFormChangesThePictureAndSurvivesStorage(PlanRecord event) {
        PlanPicture after = BEFORE.after(logged(9, event));

        assertThat(after.position()).isEqualTo(9);
        assertThat(after).usingRecursiveComparison().isNotEqualTo(withPosition(after, BEFORE));
        assertThat(EventJson.read(EventJson.write(after), PlanPicture.class)).isEqualTo(after);
    }

    @Test
    void thereIsAnExampleOfEveryForm() {
        Set<Class<?>> forms =
                Stream.of(
                                PlanEvent.class,
                                KpiEvent.class,
                                ProjectEvent.class,
                                BudgetLineEvent.class,
                                SnapshotEvent.class)
                        .flatMap(noun -> Stream.of(noun.getPermittedSubclasses()))
                        .filter(form -> form != PlanAdopted.class)
                        .filter(form -> form != FreezeBegun.class)
                        .collect(Collectors.toSet());

        assertThat(EVERY_FORM.stream().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(forms);
    }

    @Test
    void beginningAFreezeOnlyMovesThePosition() {
        PlanPicture after = BEFORE.after(logged(9, LEAVES_NO_MARK));

        assertThat(after).isEqualTo(withPosition(after, BEFORE));
    }

    @Test
    void aPictureIsNotChangedByWhatFollows() {
        String before = EventJson.write(BEFORE);

        EVERY_FORM.forEach(event -> BEFORE.after(logged(9, event)));

        assertThat(EventJson.write(BEFORE)).isEqualTo(before);
    }

    @Test
    void anEventIsTakenOnceAndInOrder() {
        assertThatIllegalStateException()
                .isThrownBy(() -> BEFORE.after(logged(BEFORE.position(), EVERY_FORM.get(0))));
        assertThatIllegalStateException()
                .isThrownBy(() -> PlanPicture.of(logged(1, EVERY_FORM.get(0))));
        assertThatIllegalStateException().isThrownBy(() -> BEFORE.after(logged(9, adopted())));
    }

    @Test
    void theVersionOfAThingIsHowManyEventsItHas() {
        Map<String, Long> counted = new HashMap<>();
        PlanPicture picture = BEFORE;
        for (PlanRecord first : FIRST) {
            counted.merge(first.subject(), 1L, Long::sum);
        }
        for (int i = 0; i < EVERY_FORM.size(); i++) {
            picture = picture.after(logged(9 + i, EVERY_FORM.get(i)));
            counted.merge(EVERY_FORM.get(i).subject(), 1L, Long::sum);
        }
        counted.keySet().removeIf(subject -> subject.startsWith("plan:"));

        assertThat(versions(picture)).isEqualTo(counted);
    }

    @Test
    void aSignOffStandsBesideItsFigureAndChangesNothingThatIsShown() {
        PlanPicture after = BEFORE.after(logged(9, signedOff("k", JULY, "83.33")));

        assertThat(figure(after).signedOff())
                .isEqualTo(
                        new SignOff(
                                new PersonId("head"),
                                logged(9, RESTATED).recordedAt(),
                                new Title("Register"),
                                text("20 of 24")));
        assertThat(Tables.of(after, CUT_OFF)).isEqualTo(Tables.of(BEFORE, CUT_OFF));
        assertThat(figure(after).position()).isEqualTo(figure(BEFORE).position());
    }

    @Test
    void anotherFigureOfTheMonthIsNotSignedOff() {
        PlanPicture checked = BEFORE.after(logged(9, signedOff("k", JULY, "83.33")));

        assertThat(figure(checked.after(logged(10, RESTATED))).signedOff()).isNull();
        assertThat(figure(checked.after(logged(10, actual("k", JULY, "83.33")))).signedOff())
                .isNull();
    }

    @Test
    void theActualsOfAQuarterThatNobodySignedOffAreCounted() {
        PlanPicture two =
                BEFORE.after(logged(9, actual("k", JULY.minusMonths(1), "80")))
                        .after(logged(10, actual("k", JULY.plusMonths(2), "80")));
        PlanPicture one = two.after(logged(11, signedOff("k", JULY, "83.33")));
        PlanPicture none =
                one.after(
                        logged(
                                12,
                                new KpiNotMeasuredRecorded(
                                        new KpiId("k"),
                                        PLAN,
                                        JULY.plusMonths(2),
                                        NotMeasuredReason.AWAITING_DATA,
                                        null)));

        assertThat(two.actualsNotSignedOff(Quarter.Q1)).isEqualTo(1);
        assertThat(two.actualsNotSignedOff(Quarter.Q2)).isEqualTo(2);
        assertThat(one.actualsNotSignedOff(Quarter.Q2)).isEqualTo(1);
        assertThat(none.actualsNotSignedOff(Quarter.Q2)).isZero();
        assertThat(two.actualsNotSignedOff(Quarter.Q3)).isZero();
    }

    @Test
    void aRestatementKeepsWhatWasReported() {
        KpiFigure figure = BEFORE.after(logged(9, RESTATED)).kpis().get("k").months().get(JULY);

        assertThat(figure.actual()).isEqualTo(Figure.of("100"));
        assertThat(figure.reported()).contains(Figure.of("83.33"));
        assertThat(figure.restatements()).hasSize(1);
        assertThat(figure.status()).isEqualTo(Status.GREEN);
        assertThat(figure.isRestated()).isTrue();
    }

    @Test
    void everyRestatementIsKept() {
        KpiFigure figure =
                BEFORE.after(logged(9, RESTATED))
                        .after(logged(10, restated("k", JULY, "100", "95")))
                        .kpis()
                        .get("k")
                        .months()
                        .get(JULY);

        assertThat(figure.reported()).contains(Figure.of("83.33"));
        assertThat(figure.restatements())
                .extracting(Restatement::position, Restatement::replaced, Restatement::actual)
                .containsExactly(
                        tuple(9L, Figure.of("83.33"), Figure.of("100")),
                        tuple(10L, Figure.of("100"), Figure.of("95")));
    }

    @Test
    void aFigureIsLateOnceAConfirmedPackReportsOnItsMonth() {
        PlanPicture confirmed = BEFORE.after(logged(9, confirmed("q1")));

        assertThat(BEFORE.isLate(JULY, 9)).isFalse();
        assertThat(confirmed.isLate(JULY, 5)).isFalse();
        assertThat(confirmed.isLate(JULY, 6)).isTrue();
        assertThat(confirmed.isLate(JULY.minusMonths(3), 9)).isTrue();
        assertThat(confirmed.isLate(JULY.plusMonths(1), 9)).isFalse();
    }

    @Test
    void aMonthThatWasMissingIsRestatedFromNothing() {
        KpiFigure figure =
                BEFORE.after(logged(9, restated("k", JULY.minusMonths(2), null, "95")))
                        .kpis()
                        .get("k")
                        .months()
                        .get(JULY.minusMonths(2));

        assertThat(figure.reported()).isEmpty();
        assertThat(figure.isRestated()).isTrue();
        assertThat(figure.recorded()).isZero();
    }

    @Test
    void aSnapshotIsInForceFromItsPublicationUntilItsSuccessor() {
        PlanPicture published =
                BEFORE.after(logged(9, confirmed("q1")))
                        .after(logged(10, published("q1", "september")));
        PlanPicture superseded = published.after(logged(11, superseded("q1", "q1-again")));

        assertThat(BEFORE.snapshotsInForce()).isEmpty();
        assertThat(published.snapshotsInForce())
                .extracting(it -> it.id().value())
                .containsExactly("q1");
        assertThat(superseded.snapshotsInForce()).isEmpty();
    }

    @Test
    void aPackPublishedInAnothersPlaceTakesItAtOnceHoweverManyWereFrozenBetween() {
        PlanPicture published =
                BEFORE.after(logged(9, published("q1", "september")))
                        .after(logged(10, frozen("second", 9, "q1")))
                        .after(logged(11, frozen("third", 10, "second")))
                        .after(logged(12, published("third", "december")));

        assertThat(published.snapshotsInForce())
                .extracting(it -> it.id().value())
                .containsExactly("third");
    }

    @Test
    void aRescheduleKeepsTheFirstDate() {
        ProjectPicture project = BEFORE.after(logged(9, MOVED)).projects().get("p");

        assertThat(project.finish()).hasToString("2017-12");
        assertThat(project.outline().finish()).hasToString("2017-06");
    }

    @Test
    void theCutOffChoosesTheLastWordUpToIt() {
        PlanPicture picture =
                picture(
                        kpi("k", SAS),
                        actual("k", JULY.minusMonths(2), "91"),
                        actual("k", JULY, "92"),
                        actual("k", JULY.plusMonths(1), "93"),
                        project("p", "2017-04", null),
                        progress("p", CUT_OFF, ProgressStatus.GREEN),
                        progress("p", CUT_OFF.plusDays(1), ProgressStatus.RED),
                        line("l", "1", BudgetLineKind.BASE),
                        forecast("l", CUT_OFF, "2"),
                        forecast("l", CUT_OFF.plusDays(1), "3"));
        KpiPicture kpi = picture.kpis().get("k");

        assertThat(kpi.latest(JULY).orElseThrow().getKey()).isEqualTo(JULY);
        assertThat(kpi.latest(JULY.minusMonths(1)).orElseThrow().getKey())
                .isEqualTo(JULY.minusMonths(2));
        assertThat(kpi.latest(JULY.minusMonths(3))).isEmpty();
        assertThat(picture.projects().get("p").reportAt(CUT_OFF).orElseThrow().getKey())
                .isEqualTo(CUT_OFF);
        assertThat(
                        picture.projects()
                                .get("p")
                                .reportAt(CUT_OFF.minusDays(1))
                                .orElseThrow()
                                .getKey())
                .isEqualTo(CUT_OFF);
        assertThat(picture.budgetLines().get("l").forecastAt(CUT_OFF)).contains(Figure.of("2"));
        assertThat(picture.budgetLines().get("l").forecastAt(CUT_OFF.minusDays(1))).isEmpty();
    }

    private static PlanPicture withPosition(PlanPicture moment, PlanPicture content) {
        return new PlanPicture(
                moment.position(),
                moment.recordedAt(),
                content.adopted(),
                content.kpis(),
                content.projects(),
                content.budgetLines(),
                content.variations(),
                content.stated(),
                content.snapshots(),
                content.lacking());
    }

    private static KpiFigure figure(PlanPicture picture) {
        return picture.kpis().get("k").months().get(JULY);
    }

    private static Map<String, Long> versions(PlanPicture picture) {
        Map<String, Long> versions = new HashMap<>();
        picture.kpis().values().forEach(it -> versions.put(it.id().toString(), it.version()));
        picture.projects().values().forEach(it -> versions.put(it.id().toString(), it.version()));
        picture.budgetLines()
                .values()
                .forEach(it -> versions.put(it.id().toString(), it.version()));
        picture.snapshots().values().forEach(it -> versions.put(it.id().toString(), it.version()));
        return versions;
    }
}
