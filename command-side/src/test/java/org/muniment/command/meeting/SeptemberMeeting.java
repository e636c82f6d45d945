package org.muniment.command.meeting;

import java.util.List;
import org.axonframework.config.ConfigurerModule;
import org.muniment.command.partnership.ChorleySouthRibble;
import org.muniment.kernel.meeting.MeetingCommand.ScheduleMeeting;
import org.muniment.kernel.meeting.MeetingEvent.MeetingScheduled;
import org.muniment.kernel.meeting.MeetingId;
import org.muniment.kernel.meeting.MeetingTime;
import org.muniment.kernel.words.Title;

/** The joint committee of 14 September 2017, at six in the evening. */
public final class SeptemberMeeting {
    public static final MeetingId ID = new MeetingId("2017-09-14");
    static final MeetingTime SIX = MeetingTime.of("2017-09-14T18:00");
    static final Title TOWN_HALL = new Title("Town Hall, Chorley");
    static final List<Title> PAPERS = List.of(new Title("Quarterly performance report"));

    private SeptemberMeeting() {}

    public static ScheduleMeeting schedule() {
        return new ScheduleMeeting(ID, ChorleySouthRibble.ID, SIX, TOWN_HALL, PAPERS);
    }

    public static MeetingScheduled scheduled() {
        return new MeetingScheduled(ID, ChorleySouthRibble.ID, SIX, TOWN_HALL, PAPERS);
    }

    public static ConfigurerModule module() {
        return new MeetingModule();
    }
}
