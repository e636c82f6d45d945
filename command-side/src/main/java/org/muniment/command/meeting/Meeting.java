package org.muniment.command.meeting;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.muniment.command.partnership.EstablishedPartnerships;
import org.muniment.kernel.meeting.MeetingCommand.RescheduleMeeting;
import org.muniment.kernel.meeting.MeetingCommand.ScheduleMeeting;
import org.muniment.kernel.meeting.MeetingEvent.MeetingRescheduled;
import org.muniment.kernel.meeting.MeetingEvent.MeetingScheduled;
import org.muniment.kernel.meeting.MeetingId;
import org.muniment.kernel.meeting.MeetingTime;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.words.Title;

final class Meeting {
    @AggregateIdentifier private MeetingId id;
    private PartnershipId partnership;
    private MeetingTime startsAt;
    private Title place;

    Meeting() {}

    @CommandHandler
    Meeting(ScheduleMeeting command, EstablishedPartnerships partnerships) {
        partnerships.termsOf(command.partnership());
        apply(
                new MeetingScheduled(
                        command.meeting(),
                        command.partnership(),
                        command.startsAt(),
                        command.place(),
                        command.papers()));
    }

    /** A meeting that moves without a new place stays where it was to be. */
    @CommandHandler
    void handle(RescheduleMeeting command) {
        Title where = command.place() == null ? place : command.place();
        if (!command.startsAt().equals(startsAt) || !Objects.equals(where, place)) {
            apply(
                    new MeetingRescheduled(
                            id, partnership, command.startsAt(), where, command.reason()));
        }
    }

    PartnershipId partnership() {
        return partnership;
    }

    @EventSourcingHandler
    void on(MeetingScheduled event) {
        id = event.meeting();
        partnership = event.partnership();
        startsAt = event.startsAt();
        place = event.place();
    }

    @EventSourcingHandler
    void on(MeetingRescheduled event) {
        startsAt = event.startsAt();
        place = event.place();
    }
}
