package org.muniment.command.meeting;

import org.muniment.kernel.meeting.MeetingId;
import org.muniment.kernel.partnership.PartnershipId;

/** What a publication must know of the meeting it is made to. */
public interface ScheduledMeetings {
    /**
     * @throws org.axonframework.modelling.command.AggregateNotFoundException where there is none
     */
    PartnershipId partnershipOf(MeetingId meeting);
}
