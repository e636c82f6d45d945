package org.muniment.kernel.meeting;

import java.util.List;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.Title;

/** What has happened to a meeting of a partnership's committee. */
public sealed interface MeetingEvent {
    MeetingId meeting();

    PartnershipId partnership();

    /**
     * @param place absent where it is not settled
     * @param papers the titles of the papers due, such as "Quarterly performance report"
     */
    record MeetingScheduled(
            MeetingId meeting,
            PartnershipId partnership,
            MeetingTime startsAt,
            Title place,
            List<Title> papers)
            implements MeetingEvent {
        public MeetingScheduled {
            papers = papers == null ? List.of() : List.copyOf(papers);
        }
    }

    record MeetingRescheduled(
            MeetingId meeting,
            PartnershipId partnership,
            MeetingTime startsAt,
            Title place,
            Narrative reason)
            implements MeetingEvent {}
}
