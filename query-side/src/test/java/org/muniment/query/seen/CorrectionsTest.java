package org.muniment.query.seen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.muniment.query.picture.PlanExamples.CUT_OFF;
import static org.muniment.query.picture.PlanExamples.JULY;
import static org.muniment.query.picture.PlanExamples.PLAN;
import static org.muniment.query.picture.PlanExamples.SAS;
import static org.muniment.query.picture.PlanExamples.actual;
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
import static org.muniment.query.picture.PlanExamples.superseded;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.muniment.kernel.budget.BudgetLineKind;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.plan.FigureName;
import org.muniment.kernel.plan.PlanEvent.FigureStated;
import org.muniment.kernel.plan.PlanEvent.VariationExplained;
import org.muniment.kernel.plan.PlanRecord;
import org.muniment.kernel.plan.VariationItem;
import org.muniment.kernel.project.ProgressStatus;
import org.muniment.kernel.words.Title;
import org.muniment.query.picture.PlanPicture;
import org.muniment.query.seen.Corrections.Found;

class CorrectionsTest {
    private static final PlanPicture SHOWN =
            picture(
                    kpi("k", SAS),
                    actual("k", JULY, "83.33"),
                    kpi("silent", SAS),
                    project("p", "2017-04", "2017-12"),
                    progress("p", CUT_OFF, ProgressStatus.GREEN),
                    line("l", "1.393", BudgetLineKind.BASE),
                    forecast("l", CUT_OFF, "1.362"),
                    explained("0.02"),
                    stated("24"));
    private static final PlanPicture PUBLISHED =
            after(SHOWN, frozen("q1", 11), confirmed("q1"), published("q1", "september"));

    @Test
    void nothingIsCorrectedWhereNothingFollows() {
        assertThat(Corrections.between(SHOWN, SHOWN)).isEmpty();
    }

    @Test
    void nothingIsCorrectedByWhatWasKnownBefore() {
        PlanPicture grown = after(PUBLISHED, kpi("new", SAS), line("n", "1", BudgetLineKind.BASE));

        assertThat(Corrections.between(grown, PUBLISHED)).isEmpty();
    }

    @Test
    void everyRestatementIsToldWithBothFigures() {
        assertThat(
                        corrections(
                                PUBLISHED,
                                restated("k", JULY, "83.33", "90"),
                                restated("k", JULY, "90", "91")))
                .extracting(Found::before, Found::after)
                .containsExactly(tuple("83.33", "90"), tuple("90", "91"));
    }

    @Test
    void aFigureRecordedAnewAndThenRestatedIsToldFromWhatMembersSaw() {
        assertThat(corrections(PUBLISHED, actual("k", JULY, "85"), restated("k", JULY, "85", "86")))
                .extracting(Found::before, Found::after)
                .containsExactly(tuple("83.33", "85"), tuple("85", "86"));
    }

    @Test
    void aPackPublishedInThePlaceOfAnotherIsACorrection() {
        assertThat(
                        corrections(
                                PUBLISHED,
                                frozen("q1-again", 14, "q1"),
                                confirmed("q1-again"),
                                published("q1-again", "december")))
                .extracting(Found::what, Found::before, Found::after)
                .containsExactly(tuple("pack in force", "q1", "q1-again"));
    }

    @Test
    void aFigureRecordedOverBeforeAnyFreezeIsACorrectionToo() {
        assertThat(corrections(SHOWN, actual("k", JULY, "100")))
                .first()
                .satisfies(
                        found -> {
                            assertThat(found.subject()).isEqualTo("kpi:k");
                            assertThat(found.what()).isEqualTo("figure of 2017-07");
                            assertThat(found.before()).isEqualTo("83.33");
                            assertThat(found.after()).isEqualTo("100");
                        });
    }

    @Test
    void aFigureThatWasMissingIsACorrectionOnlyOfWhatWasPublished() {
        PlanRecord late = actual("silent", JULY, "100");

        assertThat(corrections(SHOWN, late)).isEmpty();
        assertThat(corrections(PUBLISHED, late))
                .extracting(Found::before, Found::after)
                .containsExactly(tuple(null, "100"));
    }

    @Test
    void wordsAboutLaterDaysAreNews() {
        assertThat(
                        corrections(
                                PUBLISHED,
                                actual("k", JULY.plusMonths(1), "100"),
                                progress("p", CUT_OFF.plusDays(30), ProgressStatus.RED),
                                forecast("l", CUT_OFF.plusDays(30), "1.4"),
                                completed("p", "2017-08-20")))
                .isEmpty();
    }

    @Test
    void everythingElseMembersWereToldOfThatDayIsFollowedUp() {
        assertThat(
                        corrections(
                                PUBLISHED,
                                progress("p", CUT_OFF, ProgressStatus.AMBER),
                                completed("p", "2017-07-20"),
                                forecast("l", CUT_OFF, "1.370"),
                                explained("0.03"),
                                stated("25"),
                                superseded("q1", "q1-again")))
                .extracting(Found::what)
                .containsExactly(
                        "report as at 2017-07-31",
                        "completion",
                        "forecast as at 2017-07-31",
                        "explanation of the variation as at 2017-07-31",
                        "projects.total as stated as at 2017-07-31",
                        "pack in force");
    }

    private static List<Found> corrections(PlanPicture then, PlanRecord... since) {
        return Corrections.between(then, after(then, since));
    }

    private static PlanPicture after(PlanPicture picture, PlanRecord... events) {
        PlanPicture now = picture;
        for (PlanRecord event : events) {
            now = now.after(logged(now.position() + 1, event));
        }
        return now;
    }

    private static VariationExplained explained(String amount) {
        return new VariationExplained(
                PLAN,
                CUT_OFF,
                List.of(new VariationItem(new Title("Vacancies"), Figure.of(amount))),
                null);
    }

    private static FigureStated stated(String value) {
        return new FigureStated(
                PLAN,
                CUT_OFF,
                new FigureName("projects.total"),
                Figure.of(value),
                new Title("Summary"));
    }
}
