package org.muniment.query.meetings;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.muniment.kernel.meeting.MeetingId;
import org.muniment.kernel.meeting.MeetingTime;
import org.muniment.kernel.partnership.PartnershipEvent.PartnershipEstablished;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.words.Title;
import org.muniment.query.journal.Directory;
import org.muniment.query.journal.UnknownThing;
import org.muniment.query.meetings.ForwardPlan.Move;
import org.muniment.query.meetings.ForwardPlan.PlannedMeeting;
import org.muniment.query.meetings.MeetingBook.Meeting;
import org.muniment.query.moment.AsOf;
import org.muniment.query.moment.Moments;
import org.muniment.query.version.VersionTag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MeetingsApi {
    private final ForwardPlans forwardPlans;
    private final Directory directory;
    private final MeetingBook book;
    private final Moments moments;

    MeetingsApi(ForwardPlans forwardPlans, Directory directory, MeetingBook book, Moments moments) {
        this.forwardPlans = forwardPlans;
        this.directory = directory;
        this.book = book;
        this.moments = moments;
    }

    record Meetings(String partnership, AsOf asOf, List<Meeting> items) {}

    @GetMapping("/api/partnerships/{partnership}/meetings")
    Meetings meetings(
            @PathVariable PartnershipId partnership, @RequestParam(required = false) String asOf) {
        AsOf moment = moments.resolve(asOf, "asOf");
        return new Meetings(partnership.value(), moment, book.of(partnership, moment));
    }

    /** {@code rescheduled} are the moves so far, with their reasons. */
    record OneMeeting(
            String id,
            String partnership,
            long version,
            MeetingTime startsAt,
            Title place,
            List<Title> papers,
            List<Move> rescheduled) {
        static OneMeeting of(PartnershipId partnership, PlannedMeeting meeting) {
            return new OneMeeting(
                    meeting.id(),
                    partnership.value(),
                    meeting.version(),
                    meeting.startsAt(),
                    meeting.place(),
                    meeting.papers(),
                    meeting.rescheduled());
        }
    }

    @GetMapping("/api/meetings/{meeting}")
    OneMeeting meeting(
            @PathVariable MeetingId meeting,
            @RequestParam(required = false) Long after,
            HttpServletResponse response) {
        moments.awaitOwn(after, "after");
        AsOf now = moments.resolve(null, "asOf");
        OneMeeting found =
                directory.partnerships().stream()
                        .map(PartnershipEstablished::partnership)
                        .flatMap(partnership -> find(partnership, meeting, now).stream())
                        .findFirst()
                        .orElseThrow(() -> new UnknownThing(meeting.toString()));
        VersionTag.set(response, found.version());
        return found;
    }

    private Optional<OneMeeting> find(PartnershipId partnership, MeetingId meeting, AsOf moment) {
        return forwardPlans
                .at(partnership, moment.position())
                .meeting(meeting.value())
                .map(planned -> OneMeeting.of(partnership, planned));
    }
}
