package org.muniment.query.meetings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muniment.kernel.meeting.MeetingEvent;
import org.muniment.kernel.meeting.MeetingEvent.MeetingRescheduled;
import org.muniment.kernel.meeting.MeetingEvent.MeetingScheduled;
import org.muniment.kernel.meeting.MeetingTime;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.Title;

/** A partnership's meetings in the order in which they are to be held. A pure fold. */
public record ForwardPlan(List<PlannedMeeting> meetings) {
    /**
     * @param startsAt as last scheduled
     * @param papers the titles of the papers due
     */
    public record PlannedMeeting(
            String id,
            MeetingTime startsAt,
            Title place,
            List<Title> papers,
            List<Move> rescheduled) {
        static PlannedMeeting of(MeetingScheduled event) {
            return new PlannedMeeting(
                    event.meeting().value(),
                    event.startsAt(),
                    event.place(),
                    event.papers(),
                    List.of());
        }

        /** How many events it has: it was scheduled once, and all others moved it. */
        long version() {
            return 1L + rescheduled.size();
        }

        PlannedMeeting after(MeetingRescheduled event, Instant recordedAt) {
            List<Move> moves = new ArrayList<>(rescheduled);
            moves.add(new Move(startsAt, event.startsAt(), event.reason(), recordedAt));
            return new PlannedMeeting(id, event.startsAt(), event.place(), papers, moves);
        }
    }

    public record Move(MeetingTime from, MeetingTime to, Narrative reason, Instant recordedAt) {}

    /** An event of a meeting and when it was recorded. */
    record Scheduling(MeetingEvent event, Instant recordedAt) {}

    static ForwardPlan of(List<Scheduling> schedulings) {
        Map<String, PlannedMeeting> meetings = new LinkedHashMap<>();
        for (Scheduling scheduling : schedulings) {
            String id = scheduling.event.meeting().value();
            if (scheduling.event instanceof MeetingScheduled scheduled) {
                meetings.put(id, PlannedMeeting.of(scheduled));
            } else if (scheduling.event instanceof MeetingRescheduled moved) {
                meetings.put(id, meetings.get(id).after(moved, scheduling.recordedAt));
            }
        }
        return new ForwardPlan(
                meetings.values().stream()
                        .sorted(Comparator.comparing(meeting -> meeting.startsAt.latest()))
                        .toList());
    }

    /** The first meeting that begins after {@code instant}. */
    public Optional<PlannedMeeting> next(Instant instant) {
        return meetings.stream()
                .filter(meeting -> meeting.startsAt.latest().isAfter(instant))
                .findFirst();
    }

    public Optional<PlannedMeeting> meeting(String id) {
        return meetings.stream().filter(meeting -> meeting.id.equals(id)).findFirst();
    }
}
