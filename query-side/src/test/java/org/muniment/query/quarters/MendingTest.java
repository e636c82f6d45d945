package org.muniment.query.quarters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.query.picture.PlanExamples.SAS;
import static org.muniment.query.picture.PlanExamples.kpi;
import static org.muniment.query.picture.PlanExamples.line;
import static org.muniment.query.picture.PlanExamples.picture;
import static org.muniment.query.picture.PlanExamples.project;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniment.kernel.budget.BudgetLineKind;
import org.muniment.kernel.findings.FindingKind;
import org.muniment.query.picture.PlanPicture;

class MendingTest {
    private static final PlanPicture PLAN =
            picture(
                    kpi("grants", SAS),
                    project("review", "2017-04", "2017-12"),
                    line("pay", "1.0", BudgetLineKind.BASE));

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({
        "MISSING_ACTUAL, grants, /kpis/grants/actuals",
        "MISSING_ACTION, grants, /kpis/grants/restatements",
        "MISSING_ACTION, review, /projects/review/progress",
        "NOT_APPLICABLE_COUNTED_GREEN, grants, /kpis/grants/not-measured",
        "RATE_TARGET_ZERO, grants, /kpis/grants/targets",
        "TARGET_TO_DATE_ABOVE_ANNUAL, grants, /kpis/grants/targets",
        "COMPLETED_BEFORE_START, review, /projects/review/completion",
        "OVERDUE_WITHOUT_NEW_DATE, review, /projects/review/reschedule",
        "KNOWLEDGE_AFTER_CUT_OFF, review, /projects/review/progress",
        "STALE_OWNER, review, /projects/review/progress",
        "MISSING_FORECAST, pay, /budget-lines/pay/forecasts",
        "VARIATION_DOES_NOT_RECONCILE, bip, /plans/bip/variations",
        "STATED_FIGURE_DIFFERS, projects.total, /plans/bip/stated-figures",
        "SHARES_DO_NOT_ADD, kpis.grants.share.late, /plans/bip/stated-figures"
    })
    void aFindingIsMendedByTheCommandThatSetsItRight(
            FindingKind kind, String subject, String form) {
        assertThat(Mending.of(kind.found("Something is wrong", List.of(subject)), PLAN))
                .singleElement()
                .satisfies(
                        mending -> {
                            assertThat(mending.form()).isEqualTo(form);
                            assertThat(form).startsWith(mending.page());
                            assertThat(mending.thing())
                                    .isEqualTo(
                                            switch (subject) {
                                                case "grants" -> "Planned time used";
                                                case "review" -> "Project review";
                                                case "pay" -> "Line pay";
                                                case "bip" -> "Improvement plan";
                                                default -> subject;
                                            });
                        });
    }
}
