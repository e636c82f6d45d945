package org.muniment.command.meeting;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.muniment.command.dispatch.Caller;
import org.muniment.command.dispatch.Commands;
import org.muniment.command.dispatch.Receipt;
import org.muniment.kernel.meeting.MeetingCommand.RescheduleMeeting;
import org.muniment.kernel.meeting.MeetingCommand.ScheduleMeeting;
import org.muniment.kernel.meeting.MeetingId;
import org.muniment.kernel.meeting.MeetingTime;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.Title;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MeetingApi {
    private final Commands commands;

    MeetingApi(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/api/partnerships/{partnership}/meetings")
    ResponseEntity<Receipt> schedule(
            @PathVariable PartnershipId partnership,
            @Valid @RequestBody Invitation body,
            Caller caller) {
        return commands.create(
                body.id.value(),
                new ScheduleMeeting(
                        body.id,
                        partnership,
                        body.startsAt,
                        body.place,
                        body.papers == null ? List.of() : body.papers),
                caller);
    }

    @PostMapping("/api/meetings/{meeting}/reschedule")
    ResponseEntity<Receipt> reschedule(
            @PathVariable MeetingId meeting, @Valid @RequestBody NewDate body, Caller caller) {
        return commands.change(
                meeting.value(),
                new RescheduleMeeting(meeting, body.startsAt, body.place, body.reason),
                caller);
    }

    /** {@code papers} are the titles of the papers due. */
    record Invitation(
            @NotNull MeetingId id,
            @NotNull MeetingTime startsAt,
            Title place,
            @Size(max = 100) List<@NotNull Title> papers) {}

    record NewDate(@NotNull MeetingTime startsAt, Title place, @NotNull Narrative reason) {}
}
