package org.muniment.command.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muniment.command.dispatch.CommandSideInMemory.seeing;
import static org.muniment.command.kpi.GrantClaims.ACTION;
import static org.muniment.command.kpi.GrantClaims.COMMENT;
import static org.muniment.command.kpi.GrantClaims.DEFINITION;
import static org.muniment.command.kpi.GrantClaims.JULY;
import static org.muniment.command.kpi.GrantClaims.annual;
import static org.muniment.command.kpi.GrantClaims.defined;
import static org.muniment.command.kpi.GrantClaims.recorded;
import static org.muniment.command.kpi.GrantClaims.twentyOf24;

import org.junit.jupiter.api.Test;
import org.muniment.command.dispatch.Caller;
import org.muniment.command.dispatch.CommandSideInMemory;
import org.muniment.command.dispatch.RefusedBy;
import org.muniment.command.plan.BusinessPlan;
import org.muniment.command.snapshot.FirstQuarter;
import org.muniment.kernel.figures.Derivation;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.figures.Judgement;
import org.muniment.kernel.figures.Status;
import org.muniment.kernel.kpi.KpiEvent.KpiActualRestated;
import org.muniment.kernel.kpi.KpiEvent.KpiActualSignedOff;
import org.muniment.kernel.kpi.KpiEvent.KpiNotMeasuredRecorded;
import org.muniment.kernel.kpi.KpiEvent.KpiTargetRevised;
import org.muniment.kernel.kpi.NotMeasuredReason;
import org.muniment.kernel.kpi.Profile;
import org.muniment.kernel.words.Malformed;
import org.muniment.kernel.words.PersonId;
import org.muniment.kernel.words.Title;

class KpiApiTest {
    private static final Caller OFFICER = new Caller("officer", "officer", null, "request-1", null);

    private static final Title SOURCE = new Title("Grants register");

    private final CommandSideInMemory side =
            CommandSideInMemory.of(
                    new KpiModule(), BusinessPlan.alwaysAdopted(), FirstQuarter.neverFrozen());
    private final KpiApi api = new KpiApi(side.commands());

    @Test
    void aDefinitionNeedsNeitherProfileNorBandNorToSayWhetherItAccumulates() {
        define();

        assertThat(side.events()).containsExactly(defined());
    }

    @Test
    void whoeverSentTheFigureDoesNotSignItOff() {
        define();
        api.record(
                GrantClaims.ID,
                new KpiBodies.Actual(JULY, Figure.of("100"), null, null, null, null),
                seeing(1, OFFICER));

        assertThatThrownBy(
                        () ->
                                api.signOff(
                                        GrantClaims.ID,
                                        new KpiBodies.SignOff(JULY, SOURCE, COMMENT),
                                        seeing(2, OFFICER)))
                .is(RefusedBy.refusal("recorder-cannot-sign-off"));
    }

    @Test
    void everyRequestBecomesItsCommand() {
        define();
        api.record(
                GrantClaims.ID,
                new KpiBodies.Actual(
                        JULY,
                        Figure.of("83.33"),
                        Figure.of("20"),
                        Figure.of("24"),
                        COMMENT,
                        ACTION),
                seeing(1, OFFICER));
        api.restate(
                GrantClaims.ID,
                new KpiBodies.Restatement(JULY, Figure.of("95.83"), COMMENT),
                seeing(2, OFFICER));
        api.recordNotMeasured(
                GrantClaims.ID,
                new KpiBodies.NotMeasured(
                        JULY.plusMonths(1), NotMeasuredReason.AWAITING_DATA, COMMENT),
                seeing(3, OFFICER));
        api.signOff(
                GrantClaims.ID,
                new KpiBodies.SignOff(JULY, SOURCE, COMMENT),
                seeing(4, new Caller("head-of-service", "head-of-service", null, "r", null)));
        api.revise(
                GrantClaims.ID,
                new KpiBodies.Target(annually("90"), null, COMMENT),
                seeing(5, OFFICER));

        assertThat(side.events())
                .containsExactly(
                        defined(),
                        recorded(twentyOf24("83.33"), Status.RED, COMMENT, ACTION),
                        new KpiActualRestated(
                                GrantClaims.ID,
                                BusinessPlan.ID,
                                JULY,
                                Figure.of("83.33"),
                                Figure.of("95.83"),
                                Figure.of("100"),
                                new Judgement(Status.AMBER, "tolerance-5"),
                                COMMENT),
                        new KpiNotMeasuredRecorded(
                                GrantClaims.ID,
                                BusinessPlan.ID,
                                JULY.plusMonths(1),
                                NotMeasuredReason.AWAITING_DATA,
                                COMMENT),
                        new KpiActualSignedOff(
                                GrantClaims.ID,
                                BusinessPlan.ID,
                                JULY,
                                Figure.of("95.83"),
                                SOURCE,
                                COMMENT,
                                new PersonId("head-of-service")),
                        new KpiTargetRevised(
                                GrantClaims.ID,
                                BusinessPlan.ID,
                                annual("90"),
                                Profile.NONE,
                                COMMENT));
    }

    @Test
    void aTargetThatItsWorkingDoesNotGiveNamesTheWholePathOfTheField() {
        KpiBodies.Annual libid =
                new KpiBodies.Annual(Figure.of("0.126"), null, new Derivation("0.110 x 1.15"));

        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(libid::target)
                .returns("annualTarget.value", Malformed::field);
    }

    private void define() {
        api.define(
                BusinessPlan.ID,
                new KpiBodies.Definition(
                        GrantClaims.ID,
                        DEFINITION.service(),
                        DEFINITION.section(),
                        DEFINITION.title(),
                        null,
                        DEFINITION.lead(),
                        DEFINITION.unit(),
                        DEFINITION.polarity(),
                        null,
                        null,
                        DEFINITION.priorActual(),
                        annually("100"),
                        DEFINITION.cadence(),
                        null),
                OFFICER);
    }

    private static KpiBodies.Annual annually(String target) {
        return new KpiBodies.Annual(Figure.of(target), null, null);
    }
}
