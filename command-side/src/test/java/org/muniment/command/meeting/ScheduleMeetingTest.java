package org.muniment.command.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.muniment.command.meeting.SeptemberMeeting.PAPERS;
import static org.muniment.command.meeting.SeptemberMeeting.SIX;
import static org.muniment.command.meeting.SeptemberMeeting.TOWN_HALL;
import static org.muniment.command.meeting.SeptemberMeeting.schedule;
import static org.muniment.command.meeting.SeptemberMeeting.scheduled;
import static org.muniment.command.partnership.ChorleySouthRibble.TERMS;

import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.muniment.command.dispatch.CommandSideInMemory;
import org.muniment.command.partnership.ChorleySouthRibble;
import org.muniment.command.partnership.EstablishedPartnerships;
import org.muniment.kernel.meeting.MeetingCommand.ScheduleMeeting;
import org.muniment.kernel.meeting.MeetingEvent.MeetingScheduled;
import org.muniment.kernel.meeting.MeetingTime;

class ScheduleMeetingTest {
    private final FixtureConfiguration<Meeting> meeting =
            new AggregateTestFixture<>(Meeting.class)
                    .registerInjectableResource((EstablishedPartnerships) partnership -> TERMS);

    @Test
    void aMeetingIsScheduledForATimeAPlaceAndItsPapers() {
        meeting.givenNoPriorActivity()
                .when(schedule())
                .expectEvents(
                        new MeetingScheduled(
                                SeptemberMeeting.ID,
                                ChorleySouthRibble.ID,
                                SIX,
                                TOWN_HALL,
                                PAPERS));
    }

    @Test
    void aMeetingNeedsNoMoreThanItsMonth() {
        MeetingTime september = MeetingTime.of("2017-09");

        meeting.givenNoPriorActivity()
                .when(
                        new ScheduleMeeting(
                                SeptemberMeeting.ID,
                                ChorleySouthRibble.ID,
                                september,
                                null,
                                List.of()))
                .expectEvents(
                        new MeetingScheduled(
                                SeptemberMeeting.ID,
                                ChorleySouthRibble.ID,
                                september,
                                null,
                                List.of()));
    }

    @Test
    void theIdOfAMeetingCannotBeTakenTwice() {
        CommandSideInMemory side = partnershipsAndMeetings();
        side.send(ChorleySouthRibble.establish(), schedule());

        assertThatExceptionOfType(AggregateStreamCreationException.class)
                .isThrownBy(() -> side.send(schedule()));
        assertThat(side.events()).containsExactly(ChorleySouthRibble.established(), scheduled());
    }

    @Test
    void aMeetingOfAPartnershipThatIsNotInTheLogIsNotScheduled() {
        CommandSideInMemory side = partnershipsAndMeetings();

        assertThatExceptionOfType(AggregateNotFoundException.class)
                .isThrownBy(() -> side.send(schedule()))
                .returns(
                        ChorleySouthRibble.ID.toString(),
                        AggregateNotFoundException::getAggregateIdentifier);
        assertThat(side.events()).isEmpty();
    }

    private static CommandSideInMemory partnershipsAndMeetings() {
        return CommandSideInMemory.of(ChorleySouthRibble.module(), new MeetingModule());
    }
}
