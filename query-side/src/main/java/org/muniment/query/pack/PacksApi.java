package org.muniment.query.pack;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.findings.Finding;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.snapshot.SnapshotId;
import org.muniment.kernel.time.Quarter;
import org.muniment.kernel.words.Sha256;
import org.muniment.query.journal.Journal;
import org.muniment.query.journal.UnknownThing;
import org.muniment.query.moment.AsOf;
import org.muniment.query.moment.Moments;
import org.muniment.query.pack.Packs.Draft;
import org.muniment.query.picture.PlanPicture;
import org.muniment.query.picture.SnapshotPicture;
import org.muniment.query.version.VersionTag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PacksApi {
    private final Packs packs;
    private final Journal journal;
    private final Moments moments;

    PacksApi(Packs packs, Journal journal, Moments moments) {
        this.packs = packs;
        this.journal = journal;
        this.moments = moments;
    }

    /**
     * What a freeze would hold now.
     *
     * @param ready whether nothing stands in its way
     * @param notSignedOff how many actuals of the quarter's months nobody has signed off
     * @param blocking the findings that must be mended or overridden with a reason
     * @param sha256 of {@code content} in its canonical form
     */
    record DraftView(
            String plan,
            Quarter quarter,
            LocalDate asAt,
            long position,
            boolean ready,
            long notSignedOff,
            List<Finding> blocking,
            List<Finding> findings,
            Sha256 sha256,
            @JsonRawValue String content) {}

    @GetMapping("/api/plans/{plan}/snapshots/draft")
    DraftView draft(
            @PathVariable PlanId plan,
            @RequestParam Quarter quarter,
            @RequestParam(required = false) LocalDate asAt) {
        Draft draft = packs.draft(plan, quarter, asAt, List.of());
        PlanPicture picture = journal.knownAt(plan, draft.pack().position());
        return new DraftView(
                plan.value(),
                quarter,
                draft.pack().asAt(),
                draft.pack().position(),
                draft.open().isEmpty(),
                picture.actualsNotSignedOff(quarter),
                draft.open(),
                draft.findings(),
                draft.pack().sha256(),
                draft.pack().content().json());
    }

    record SnapshotList(String plan, AsOf asOf, List<SnapshotView> items) {}

    @GetMapping("/api/plans/{plan}/snapshots")
    SnapshotList snapshots(
            @PathVariable PlanId plan,
            @RequestParam(required = false) String asOf,
            Warrant warrant) {
        AsOf moment = moments.resolve(asOf, "asOf");
        PlanPicture picture = journal.knownAt(plan, moment.position());
        return new SnapshotList(
                plan.value(),
                moment,
                picture.snapshots().values().stream()
                        .filter(snapshot -> PublishedOnly.mayRead(picture, snapshot, warrant))
                        .map(snapshot -> packs.view(picture, snapshot))
                        .toList());
    }

    @GetMapping("/api/snapshots/{snapshot}")
    SnapshotView snapshot(
            @PathVariable SnapshotId snapshot,
            @RequestParam(required = false) Long after,
            Warrant warrant,
            HttpServletResponse response) {
        moments.awaitOwn(after, "after");
        AsOf now = moments.resolve(null, "asOf");
        PlanPicture picture = journal.planOf(snapshot.toString(), now.position());
        SnapshotPicture found = picture.snapshots().get(snapshot.value());
        if (found == null) {
            throw new UnknownThing(snapshot.toString());
        }
        PublishedOnly.require(picture, found, warrant);
        VersionTag.set(response, found.version());
        return packs.view(picture, found);
    }
}
