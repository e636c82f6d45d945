package org.muniment.command.meeting;

import static org.muniment.command.meeting.SeptemberMeeting.SIX;
import static org.muniment.command.meeting.SeptemberMeeting.TOWN_HALL;
import static org.muniment.command.meeting.SeptemberMeeting.scheduled;

import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.muniment.command.partnership.ChorleySouthRibble;
import org.muniment.kernel.meeting.MeetingCommand.RescheduleMeeting;
import org.muniment.kernel.meeting.MeetingEvent.MeetingRescheduled;
import org.muniment.kernel.meeting.MeetingEvent.MeetingScheduled;
import org.muniment.kernel.meeting.MeetingTime;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.Title;

class RescheduleMeetingTest {
    private static final MeetingTime SEVEN = MeetingTime.of("2017-09-14T19:00");
    private static final Title CIVIC_CENTRE = new Title("Civic Centre, Leyland");
    private static final Narrative REASON = new Narrative("The council chamber is being painted");

    private final FixtureConfiguration<Meeting> meeting = new AggregateTestFixture<>(Meeting.class);

    @Test
    void aMeetingMovesInTimeAndPlace() {
        meeting.given(scheduled())
                .when(reschedule(SEVEN, CIVIC_CENTRE))
                .expectEvents(rescheduled(SEVEN, CIVIC_CENTRE));
    }

    @Test
    void aMeetingThatMovesWithoutANewPlaceStaysWhereItWasToBe() {
        meeting.given(scheduled())
                .when(reschedule(SEVEN, null))
                .expectEvents(rescheduled(SEVEN, TOWN_HALL));
    }

    @Test
    void aMeetingMayMoveToAnotherPlaceAtTheSameTime() {
        meeting.given(scheduled())
                .when(reschedule(SIX, CIVIC_CENTRE))
                .expectEvents(rescheduled(SIX, CIVIC_CENTRE));
    }

    @Test
    void aMeetingWithoutAPlaceMayStillHaveNone() {
        meeting.given(
                        new MeetingScheduled(
                                SeptemberMeeting.ID,
                                ChorleySouthRibble.ID,
                                MeetingTime.of("2017-09"),
                                null,
                                List.of()))
                .when(reschedule(SIX, null))
                .expectEvents(rescheduled(SIX, null));
    }

    @Test
    void aMeetingMayGoBackToWhereItWasAtFirst() {
        meeting.given(scheduled(), rescheduled(SEVEN, CIVIC_CENTRE))
                .when(reschedule(SIX, TOWN_HALL))
                .expectEvents(rescheduled(SIX, TOWN_HALL));
    }

    @Test
    void nothingIsRescheduledOfAnUnknownMeeting() {
        meeting.givenNoPriorActivity()
                .when(reschedule(SEVEN, null))
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }

    @Test
    void theSameNewTimeSaidTwiceIsRecordedOnce() {
        meeting.given(scheduled(), rescheduled(SEVEN, CIVIC_CENTRE))
                .when(reschedule(SEVEN, CIVIC_CENTRE))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void movingToTheSameTimeWithoutAPlaceChangesNothing() {
        meeting.given(scheduled())
                .when(reschedule(MeetingTime.of("2017-09-14T17:00Z"), null))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    private static RescheduleMeeting reschedule(MeetingTime startsAt, Title place) {
        return new RescheduleMeeting(SeptemberMeeting.ID, startsAt, place, REASON);
    }

    private static MeetingRescheduled rescheduled(MeetingTime startsAt, Title place) {
        return new MeetingRescheduled(
                SeptemberMeeting.ID, ChorleySouthRibble.ID, startsAt, place, REASON);
    }
}
