package org.muniment.query.telling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.query.picture.PlanExamples.CUT_OFF;
import static org.muniment.query.picture.PlanExamples.JULY;
import static org.muniment.query.picture.PlanExamples.SAS;
import static org.muniment.query.picture.PlanExamples.actual;
import static org.muniment.query.picture.PlanExamples.adopted;
import static org.muniment.query.picture.PlanExamples.completed;
import static org.muniment.query.picture.PlanExamples.confirmed;
import static org.muniment.query.picture.PlanExamples.forecast;
import static org.muniment.query.picture.PlanExamples.frozen;
import static org.muniment.query.picture.PlanExamples.kpi;
import static org.muniment.query.picture.PlanExamples.line;
import static org.muniment.query.picture.PlanExamples.progress;
import static org.muniment.query.picture.PlanExamples.project;
import static org.muniment.query.picture.PlanExamples.published;
import static org.muniment.query.picture.PlanExamples.restated;
import static org.muniment.query.picture.PlanExamples.signedOff;
import static org.muniment.query.picture.PlanExamples.superseded;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.muniment.kernel.budget.BudgetLineKind;
import org.muniment.kernel.budget.MoneyUnit;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.plan.PlanRecord;
import org.muniment.kernel.project.ProgressStatus;

class TellingTest {
    @Test
    void eventsAreToldInPlainSentences() {
        Map<PlanRecord, String> told =
                Map.ofEntries(
                        Map.entry(
                                adopted(),
                                "The plan “Improvement plan” was adopted for 2017/18; amber is up"
                                        + " to 5% off target."),
                        Map.entry(
                                kpi("k", SAS),
                                "The indicator “Planned time used” was defined, with the target 100"
                                        + " for the year."),
                        Map.entry(
                                actual("k", JULY, "83.33"),
                                "83.33 was recorded for July 2017 and judged RED against 100."),
                        Map.entry(
                                restated("k", JULY, "90", "83.33"),
                                "The figure of July 2017 was restated from 90 as 83.33 and judged"
                                        + " RED against 100."),
                        Map.entry(
                                signedOff("k", JULY, "83.33"),
                                "The figure 83.33 of July 2017 was signed off by head; source:"
                                        + " Register."),
                        Map.entry(
                                project("p", "2017-04", null),
                                "The project “Project p” was added, from April 2017 without an"
                                        + " end."),
                        Map.entry(
                                progress("p", CUT_OFF, ProgressStatus.AMBER),
                                "AMBER was reported as at 31 July 2017: As at 2017-07-31"),
                        Map.entry(
                                completed("p", "2017-07-01"),
                                "It was reported as completed on 1 July 2017: Completed"),
                        Map.entry(
                                line("l", "0.063", BudgetLineKind.BROUGHT_FORWARD),
                                "The budget line “Line l” was approved with £0.063m, brought"
                                        + " forward from the year before."),
                        Map.entry(
                                forecast("l", CUT_OFF, "0.064"),
                                "An outturn of 0.064 was forecast as at 31 July 2017."),
                        Map.entry(
                                frozen("s", 9),
                                "Q1 was frozen as at 31 July 2017, as known after event 9, by"
                                        + " secretariat."),
                        Map.entry(confirmed("s"), "The freeze was confirmed by finance-officer."),
                        Map.entry(
                                published("s", "m-1"),
                                "The pack was published to the meeting m-1."),
                        Map.entry(superseded("s", "t"), "The pack was superseded by t."));

        told.forEach((event, sentence) -> assertThat(Telling.of(event)).isEqualTo(sentence));
    }

    @Test
    void moneyIsSaidInItsUnit() {
        assertThat(Say.money(Figure.of("-0.010"), MoneyUnit.MILLION_POUNDS)).isEqualTo("-£0.010m");
        assertThat(Say.money(Figure.of("500"), MoneyUnit.POUND)).isEqualTo("£500");
    }
}
