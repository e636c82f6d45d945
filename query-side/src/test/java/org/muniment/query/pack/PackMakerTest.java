package org.muniment.query.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.query.picture.PlanExamples.CUT_OFF;
import static org.muniment.query.picture.PlanExamples.JULY;
import static org.muniment.query.picture.PlanExamples.SAS;
import static org.muniment.query.picture.PlanExamples.actual;
import static org.muniment.query.picture.PlanExamples.completed;
import static org.muniment.query.picture.PlanExamples.forecast;
import static org.muniment.query.picture.PlanExamples.kpi;
import static org.muniment.query.picture.PlanExamples.line;
import static org.muniment.query.picture.PlanExamples.picture;
import static org.muniment.query.picture.PlanExamples.project;
import static org.muniment.query.picture.PlanExamples.restated;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muniment.kernel.budget.BudgetLineKind;
import org.muniment.kernel.findings.Finding;
import org.muniment.kernel.kpi.Cadence;
import org.muniment.kernel.snapshot.FindingName;
import org.muniment.kernel.snapshot.FindingOverride;
import org.muniment.kernel.snapshot.PackContent;
import org.muniment.kernel.time.Quarter;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.Version;
import org.muniment.query.dashboard.Tables;
import org.muniment.query.due.OpenQuarter;
import org.muniment.query.pack.PackMaker.Terms;
import org.muniment.query.picture.PlanPicture;

class PackMakerTest {
    private static final PlanPicture PICTURE =
            picture(
                    kpi("k", SAS),
                    actual("k", JULY, "83.33"),
                    restated("k", JULY, "83.33", "95.0"),
                    project("early", "2017-09", "2017-12"),
                    completed("early", "2017-07-20"),
                    project("other", "2017-09", "2017-12"),
                    completed("other", "2017-07-21"),
                    line("l", "1.393", BudgetLineKind.BASE),
                    forecast("l", CUT_OFF, "1.362"));

    @Test
    void theCutOffIsTheQuartersEndUnlessAnotherDayIsGiven() {
        assertThat(Terms.of(PICTURE, Quarter.Q1, null, List.of()).asAt()).isEqualTo("2017-06-30");
        assertThat(Terms.of(PICTURE, Quarter.Q4, null, List.of()).asAt()).isEqualTo("2018-03-31");
        assertThat(Terms.of(PICTURE, Quarter.Q1, CUT_OFF, List.of()).asAt()).isEqualTo(CUT_OFF);
    }

    @Test
    void thePackIsTheSameBytesEveryTimeAndSurvivesBeingRead() {
        PackContent content = CanonicalJson.of(pack());

        assertThat(CanonicalJson.of(pack())).isEqualTo(content);
        assertThat(CanonicalJson.of(CanonicalJson.read(content))).isEqualTo(content);
        assertThat(CanonicalJson.read(content)).isEqualTo(pack());
    }

    @Test
    void figuresKeepTheDigitsTheyWereTypedWith() {
        assertThat(CanonicalJson.of(pack()).json()).contains("\"95.0\"", "\"1.393\"");
    }

    @Test
    void anOverrideOfAKindCoversAllOfItAndItsReasonIsInThePack() {
        Pack pack = pack(override("completed-before-start", "Typed wrongly"));

        assertThat(pack.findings())
                .filteredOn(finding -> finding.id().equals("completed-before-start"))
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.overridden()).isEqualTo("Typed wrongly"));
        assertThat(pack.overrides()).hasSize(1);
    }

    @Test
    void anOverrideOfOneThingCoversThatThingAlone() {
        Pack pack = pack(override("completed-before-start:early", "Typed wrongly"));

        assertThat(pack.findings())
                .filteredOn(finding -> finding.id().equals("completed-before-start"))
                .extracting(Pack.PackFinding::overridden)
                .containsExactly("Typed wrongly", null);
    }

    @Test
    void ofAQuarterThatIsOverTheSameIsFoundBeforeItsFreezeAndByIt() {
        OpenQuarter q1 = OpenQuarter.of(PICTURE, LocalDate.of(2017, 8, 3)).get(0);
        Terms terms = Terms.of(PICTURE, Quarter.Q1, null, List.of());

        assertThat(PackMaker.findings(PICTURE, q1))
                .isNotEmpty()
                .isEqualTo(PackMaker.findings(PICTURE, Tables.of(PICTURE, terms.asAt()), terms));
    }

    @Test
    void aPackOfTheFirstEditionIsStillMadeByItsOwnRules() {
        PlanPicture plan = picture(kpi("k", Cadence.QUARTERLY), actual("k", JULY, "100"));
        LocalDate end = LocalDate.of(2017, 9, 30);
        Terms first = new Terms(new Version("pack-1"), Quarter.Q2, end, List.of());
        Terms now = new Terms(Pack.RULES, Quarter.Q2, end, List.of());

        assertThat(PackMaker.make(plan, 3, first).rules()).hasToString("pack-1");
        assertThat(PackMaker.make(plan, 3, first).findings()).isEmpty();
        assertThat(PackMaker.make(plan, 3, now).findings())
                .extracting(Pack.PackFinding::id)
                .containsExactly("missing-actual");
    }

    @Test
    void anOverrideOfNothingIsIdle() {
        Terms terms = Terms.of(PICTURE, Quarter.Q1, CUT_OFF, List.of());
        List<Finding> found = PackMaker.findings(PICTURE, Tables.of(PICTURE, CUT_OFF), terms);

        assertThat(
                        PackMaker.idle(
                                found,
                                List.of(
                                        override("completed-before-start:early", "Typed wrongly"),
                                        override("completed-before-start:p", "Typed wrongly"),
                                        override("rate-target-zero", "Not so"))))
                .extracting(FindingName::value)
                .containsExactly("completed-before-start:p", "rate-target-zero");
    }

    @Test
    void aRestatementStandsInThePackWithBothFigures() {
        assertThat(pack().restatements())
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.kpi()).isEqualTo("k");
                            assertThat(it.month()).isEqualTo(JULY);
                            assertThat(it.reported()).hasToString("83.33");
                            assertThat(it.restated()).hasToString("95.0");
                        });
    }

    @Test
    void aRestatementOfAMonthAfterTheCutOffIsForALaterPack() {
        Terms june = Terms.of(PICTURE, Quarter.Q1, null, List.of());

        assertThat(PackMaker.make(PICTURE, 40, june).restatements()).isEmpty();
    }

    private static Pack pack(FindingOverride... overrides) {
        return PackMaker.make(
                PICTURE, 40, Terms.of(PICTURE, Quarter.Q1, CUT_OFF, List.of(overrides)));
    }

    private static FindingOverride override(String finding, String reason) {
        return new FindingOverride(new FindingName(finding), new Narrative(reason));
    }
}
