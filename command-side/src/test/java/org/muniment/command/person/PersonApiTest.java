package org.muniment.command.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muniment.command.dispatch.CommandSideInMemory.seeing;
import static org.muniment.command.person.Somebody.CASE;
import static org.muniment.command.person.Somebody.ID;

import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;
import org.muniment.command.dispatch.Caller;
import org.muniment.command.dispatch.CommandSideInMemory;
import org.muniment.command.dispatch.Receipt;
import org.muniment.command.dispatch.RefusedBy;
import org.muniment.command.dispatch.StaleVersion;
import org.muniment.command.person.PersonApi.Confirmation;
import org.muniment.command.person.PersonApi.Naming;
import org.muniment.command.person.PersonApi.Proposal;
import org.muniment.command.person.PersonApi.Rectification;
import org.muniment.kernel.person.FieldCommitment;
import org.muniment.kernel.person.LegalBasis;
import org.muniment.kernel.person.PersonCommand.NamePerson;
import org.muniment.kernel.person.PersonEvent.ErasureProposed;
import org.muniment.kernel.person.PersonEvent.PersonErased;
import org.muniment.kernel.person.PersonEvent.PersonNamed;
import org.muniment.kernel.person.PersonalField;
import org.muniment.kernel.person.PersonalText;
import org.muniment.kernel.person.SubjectId;
import org.muniment.kernel.words.Malformed;

/** Whatever becomes of a command, the vault ends up holding what the log speaks of. */
class PersonApiTest {
    private static final Caller SECRETARIAT =
            new Caller("secretariat", "secretariat", null, "request-1", null);
    private static final Caller HEAD =
            new Caller("head-of-service", "head-of-service", null, "request-2", null);
    private static final PersonalText NAME = new PersonalText("Jane Roe");
    private static final PersonalText POST = new PersonalText("Clerk");
    private static final PersonalText NEW_NAME = new PersonalText("Jane Doe");
    private static final Naming NAMING = new Naming(ID, null, NAME, POST, null, null);

    private final CommandSideInMemory side = CommandSideInMemory.of(new PersonModule());
    private final VaultInMemory vault = new VaultInMemory();
    private final InForce log = new LoggedCommitments(side.axon());
    private final VaultInStep step = new VaultInStep(vault, log);
    private final PersonApi api = new PersonApi(side.commands(), step);

    @Test
    void everyRequestBecomesItsCommandAndNoTextIsInAnyEvent() {
        Receipt receipt = api.name(NAMING, SECRETARIAT).getBody();
        api.proposeErasure(ID, new Proposal(LegalBasis.OBJECTION, CASE), seeing(1, SECRETARIAT));
        api.confirmErasure(ID, new Confirmation(), seeing(2, HEAD));

        assertThat(receipt).isEqualTo(new Receipt("p-0042", 1, 1));
        assertThat(side.events())
                .hasExactlyElementsOfTypes(
                        PersonNamed.class, ErasureProposed.class, PersonErased.class);
        assertThat(side.events().get(2))
                .isEqualTo(
                        new PersonErased(
                                ID,
                                List.of(PersonalField.NAME, PersonalField.POST),
                                LegalBasis.OBJECTION,
                                CASE,
                                Somebody.PROPOSER));
        assertThat(side.events().toString() + side.metaData()).doesNotContain("Roe", "Clerk");
    }

    @Test
    void textsAreInTheVaultWhenTheCommandIsSentAndStayAfterIt() {
        api.name(NAMING, SECRETARIAT);

        assertThat(vault.texts(ID)).containsExactly("Clerk", "Jane Roe");
        assertThat(log.of(ID))
                .extracting(FieldCommitment::field)
                .containsExactly(PersonalField.NAME, PersonalField.POST);
    }

    @Test
    void theCommandIsNotSentBeforeTheTextsAreKept() {
        step.saying(
                ID,
                Map.of(PersonalField.NAME, NAME),
                said -> {
                    assertThat(vault.texts(ID)).containsExactly("Jane Roe");
                    return side.send(new NamePerson(ID, said, null));
                });
    }

    @Test
    void aRectificationTakesTheReplacedTextsOutOfTheVault() {
        api.name(NAMING, SECRETARIAT);

        api.rectify(ID, new Rectification(NEW_NAME, null, null, null), seeing(1, SECRETARIAT));

        assertThat(vault.texts(ID)).containsExactly("Jane Doe");
    }

    @Test
    void theSameSaidAgainIsRecordedOnceAndStays() {
        api.name(NAMING, SECRETARIAT);

        Receipt again =
                api.rectify(ID, new Rectification(NAME, POST, null, null), seeing(1, SECRETARIAT))
                        .getBody();

        assertThat(again).isEqualTo(new Receipt("p-0042", 1, 1));
        assertThat(side.events()).hasSize(1);
        assertThat(vault.texts(ID)).containsExactly("Clerk", "Jane Roe");
    }

    @Test
    void anErasureLeavesNothingInTheVault() {
        api.name(NAMING, SECRETARIAT);
        api.proposeErasure(ID, new Proposal(LegalBasis.UNLAWFUL, null), seeing(1, SECRETARIAT));
        assertThat(vault.texts(ID)).isNotEmpty();

        api.confirmErasure(ID, new Confirmation(), seeing(2, HEAD));

        assertThat(vault.people()).isEmpty();
        assertThat(log.of(ID)).isEmpty();
    }

    @Test
    void whatIsRefusedLeavesNothingInTheVault() {
        api.name(NAMING, SECRETARIAT);

        assertThatThrownBy(
                        () ->
                                api.name(
                                        new Naming(ID, null, NEW_NAME, null, null, null),
                                        SECRETARIAT))
                .is(RefusedBy.refusal("id-taken", "id"));
        assertThatExceptionOfType(StaleVersion.class)
                .isThrownBy(
                        () ->
                                api.rectify(
                                        ID,
                                        new Rectification(NEW_NAME, null, null, null),
                                        new Caller("secretariat", "secretariat", null, "r", 7L)));
        assertThat(vault.texts(ID)).containsExactly("Clerk", "Jane Roe");
    }

    @Test
    void whatIsSaidOfSomebodyUnknownLeavesNothingInTheVault() {
        assertThatExceptionOfType(AggregateNotFoundException.class)
                .isThrownBy(
                        () ->
                                api.rectify(
                                        ID,
                                        new Rectification(NAME, null, null, null),
                                        SECRETARIAT));

        assertThat(vault.people()).isEmpty();
    }

    @Test
    void whereItIsNotKnownWhetherACommandReachedTheDiskNothingIsRemovedUntilItIs() {
        api.name(NAMING, SECRETARIAT);
        side.diskFails(true);
        assertThatThrownBy(
                        () ->
                                api.rectify(
                                        ID,
                                        new Rectification(NEW_NAME, null, null, null),
                                        seeing(1, SECRETARIAT)))
                .hasMessageContaining("disk full");
        assertThat(vault.texts(ID)).containsExactly("Clerk", "Jane Doe", "Jane Roe");

        step.settleAll();

        assertThat(vault.texts(ID)).containsExactly("Clerk", "Jane Roe");
    }

    @Test
    void textsThatNeverReachedTheLogAreGoneAfterTheNextStart() {
        vault.keep(ID, Map.of(PersonalField.NAME, NAME));

        step.settleAll();

        assertThat(vault.people()).isEmpty();
    }

    @Test
    void whoWasErasedInTheLogAndNotYetInTheVaultIsGoneAfterTheNextStart() {
        api.name(NAMING, SECRETARIAT);
        api.proposeErasure(ID, new Proposal(LegalBasis.UNLAWFUL, null), seeing(1, SECRETARIAT));
        side.commands().change("any", Somebody.confirm(Somebody.ANOTHER), seeing(2, HEAD));
        assertThat(vault.texts(ID)).isNotEmpty();

        step.settleAll();

        assertThat(vault.people()).isEmpty();
    }

    @Test
    void anErasureIsNotAcknowledgedWhileTheVaultHoldsTheTextsAndCanBeConfirmedAgain() {
        api.name(NAMING, SECRETARIAT);
        api.proposeErasure(ID, new Proposal(LegalBasis.UNLAWFUL, null), seeing(1, SECRETARIAT));
        vault.removingFails(true);
        assertThatExceptionOfType(VaultUnavailable.class)
                .isThrownBy(() -> api.confirmErasure(ID, new Confirmation(), seeing(2, HEAD)));
        vault.removingFails(false);

        Receipt receipt = api.confirmErasure(ID, new Confirmation(), seeing(3, HEAD)).getBody();

        assertThat(receipt).isEqualTo(new Receipt("p-0042", 3, 3));
        assertThat(vault.people()).isEmpty();
    }

    @Test
    void aVaultThatCannotBeBroughtInStepDoesNotKeepTheRestFromStarting() {
        vault.keep(ID, Map.of(PersonalField.NAME, NAME));
        vault.removingFails(true);

        step.settleAll();

        assertThat(vault.texts(ID)).containsExactly("Jane Roe");
    }

    @Test
    void aReasonThatCouldNeverBeErasedIsNotTaken() {
        Caller talkative = new Caller("secretariat", "secretariat", "Jane Roe left", "r", null);

        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> api.name(NAMING, talkative))
                .returns("Reason", Malformed::field);
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(
                        () ->
                                api.rectify(
                                        ID, new Rectification(NAME, null, null, null), talkative));
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(
                        () ->
                                api.proposeErasure(
                                        ID, new Proposal(LegalBasis.UNLAWFUL, null), talkative));
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> api.confirmErasure(ID, new Confirmation(), talkative));
        assertThat(vault.people()).isEmpty();
        assertThat(side.events()).isEmpty();
    }

    @Test
    void anIdMadeOfTheNameIsNotTaken() {
        Naming telling = new Naming(new SubjectId("jane-roe"), null, NAME, null, null, null);

        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> api.name(telling, SECRETARIAT));
        assertThat(vault.people()).isEmpty();
    }

    @Test
    void aRequestDoesNotShowItsTexts() {
        assertThat(NAMING.toString()).contains("p-0042").doesNotContain("Roe", "Clerk");
    }
}
