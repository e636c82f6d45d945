package org.muniment.command.access;

import static org.muniment.command.partnership.ChorleySouthRibble.TERMS;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.muniment.command.dispatch.RefusedBy;
import org.muniment.command.partnership.ChorleySouthRibble;
import org.muniment.command.partnership.EstablishedPartnerships;
import org.muniment.kernel.access.AccessCommand.AppointDeputy;
import org.muniment.kernel.access.AccessCommand.CancelSecret;
import org.muniment.kernel.access.AccessCommand.DismissDeputy;
import org.muniment.kernel.access.AccessCommand.GrantRole;
import org.muniment.kernel.access.AccessCommand.IssueSecret;
import org.muniment.kernel.access.AccessCommand.WithdrawRole;
import org.muniment.kernel.access.AccessEvent.DeputyAppointed;
import org.muniment.kernel.access.AccessEvent.DeputyDismissed;
import org.muniment.kernel.access.AccessEvent.RoleGranted;
import org.muniment.kernel.access.AccessEvent.RoleWithdrawn;
import org.muniment.kernel.access.AccessEvent.SecretCancelled;
import org.muniment.kernel.access.AccessEvent.SecretIssued;
import org.muniment.kernel.access.AccessId;
import org.muniment.kernel.access.Actors;
import org.muniment.kernel.access.Grant;
import org.muniment.kernel.access.GrantId;
import org.muniment.kernel.access.Reach;
import org.muniment.kernel.access.Role;
import org.muniment.kernel.words.Code;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.PersonId;
import org.muniment.kernel.words.Sha256;

class AccessTest {
    private static final PersonId ANN = new PersonId("u-17");
    private static final PersonId BOB = new PersonId("u-18");
    private static final AccessId ACCESS = new AccessId(ANN);
    private static final Actors ADMIN = new Actors(new PersonId("admin"), null);
    private static final Narrative WHY = new Narrative("The committee asked for it.");
    private static final LocalDate FRIDAY = LocalDate.of(2017, 9, 15);
    private static final GrantId ID = new GrantId("audit");

    private final FixtureConfiguration<Access> access =
            new AggregateTestFixture<>(Access.class)
                    .registerInjectableResource((EstablishedPartnerships) partnership -> TERMS);

    @Test
    void aRoleIsGivenWithItsReach() {
        Grant grant = officer("CBC", "SS", "SAS");

        access.givenNoPriorActivity().when(grant(grant)).expectEvents(granted(grant));
    }

    @Test
    void aSecondRoleIsGivenBesideTheFirst() {
        Grant second = new Grant(new GrantId("member"), Role.MEMBER, Reach.EVERYWHERE, FRIDAY);

        access.given(granted(officer("CBC", "SS", "SAS")))
                .when(grant(second))
                .expectEvents(granted(second));
    }

    @Test
    void nobodyGivesThemselvesARole() {
        access.givenNoPriorActivity()
                .when(new GrantRole(ACCESS, officer("CBC", "SS", "SAS"), acting("u-17"), WHY))
                .expectNoEvents()
                .expectException(RefusedBy.rule("own-access"));
    }

    @Test
    void nobodyHasADeputyGiveThemOne() {
        Actors deputy = Actors.of(BOB, "u-17");

        access.givenNoPriorActivity()
                .when(new GrantRole(ACCESS, officer("CBC", "SS", "SAS"), deputy, WHY))
                .expectNoEvents()
                .expectException(RefusedBy.rule("own-access"));
    }

    @Test
    void aReachNamesCouncilsAndServicesThePartnershipHas() {
        access.givenNoPriorActivity()
                .when(grant(officer("XYZ", "SS", "SAS")))
                .expectNoEvents()
                .expectException(RefusedBy.rule("unknown-council", "councils"));
        access.givenNoPriorActivity()
                .when(grant(officer("CBC", "SS", "XYZ")))
                .expectNoEvents()
                .expectException(RefusedBy.rule("unknown-service", "services"));
    }

    @Test
    void theIdOfAGrantIsUsedOnce() {
        Grant grant = officer("CBC", "SS", "SAS");

        access.given(granted(grant))
                .when(grant(grant))
                .expectNoEvents()
                .expectException(RefusedBy.rule("id-taken", "id"));
        access.given(granted(grant), withdrawn())
                .when(grant(grant))
                .expectNoEvents()
                .expectException(RefusedBy.rule("id-taken", "id"));
    }

    @Test
    void aRoleIsTakenAwayAndTakingItTwiceIsRecordedOnce() {
        Grant grant = officer("CBC", "SS", "SAS");

        access.given(granted(grant)).when(withdraw()).expectEvents(withdrawn());
        access.given(granted(grant), withdrawn())
                .when(withdraw())
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void whatWasNeverGivenIsNotTakenAway() {
        access.given(granted(new Grant(new GrantId("other"), Role.MEMBER, Reach.EVERYWHERE, null)))
                .when(withdraw())
                .expectNoEvents()
                .expectException(RefusedBy.rule("no-such-grant", "grant"));
        access.givenNoPriorActivity()
                .when(withdraw())
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }

    @Test
    void aDeputyIsAppointedUntilADayAndForLonger() {
        Grant grant = officer("CBC", "SS", "SAS");

        access.given(granted(grant)).when(appoint(BOB, FRIDAY)).expectEvents(appointed(FRIDAY));
        access.given(granted(grant), appointed(FRIDAY))
                .when(appoint(BOB, FRIDAY.plusDays(3)))
                .expectEvents(appointed(FRIDAY.plusDays(3)));
        access.given(granted(grant), appointed(FRIDAY))
                .when(appoint(BOB, FRIDAY))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void nobodyIsTheirOwnDeputyNorAppointsThemselves() {
        Grant grant = officer("CBC", "SS", "SAS");

        access.given(granted(grant))
                .when(appoint(ANN, FRIDAY))
                .expectNoEvents()
                .expectException(RefusedBy.rule("own-deputy", "id"));
        access.given(granted(grant))
                .when(new AppointDeputy(ACCESS, new AccessId(BOB), FRIDAY, acting("u-18"), WHY))
                .expectNoEvents()
                .expectException(RefusedBy.rule("own-access"));
    }

    @Test
    void aDeputyIsDismissedOnce() {
        Grant grant = officer("CBC", "SS", "SAS");
        DismissDeputy dismiss = new DismissDeputy(ACCESS, new AccessId(BOB), WHY);
        DeputyDismissed dismissed = new DeputyDismissed(ANN, BOB, WHY);

        access.given(granted(grant), appointed(FRIDAY)).when(dismiss).expectEvents(dismissed);
        access.given(granted(grant), appointed(FRIDAY), dismissed)
                .when(dismiss)
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void ofASecretTheLogHoldsItsDigestAlone() {
        Secret secret = Secret.random();

        access.givenNoPriorActivity()
                .when(new IssueSecret(ACCESS, secret.digest()))
                .expectEvents(new SecretIssued(ANN, Sha256.of(secret.value())));
    }

    @Test
    void aSecretIsCancelledOnce() {
        SecretIssued issued = new SecretIssued(ANN, Sha256.of("one"));
        SecretCancelled cancelled = new SecretCancelled(ANN, WHY);

        access.given(issued).when(new CancelSecret(ACCESS, WHY)).expectEvents(cancelled);
        access.given(issued, cancelled)
                .when(new CancelSecret(ACCESS, WHY))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    private static Grant officer(String council, String other, String service) {
        return new Grant(
                ID,
                Role.OFFICER,
                new Reach(
                        ChorleySouthRibble.ID,
                        List.of(new Code(council), new Code(other)),
                        List.of(new Code(service))),
                null);
    }

    private static GrantRole grant(Grant grant) {
        return new GrantRole(ACCESS, grant, ADMIN, WHY);
    }

    private static RoleGranted granted(Grant grant) {
        return new RoleGranted(ANN, grant, WHY);
    }

    private static WithdrawRole withdraw() {
        return new WithdrawRole(ACCESS, ID, WHY);
    }

    private static RoleWithdrawn withdrawn() {
        return new RoleWithdrawn(ANN, ID, WHY);
    }

    private static AppointDeputy appoint(PersonId deputy, LocalDate until) {
        return new AppointDeputy(ACCESS, new AccessId(deputy), until, ADMIN, WHY);
    }

    private static DeputyAppointed appointed(LocalDate until) {
        return new DeputyAppointed(ANN, BOB, until, WHY);
    }

    private static Actors acting(String person) {
        return new Actors(new PersonId(person), null);
    }
}
