package org.muniment.command.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.command.dispatch.CommandSideInMemory.seeing;
import static org.muniment.command.meeting.SeptemberMeeting.PAPERS;
import static org.muniment.command.meeting.SeptemberMeeting.SIX;
import static org.muniment.command.meeting.SeptemberMeeting.TOWN_HALL;
import static org.muniment.command.meeting.SeptemberMeeting.scheduled;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muniment.command.dispatch.Caller;
import org.muniment.command.dispatch.CommandSideInMemory;
import org.muniment.command.dispatch.Receipt;
import org.muniment.command.meeting.MeetingApi.Invitation;
import org.muniment.command.meeting.MeetingApi.NewDate;
import org.muniment.command.partnership.ChorleySouthRibble;
import org.muniment.kernel.meeting.MeetingEvent.MeetingRescheduled;
import org.muniment.kernel.meeting.MeetingEvent.MeetingScheduled;
import org.muniment.kernel.meeting.MeetingTime;
import org.muniment.kernel.words.Narrative;

class MeetingApiTest {
    private static final Caller SECRETARIAT =
            new Caller("secretariat", "secretariat", null, "request-1", null);
    private static final Narrative REASON = new Narrative("The room is free then");

    private final CommandSideInMemory side =
            CommandSideInMemory.of(ChorleySouthRibble.module(), new MeetingModule());
    private final MeetingApi api = new MeetingApi(side.commands());

    @BeforeEach
    void establish() {
        side.send(ChorleySouthRibble.establish());
    }

    @Test
    void everyRequestBecomesItsCommand() {
        MeetingTime seven = MeetingTime.of("2017-09-14T19:00");

        api.schedule(
                ChorleySouthRibble.ID,
                new Invitation(SeptemberMeeting.ID, SIX, TOWN_HALL, PAPERS),
                SECRETARIAT);
        api.reschedule(
                SeptemberMeeting.ID, new NewDate(seven, null, REASON), seeing(1, SECRETARIAT));

        assertThat(side.events())
                .containsExactly(
                        ChorleySouthRibble.established(),
                        scheduled(),
                        new MeetingRescheduled(
                                SeptemberMeeting.ID,
                                ChorleySouthRibble.ID,
                                seven,
                                TOWN_HALL,
                                REASON));
        assertThat(side.metaData())
                .last(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsAllEntriesOf(
                        Map.of("command", "RescheduleMeeting", "why", REASON.toString()));
    }

    @Test
    void aMeetingNeedsNeitherPlaceNorPapers() {
        Receipt receipt =
                api.schedule(
                                ChorleySouthRibble.ID,
                                new Invitation(SeptemberMeeting.ID, SIX, null, null),
                                SECRETARIAT)
                        .getBody();

        assertThat(receipt).isEqualTo(new Receipt("2017-09-14", 1, 2));
        assertThat(side.events())
                .last()
                .isEqualTo(
                        new MeetingScheduled(
                                SeptemberMeeting.ID, ChorleySouthRibble.ID, SIX, null, List.of()));
    }
}
