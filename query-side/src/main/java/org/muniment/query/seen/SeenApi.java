package org.muniment.query.seen;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.words.Malformed;
import org.muniment.query.dashboard.Dashboard;
import org.muniment.query.journal.EventJson;
import org.muniment.query.journal.Journal;
import org.muniment.query.journal.JournalEntry;
import org.muniment.query.meetings.ForwardPlan.PlannedMeeting;
import org.muniment.query.meetings.ForwardPlans;
import org.muniment.query.moment.AsOf;
import org.muniment.query.moment.Moments;
import org.muniment.query.picture.PlanPicture;
import org.muniment.query.picture.SnapshotPicture;
import org.muniment.query.seen.Corrections.Found;
import org.muniment.query.seen.Seen.InForce;
import org.muniment.query.serving.ServedLog;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SeenApi {
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private final Journal journal;
    private final Moments moments;
    private final ForwardPlans forwardPlans;
    private final ServedLog served;

    SeenApi(Journal journal, Moments moments, ForwardPlans forwardPlans, ServedLog served) {
        this.journal = journal;
        this.moments = moments;
        this.forwardPlans = forwardPlans;
        this.served = served;
    }

    /** {@code on} is a day, an instant, {@code position:N}, or the id of a meeting. */
    @GetMapping("/api/plans/{plan}/seen")
    Seen seen(@PathVariable PlanId plan, @RequestParam String on) {
        AsOf latest = moments.resolve(null, "on");
        PlanPicture now = journal.knownAt(plan, latest.position());
        AsOf moment = moment(on, now.adopted().partnership(), latest);
        PlanPicture then = journal.knownAt(plan, moment.position());
        return new Seen(
                plan.value(),
                on,
                moment.zone(),
                moment.instant(),
                moment.position(),
                then.snapshotsInForce().stream()
                        .flatMap(snapshot -> inForce(snapshot).stream())
                        .toList(),
                Dashboard.of(then, moment, moment.day()),
                corrections(plan, then, now),
                served.on(plan, moment));
    }

    private AsOf moment(String on, PartnershipId partnership, AsOf latest) {
        if (on.isBlank()) {
            throw new Malformed("on", "must be a day, an instant, a position or a meeting");
        }
        if (DAY.matcher(on).matches() || !ID.matcher(on).matches()) {
            return moments.resolve(on, "on");
        }
        PlannedMeeting meeting =
                forwardPlans
                        .at(partnership, latest.position())
                        .meeting(on)
                        .orElseThrow(
                                () ->
                                        new Malformed(
                                                "on",
                                                "is neither a day (2017-09-14), an instant, a"
                                                        + " position (position:412) nor a meeting"
                                                        + " of this partnership"));
        Instant instant =
                meeting.startsAt()
                        .moment()
                        .orElseThrow(() -> new Malformed("on", "the meeting has no day yet"));
        return moments.resolve(instant.toString(), "on");
    }

    private static List<InForce> inForce(SnapshotPicture snapshot) {
        String base = "/api/snapshots/" + snapshot.id().value();
        return snapshot.publications().stream()
                .map(
                        publication ->
                                new InForce(
                                        snapshot.id(),
                                        snapshot.quarter(),
                                        snapshot.asAt(),
                                        publication.meeting().value(),
                                        publication.recordedAt(),
                                        snapshot.sha256(),
                                        base + "/content",
                                        base + "/report.html"))
                .toList();
    }

    private List<Correction> corrections(PlanId plan, PlanPicture then, PlanPicture now) {
        List<Found> found = Corrections.between(then, now);
        Map<Long, JournalEntry> entries =
                journal.entriesAt(
                        plan, found.stream().map(Found::position).collect(Collectors.toSet()));
        return found.stream().map(it -> told(it, entries.get(it.position()))).toList();
    }

    private static Correction told(Found found, JournalEntry entry) {
        Map<?, ?> metadata = EventJson.read(entry.metadata(), Map.class);
        return new Correction(
                found.position(),
                entry.recordedAt(),
                found.subject(),
                found.what(),
                found.before(),
                found.after(),
                (String) metadata.get("why"),
                (String) metadata.get("by"));
    }
}
