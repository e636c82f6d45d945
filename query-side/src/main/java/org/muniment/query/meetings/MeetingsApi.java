package org.muniment.query.meetings;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.muniment.kernel.meeting.MeetingId;
import org.muniment.kernel.meeting.MeetingTime;
import org.muniment.kernel.partnership.PartnershipEvent.PartnershipEstablished;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.words.Sha256;
import org.muniment.kernel.words.Title;
import org.muniment.query.journal.Directory;
import org.muniment.query.journal.Journal;
import org.muniment.query.journal.UnknownThing;
import org.muniment.query.meetings.ForwardPlan.Move;
import org.muniment.query.meetings.ForwardPlan.PlannedMeeting;
import org.muniment.query.moment.AsOf;
import org.muniment.query.moment.Moments;
import org.muniment.query.picture.PlanPicture;
import org.muniment.query.picture.SnapshotPicture;
import org.muniment.query.version.VersionTag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MeetingsApi {
    private final ForwardPlans forwardPlans;
    private final Directory directory;
    private final Journal journal;
    private final Moments moments;

    MeetingsApi(ForwardPlans forwardPlans, Directory directory, Journal journal, Moments moments) {
        this.forwardPlans = forwardPlans;
        this.directory = directory;
        this.journal = journal;
        this.moments = moments;
    }

    record Meetings(String partnership, AsOf asOf, List<Meeting> items) {}

    /** {@code packs} are those published to it. */
    record Meeting(
            String id,
            MeetingTime startsAt,
            boolean past,
            Title place,
            List<Title> papers,
            List<Move> rescheduled,
            List<PublishedPack> packs) {}

    record PublishedPack(
            String plan, String snapshot, Instant publishedAt, Sha256 sha256, boolean inForce) {}

    @GetMapping("/api/partnerships/{partnership}/meetings")
    Meetings meetings(
            @PathVariable PartnershipId partnership, @RequestParam(required = false) String asOf) {
        AsOf moment = moments.resolve(asOf, "asOf");
        boolean known =
                directory.partnerships().stream()
                        .anyMatch(it -> it.partnership().equals(partnership));
        if (!known) {
            throw new UnknownThing(partnership.toString());
        }
        List<PlanPicture> plans =
                directory.plans().stream()
                        .filter(plan -> plan.partnership().equals(partnership.value()))
                        .map(plan -> new PlanId(plan.id()))
                        .flatMap(plan -> journal.pictureAt(plan, moment.position()).stream())
                        .toList();
        return new Meetings(
                partnership.value(),
                moment,
                forwardPlans.at(partnership, moment.position()).meetings().stream()
                        .map(meeting -> meeting(meeting, moment, plans))
                        .toList());
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

    private static Meeting meeting(PlannedMeeting meeting, AsOf moment, List<PlanPicture> plans) {
        return new Meeting(
                meeting.id(),
                meeting.startsAt(),
                !meeting.startsAt().latest().isAfter(moment.instant()),
                meeting.place(),
                meeting.papers(),
                meeting.rescheduled(),
                plans.stream()
                        .flatMap(
                                plan ->
                                        plan.snapshots().values().stream()
                                                .flatMap(
                                                        snapshot ->
                                                                packs(meeting.id(), plan, snapshot)
                                                                        .stream()))
                        .toList());
    }

    private static List<PublishedPack> packs(
            String meeting, PlanPicture plan, SnapshotPicture snapshot) {
        return snapshot.publications().stream()
                .filter(publication -> publication.meeting().value().equals(meeting))
                .map(
                        publication ->
                                new PublishedPack(
                                        plan.adopted().plan().value(),
                                        snapshot.id().value(),
                                        publication.recordedAt(),
                                        snapshot.sha256(),
                                        plan.snapshotsInForce().contains(snapshot)))
                .toList();
    }
}
