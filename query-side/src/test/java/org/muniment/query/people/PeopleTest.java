package org.muniment.query.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.muniment.kernel.person.CaseReference;
import org.muniment.kernel.person.CommitmentKey;
import org.muniment.kernel.person.FieldCommitment;
import org.muniment.kernel.person.LegalBasis;
import org.muniment.kernel.person.Opening;
import org.muniment.kernel.person.PersonEvent;
import org.muniment.kernel.person.PersonEvent.ErasureProposed;
import org.muniment.kernel.person.PersonEvent.PersonErased;
import org.muniment.kernel.person.PersonEvent.PersonNamed;
import org.muniment.kernel.person.PersonalField;
import org.muniment.kernel.person.PersonalText;
import org.muniment.kernel.person.SubjectId;
import org.muniment.kernel.words.PersonId;
import org.muniment.query.journal.EventJson;
import org.muniment.query.journal.JournalEntry;
import org.muniment.query.journal.JournalWriter.Recorded;
import org.muniment.query.journal.ReadPosition;
import org.muniment.query.journal.ReadStore;
import org.muniment.query.journal.Streams;
import org.muniment.query.journal.Timeline;
import org.muniment.query.journal.UnknownThing;
import org.muniment.query.moment.Moments;
import org.muniment.query.people.PersonPicture.Erasure;
import org.muniment.query.people.PersonPicture.Proposal;

/** What the log says of people, held against what the vault holds. */
class PeopleTest {
    private static final SubjectId PERSON = new SubjectId("p-1");
    private static final PersonId SECRETARIAT = new PersonId("secretariat");
    private static final CaseReference CASE = new CaseReference("DP-17");
    private static final Instant THEN = Instant.parse("2026-09-14T09:00:00Z");
    private static final Opening NAME = opening(1, PersonalField.NAME, "Jane Roe");
    private static final Opening POST = opening(2, PersonalField.POST, "Clerk");
    private static final Opening NEW_NAME = opening(3, PersonalField.NAME, "Jane Doe");

    private final ReadStore store = new ReadStore();
    private final Streams streams = new Streams(store.database());
    private final PeopleLog log = new PeopleLog(streams);
    private List<Opening> held = new ArrayList<>();
    private final People people = new People(log, person -> held, moments());

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aPersonIsReadWhereTheVaultOpensEveryCommitment() {
        keep(1, named(NAME, POST));
        held = List.of(NEW_NAME, POST, NAME);

        PersonReading reading = people.read(PERSON);

        assertThat(reading.isReadable()).isTrue();
        assertThat(reading.openings()).containsExactly(NAME, POST);
        assertThat(reading.text(PersonalField.NAME)).isEqualTo(NAME.text());
        assertThat(reading.text(PersonalField.EMAIL)).isNull();
    }

    @Test
    void nothingIsShownWhereOneTextIsNotTheOneCommittedTo() {
        keep(1, named(NAME, POST));
        for (Opening wrong :
                List.of(
                        NEW_NAME,
                        new Opening(PersonalField.NAME, POST.key(), NAME.text()),
                        new Opening(PersonalField.POST, NAME.key(), NAME.text()))) {
            held = List.of(POST, wrong);

            PersonReading reading = people.read(PERSON);

            assertThat(reading.fault())
                    .isEqualTo("what the vault holds is not the name committed to");
            assertThat(reading.openings()).isEmpty();
            assertThat(reading.text(PersonalField.POST)).isNull();
        }
    }

    @Test
    void aPersonOfWhomTheVaultHoldsNothingIsUnreadable() {
        keep(1, named(NAME));

        assertThat(people.read(PERSON).fault()).isEqualTo(PersonReading.NOTHING_HELD);
        assertThatExceptionOfType(CannotBeOpened.class)
                .isThrownBy(() -> people.openingsInForce(PERSON));
    }

    @Test
    void anErasedPersonIsReadWhateverTheVaultHolds() {
        keep(1, named(NAME));
        keep(2, new ErasureProposed(PERSON, LegalBasis.UNLAWFUL, CASE, SECRETARIAT));
        keep(3, erased());
        held = List.of(NAME);

        PersonReading reading = people.read(PERSON);

        assertThat(reading.isReadable()).isTrue();
        assertThat(reading.openings()).isEmpty();
        assertThat(people.openingsInForce(PERSON)).isEmpty();
        assertThat(reading.picture().proposed()).isNull();
        assertThat(reading.picture().erased())
                .isEqualTo(
                        new Erasure(
                                3,
                                THEN,
                                LegalBasis.UNLAWFUL,
                                CASE,
                                SECRETARIAT,
                                new PersonId("somebody")));
    }

    @Test
    void whoIsRectifiedWhileBeingReadIsReadAnew() {
        keep(1, named(NAME));
        People slow =
                new People(
                        log,
                        person -> {
                            keep(2, named(NEW_NAME));
                            return List.of(NEW_NAME);
                        },
                        moments());

        assertThat(slow.read(PERSON).text(PersonalField.NAME)).isEqualTo(NEW_NAME.text());
    }

    @Test
    void theLastNamingAndTheLastProposalCount() {
        keep(1, named(NAME, POST));
        keep(2, new ErasureProposed(PERSON, LegalBasis.OBJECTION, null, SECRETARIAT));
        keep(4, named(NEW_NAME));
        keep(5, new ErasureProposed(PERSON, LegalBasis.UNLAWFUL, CASE, SECRETARIAT));

        PersonPicture picture = log.find(PERSON).orElseThrow();

        assertThat(picture.commitments()).containsExactly(NEW_NAME.commitment(PERSON));
        assertThat(picture.namedAt()).isEqualTo(4);
        assertThat(picture.version()).isEqualTo(4);
        assertThat(picture.proposed())
                .isEqualTo(new Proposal(5, THEN, LegalBasis.UNLAWFUL, CASE, SECRETARIAT));
    }

    @Test
    void eventsAreKeptOnceHoweverOftenDeliveredAndReadInPages() {
        keep(1, named(NAME));
        keep(3, named(NEW_NAME));
        keep(3, named(NEW_NAME));
        keep(1, named(NAME));

        assertThat(streams.historyOf(PERSON.toString(), 0, 10).orElseThrow())
                .extracting(JournalEntry::position)
                .containsExactly(1L, 3L);
        assertThat(streams.historyOf(PERSON.toString(), 1, 10).orElseThrow()).hasSize(1);
        assertThat(streams.historyOf(PERSON.toString(), 0, 1).orElseThrow()).hasSize(1);
        assertThat(log.all()).hasSize(1);
    }

    @Test
    void nobodyUnknownIsRead() {
        assertThatExceptionOfType(UnknownThing.class).isThrownBy(() -> people.read(PERSON));
        assertThat(streams.historyOf(PERSON.toString(), 0, 10)).isEmpty();
        assertThat(people.all()).isEmpty();
    }

    private Moments moments() {
        return new Moments(
                new Timeline(store.database()),
                new ReadPosition(store.database()),
                () -> 0,
                Clock.systemUTC());
    }

    private void keep(long position, PersonEvent event) {
        streams.keep(
                new Recorded(
                        position, THEN, event, EventJson.write(event), "{\"by\":\"somebody\"}"));
    }

    private static PersonNamed named(Opening... openings) {
        List<FieldCommitment> commitments =
                List.of(openings).stream().map(it -> it.commitment(PERSON)).toList();
        return new PersonNamed(PERSON, commitments, null);
    }

    private static PersonErased erased() {
        return new PersonErased(
                PERSON, List.of(PersonalField.NAME), LegalBasis.UNLAWFUL, CASE, SECRETARIAT);
    }

    private static Opening opening(int seed, PersonalField field, String text) {
        byte[] key = new byte[CommitmentKey.LENGTH];
        key[0] = (byte) seed;
        return new Opening(field, CommitmentKey.of(key), new PersonalText(text));
    }
}
