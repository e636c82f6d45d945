package org.muniment.command.kpi;

import static org.muniment.command.kpi.GrantClaims.ACTION;
import static org.muniment.command.kpi.GrantClaims.COMMENT;
import static org.muniment.command.kpi.GrantClaims.JULY;
import static org.muniment.command.kpi.GrantClaims.defined;
import static org.muniment.command.kpi.GrantClaims.fixture;
import static org.muniment.command.kpi.GrantClaims.fixtureFrozenIn;
import static org.muniment.command.kpi.GrantClaims.plain;
import static org.muniment.command.kpi.GrantClaims.recorded;
import static org.muniment.command.kpi.GrantClaims.twentyOf24;

import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.muniment.command.dispatch.RefusedBy;
import org.muniment.command.plan.BusinessPlan;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.figures.Judgement;
import org.muniment.kernel.figures.Status;
import org.muniment.kernel.kpi.KpiCommand.SignOffKpiActual;
import org.muniment.kernel.kpi.KpiEvent;
import org.muniment.kernel.kpi.KpiEvent.KpiActualRestated;
import org.muniment.kernel.kpi.KpiEvent.KpiActualSignedOff;
import org.muniment.kernel.kpi.KpiEvent.KpiNotMeasuredRecorded;
import org.muniment.kernel.kpi.NotMeasuredReason;
import org.muniment.kernel.snapshot.SnapshotId;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.PersonId;
import org.muniment.kernel.words.Title;

class SignOffKpiActualTest {
    private static final PersonId RECORDER = new PersonId("officer");
    private static final PersonId CHECKER = new PersonId("head-of-service");
    private static final Title SOURCE = new Title("Grants register, 31 July 2017");
    private static final Narrative CALCULATION = new Narrative("20 returns on time of 24 due");
    private static final KpiEvent TWENTY_OF_24 =
            recorded(twentyOf24("83.33"), Status.RED, COMMENT, ACTION);

    private final FixtureConfiguration<Kpi> kpi = fixture();

    @Test
    void anotherPersonAnswersForTheFigureAsItStands() {
        kpi.given(defined(), by(RECORDER, TWENTY_OF_24))
                .when(signOff(CHECKER))
                .expectEvents(signedOff("83.33", CHECKER));
    }

    @Test
    void whoeverRecordedAFigureDoesNotSignItOff() {
        kpi.given(defined(), by(RECORDER, TWENTY_OF_24))
                .when(signOff(RECORDER))
                .expectNoEvents()
                .expectException(RefusedBy.rule("recorder-cannot-sign-off"));
    }

    @Test
    void whoeverRestatedAFigureLastDoesNotSignItOffAndItsFirstRecorderMay() {
        kpi.given(defined(), by(RECORDER, TWENTY_OF_24), by(CHECKER, restated("95.83")))
                .when(signOff(CHECKER))
                .expectNoEvents()
                .expectException(RefusedBy.rule("recorder-cannot-sign-off"));
        kpi.given(defined(), by(RECORDER, TWENTY_OF_24), by(CHECKER, restated("95.83")))
                .when(signOff(RECORDER))
                .expectEvents(signedOff("95.83", RECORDER));
    }

    @Test
    void theSameFigureIsSignedOffOnce() {
        kpi.given(defined(), by(RECORDER, TWENTY_OF_24), signedOff("83.33", CHECKER))
                .when(signOff(CHECKER))
                .expectNoEvents()
                .expectException(RefusedBy.rule("already-signed-off", "month"));
    }

    @Test
    void aRestatedFigureIsSignedOffAnew() {
        kpi.given(
                        defined(),
                        by(RECORDER, TWENTY_OF_24),
                        signedOff("83.33", CHECKER),
                        by(RECORDER, restated("95.83")))
                .when(signOff(CHECKER))
                .expectEvents(signedOff("95.83", CHECKER));
    }

    @Test
    void aFigureRecordedAnewIsSignedOffAnew() {
        kpi.given(
                        defined(),
                        by(RECORDER, TWENTY_OF_24),
                        signedOff("83.33", CHECKER),
                        by(RECORDER, recorded(plain("100"), Status.GREEN, null, null)))
                .when(signOff(CHECKER))
                .expectEvents(signedOff("100", CHECKER));
    }

    @Test
    void aMonthWithoutAFigureHasNothingToSignOff() {
        kpi.given(defined())
                .when(signOff(CHECKER))
                .expectNoEvents()
                .expectException(RefusedBy.rule("nothing-to-sign-off", "month"));
    }

    @Test
    void aFigureTakenBackCannotBeSignedOff() {
        kpi.given(defined(), by(RECORDER, TWENTY_OF_24), by(RECORDER, awaited()))
                .when(signOff(CHECKER))
                .expectNoEvents()
                .expectException(RefusedBy.rule("nothing-to-sign-off", "month"));
    }

    @Test
    void aFigureTakenBackAndRecordedAgainIsSignedOffAnew() {
        kpi.given(
                        defined(),
                        by(RECORDER, TWENTY_OF_24),
                        signedOff("83.33", CHECKER),
                        by(RECORDER, awaited()),
                        by(RECORDER, TWENTY_OF_24))
                .when(signOff(CHECKER))
                .expectEvents(signedOff("83.33", CHECKER));
    }

    @Test
    void aFigureOfAFrozenMonthIsSignedOffAsAnyOther() {
        fixtureFrozenIn(new SnapshotId("q1"))
                .given(defined(), by(RECORDER, TWENTY_OF_24))
                .when(signOff(CHECKER))
                .expectEvents(signedOff("83.33", CHECKER));
    }

    @Test
    void recordingTheSameAfterASignOffStillChangesNothing() {
        kpi.given(defined(), by(RECORDER, TWENTY_OF_24), signedOff("83.33", CHECKER))
                .when(GrantClaims.record(twentyOf24("83.33"), COMMENT, ACTION))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void nothingIsSignedOffOfAnUnknownKpi() {
        kpi.givenNoPriorActivity()
                .when(signOff(CHECKER))
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }

    private static EventMessage<KpiEvent> by(PersonId person, KpiEvent event) {
        return new GenericEventMessage<>(event, Map.of("by", person.value()));
    }

    private static KpiActualRestated restated(String actual) {
        return new KpiActualRestated(
                GrantClaims.ID,
                BusinessPlan.ID,
                JULY,
                Figure.of("83.33"),
                Figure.of(actual),
                Figure.of("100"),
                new Judgement(Status.AMBER, "tolerance-5"),
                COMMENT);
    }

    private static KpiNotMeasuredRecorded awaited() {
        return new KpiNotMeasuredRecorded(
                GrantClaims.ID, BusinessPlan.ID, JULY, NotMeasuredReason.AWAITING_DATA, null);
    }

    private static SignOffKpiActual signOff(PersonId person) {
        return new SignOffKpiActual(GrantClaims.ID, JULY, SOURCE, CALCULATION, person);
    }

    private static KpiActualSignedOff signedOff(String actual, PersonId person) {
        return new KpiActualSignedOff(
                GrantClaims.ID,
                BusinessPlan.ID,
                JULY,
                Figure.of(actual),
                SOURCE,
                CALCULATION,
                person);
    }
}
