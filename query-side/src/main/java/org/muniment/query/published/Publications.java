package org.muniment.query.published;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muniment.kernel.partnership.PartnershipEvent.PartnershipEstablished;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.snapshot.SnapshotId;
import org.muniment.query.journal.Directory;
import org.muniment.query.journal.Directory.PlanEntry;
import org.muniment.query.meetings.ForwardPlan;
import org.muniment.query.meetings.ForwardPlan.PlannedMeeting;
import org.muniment.query.meetings.ForwardPlans;
import org.muniment.query.moment.AsOf;
import org.muniment.query.moment.Moments;
import org.muniment.query.picture.InForce;
import org.muniment.query.picture.SnapshotPicture;
import org.springframework.stereotype.Component;

/** Everything that was published, the latest first. */
@Component
public final class Publications {
    private final Snapshots snapshots;
    private final Directory directory;
    private final ForwardPlans forwardPlans;
    private final Moments moments;

    Publications(
            Snapshots snapshots, Directory directory, ForwardPlans forwardPlans, Moments moments) {
        this.snapshots = snapshots;
        this.directory = directory;
        this.forwardPlans = forwardPlans;
        this.moments = moments;
    }

    public List<Publication> all() {
        AsOf now = moments.resolve(null, "asOf");
        Map<String, Map<String, SnapshotPicture>> byPlan = snapshots.byPlan();
        Map<String, PartnershipEstablished> partnerships =
                directory.partnerships().stream()
                        .collect(
                                Collectors.toMap(
                                        known -> known.partnership().value(), Function.identity()));
        return directory.plans().stream()
                .flatMap(
                        plan ->
                                of(
                                        plan,
                                        partnerships.get(plan.partnership()),
                                        byPlan.getOrDefault(plan.id(), Map.of()),
                                        now))
                .sorted(Comparator.comparingLong(Publication::position).reversed())
                .toList();
    }

    /** Those of one pack, the latest first; none where it is not published. */
    public List<Publication> of(SnapshotId snapshot) {
        return all().stream().filter(it -> it.snapshot().equals(snapshot.value())).toList();
    }

    private Stream<Publication> of(
            PlanEntry plan,
            PartnershipEstablished partnership,
            Map<String, SnapshotPicture> packs,
            AsOf now) {
        ForwardPlan meetings =
                forwardPlans.at(new PartnershipId(plan.partnership()), now.position());
        List<SnapshotPicture> inForce = InForce.among(packs);
        return packs.values().stream()
                .flatMap(
                        pack ->
                                pack.publications().stream()
                                        .map(
                                                published ->
                                                        publication(
                                                                plan,
                                                                partnership,
                                                                pack,
                                                                published,
                                                                meetings,
                                                                inForce.contains(pack),
                                                                successor(pack, packs))));
    }

    private static Publication publication(
            PlanEntry plan,
            PartnershipEstablished partnership,
            SnapshotPicture pack,
            SnapshotPicture.Publication published,
            ForwardPlan meetings,
            boolean inForce,
            Optional<String> successor) {
        return new Publication(
                published.position(),
                pack.id().value(),
                plan.id(),
                plan.title(),
                plan.financialYear(),
                plan.partnership(),
                partnership.name().value(),
                pack.quarter(),
                pack.asAt(),
                published.meeting().value(),
                meetings.meeting(published.meeting().value())
                        .map(PlannedMeeting::startsAt)
                        .orElse(null),
                published.recordedAt(),
                pack.sha256(),
                inForce,
                inForce ? null : successor.orElse(null),
                links(pack.id()));
    }

    /** The pack that was named in its place, or else published in its place. */
    private static Optional<String> successor(
            SnapshotPicture pack, Map<String, SnapshotPicture> packs) {
        return Optional.ofNullable(pack.superseded())
                .map(superseded -> superseded.by().value())
                .or(
                        () ->
                                packs.values().stream()
                                        .filter(SnapshotPicture::isPublished)
                                        .filter(later -> pack.id().equals(later.supersedes()))
                                        .map(later -> later.id().value())
                                        .findFirst());
    }

    private static Map<String, String> links(SnapshotId snapshot) {
        String api = "/api/snapshots/" + snapshot.value();
        Map<String, String> links = new LinkedHashMap<>();
        links.put("page", "/published/" + snapshot.value());
        links.put("content", api + "/content");
        links.put("html", api + "/report.html");
        links.put("pdf", api + "/report.pdf");
        links.put("csv", api + "/report.csv");
        links.put("xlsx", api + "/report.xlsx");
        links.put("evidence", api + "/evidence.zip");
        return links;
    }
}
