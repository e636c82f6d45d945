package org.muniment.query.meetings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.muniment.kernel.meeting.MeetingTime;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.time.Quarter;
import org.muniment.kernel.words.Sha256;
import org.muniment.kernel.words.Title;
import org.muniment.query.journal.Directory;
import org.muniment.query.journal.Journal;
import org.muniment.query.journal.UnknownThing;
import org.muniment.query.meetings.ForwardPlan.Move;
import org.muniment.query.meetings.ForwardPlan.PlannedMeeting;
import org.muniment.query.moment.AsOf;
import org.muniment.query.picture.PlanPicture;
import org.muniment.query.picture.SnapshotPicture;
import org.springframework.stereotype.Component;

/** A partnership's meetings at any moment, with what they were given and what they are due. */
@Component
public class MeetingBook {
    private final ForwardPlans forwardPlans;
    private final Directory directory;
    private final Journal journal;

    MeetingBook(ForwardPlans forwardPlans, Directory directory, Journal journal) {
        this.forwardPlans = forwardPlans;
        this.directory = directory;
        this.journal = journal;
    }

    /**
     * @param packs those published to it
     * @param due the quarters it is to be given; none where it is past
     */
    public record Meeting(
            String id,
            MeetingTime startsAt,
            boolean past,
            Title place,
            List<Title> papers,
            List<Move> rescheduled,
            List<PublishedPack> packs,
            List<Due> due) {}

    public record PublishedPack(
            String plan,
            String snapshot,
            Quarter quarter,
            LocalDate asAt,
            Instant publishedAt,
            Sha256 sha256,
            boolean inForce) {}

    /**
     * @throws UnknownThing where there is no such partnership
     */
    public List<Meeting> of(PartnershipId partnership, AsOf moment) {
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
        List<PlannedMeeting> meetings = forwardPlans.at(partnership, moment.position()).meetings();
        List<PlannedMeeting> coming =
                meetings.stream().filter(meeting -> !isPast(meeting, moment)).toList();
        return meetings.stream()
                .map(
                        meeting ->
                                new Meeting(
                                        meeting.id(),
                                        meeting.startsAt(),
                                        isPast(meeting, moment),
                                        meeting.place(),
                                        meeting.papers(),
                                        meeting.rescheduled(),
                                        packs(meeting.id(), plans),
                                        Due.at(meeting, coming, plans)))
                .toList();
    }

    private static boolean isPast(PlannedMeeting meeting, AsOf moment) {
        return !meeting.startsAt().latest().isAfter(moment.instant());
    }

    private static List<PublishedPack> packs(String meeting, List<PlanPicture> plans) {
        return plans.stream()
                .flatMap(
                        plan ->
                                plan.snapshots().values().stream()
                                        .flatMap(
                                                snapshot ->
                                                        packs(meeting, plan, snapshot).stream()))
                .toList();
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
                                        snapshot.quarter(),
                                        snapshot.asAt(),
                                        publication.recordedAt(),
                                        snapshot.sha256(),
                                        plan.snapshotsInForce().contains(snapshot)))
                .toList();
    }
}
