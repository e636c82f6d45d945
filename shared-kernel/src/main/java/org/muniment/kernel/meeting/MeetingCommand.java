package org.muniment.kernel.meeting;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.Reasoned;
import org.muniment.kernel.words.Title;

/** What can be said to a meeting. */
public sealed interface MeetingCommand {
    record ScheduleMeeting(
            @TargetAggregateIdentifier MeetingId meeting,
            PartnershipId partnership,
            MeetingTime startsAt,
            Title place,
            List<Title> papers)
            implements MeetingCommand {}

    record RescheduleMeeting(
            @TargetAggregateIdentifier MeetingId meeting,
            MeetingTime startsAt,
            Title place,
            Narrative reason)
            implements MeetingCommand, Reasoned {}
}
