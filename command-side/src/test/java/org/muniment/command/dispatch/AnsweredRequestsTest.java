package org.muniment.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Objects;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.junit.jupiter.api.Test;
import org.muniment.command.meeting.SeptemberMeeting;
import org.muniment.command.partnership.ChorleySouthRibble;
import org.muniment.kernel.meeting.MeetingCommand.RescheduleMeeting;
import org.muniment.kernel.meeting.MeetingTime;
import org.muniment.kernel.request.RequestEvent.RequestAnswered;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.Sha256;

class AnsweredRequestsTest {
    private static final Sha256 SAID = Sha256.of("said");

    private final CommandSideInMemory side =
            CommandSideInMemory.of(ChorleySouthRibble.module(), SeptemberMeeting.module())
                    .send(ChorleySouthRibble.establish());

    @Test
    void aRequestSentAgainIsAnsweredAgainAndNotCarriedOutAgain() {
        Receipt first = create(retry("one", SAID));
        int events = side.events().size();

        assertThat(create(retry("one", SAID))).isEqualTo(first);
        assertThat(side.events()).hasSize(events);
    }

    @Test
    void theFirstAnswerIsGivenThoughTheVersionSaidThenIsStaleByNow() {
        create(null);
        Receipt first = move("2017-10-12", 1, retry("one", SAID));
        Receipt second = move("2017-11-16", 2, null);
        assertThat(second.version()).isEqualTo(first.version() + 1);

        assertThat(move("2017-10-12", 1, retry("one", SAID))).isEqualTo(first);
    }

    @Test
    void aCommandThatChangedNothingIsAnsweredTheSameToo() {
        create(null);
        move("2017-10-12", 1, null);
        Receipt first = move("2017-10-12", 2, retry("one", SAID));
        move("2017-11-16", 2, null);

        assertThat(move("2017-10-12", 2, retry("one", SAID))).isEqualTo(first);
        assertThat(first.version()).isEqualTo(2);
    }

    @Test
    void thePositionIsThatOfTheCommandsOwnLastEvent() {
        Receipt receipt = create(retry("one", SAID));

        List<Object> events = side.events();
        assertThat(events.get((int) receipt.position())).isInstanceOf(RequestAnswered.class);
        assertThat(events).hasSize((int) receipt.position() + 1);
    }

    @Test
    void theSameKeyForAnotherRequestIsRefused() {
        create(retry("one", SAID));

        assertThatExceptionOfType(KeyReused.class)
                .isThrownBy(() -> create(retry("one", Sha256.of("something else"))));
    }

    @Test
    void twoPeopleMayUseTheSameKey() {
        create(retry("one", SAID));
        Caller other =
                new Caller("other", "secretariat", null, "r", null, retry("one", Sha256.of("x")));

        assertThatExceptionOfType(AggregateStreamCreationException.class)
                .isThrownBy(() -> side.commands().create("m", SeptemberMeeting.schedule(), other));
    }

    @Test
    void whatWasRefusedIsTriedAgain() {
        create(null);
        assertThatExceptionOfType(AggregateStreamCreationException.class)
                .isThrownBy(() -> create(retry("one", SAID)));
        assertThat(side.events()).noneMatch(RequestAnswered.class::isInstance);
    }

    @Test
    void whatWasNotWrittenIsCarriedOutTheNextTime() {
        side.diskFails(true);
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> create(retry("one", SAID)));
        side.diskFails(false);

        assertThat(create(retry("one", SAID)).version()).isEqualTo(1);
    }

    @Test
    void theKeyItselfIsNowhereInTheLog() {
        create(retry("one-secret-key", SAID));

        assertThat(side.events().toString()).doesNotContain("one-secret-key");
        assertThat(side.metaData().toString()).doesNotContain("one-secret-key");
    }

    private Receipt create(Retry retry) {
        return Objects.requireNonNull(
                side.commands().create("m", SeptemberMeeting.schedule(), caller(retry)).getBody());
    }

    private Receipt move(String day, long seen, Retry retry) {
        return Objects.requireNonNull(
                side.commands()
                        .change("m", moveTo(day), CommandSideInMemory.seeing(seen, caller(retry)))
                        .getBody());
    }

    private static RescheduleMeeting moveTo(String day) {
        return new RescheduleMeeting(
                SeptemberMeeting.ID, MeetingTime.of(day), null, new Narrative("Elections"));
    }

    private static Retry retry(String key, Sha256 said) {
        return new Retry(key, said);
    }

    private static Caller caller(Retry retry) {
        return new Caller("secretariat", "secretariat", null, "request-1", null, retry);
    }
}
