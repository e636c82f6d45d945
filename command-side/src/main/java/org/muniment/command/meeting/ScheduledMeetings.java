package org.muniment.command.meeting;

import java.util.Optional;
import org.muniment.kernel.meeting.MeetingId;
import org.muniment.kernel.partnership.PartnershipId;

/** What a publication must know of the meeting it is made to. */
public interface ScheduledMeetings {
    /** Empty where there is no such meeting. */
    Optional<PartnershipId> partnershipOf(MeetingId meeting);
}
