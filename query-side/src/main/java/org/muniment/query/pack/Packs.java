package org.muniment.query.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.muniment.kernel.findings.Finding;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.snapshot.FindingName;
import org.muniment.kernel.snapshot.FindingOverride;
import org.muniment.kernel.snapshot.FrozenPack;
import org.muniment.kernel.snapshot.PackContent;
import org.muniment.kernel.snapshot.SnapshotEvent.QuarterFrozen;
import org.muniment.kernel.snapshot.SnapshotId;
import org.muniment.kernel.time.Quarter;
import org.muniment.kernel.words.Refused;
import org.muniment.kernel.words.Version;
import org.muniment.query.dashboard.Tables;
import org.muniment.query.journal.EventJson;
import org.muniment.query.journal.Journal;
import org.muniment.query.journal.JournalEntry;
import org.muniment.query.moment.AsOf;
import org.muniment.query.moment.Moments;
import org.muniment.query.pack.PackMaker.Terms;
import org.muniment.query.picture.PlanPicture;
import org.muniment.query.picture.SnapshotPicture;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** Takes packs from the live record, and finds those that were frozen. */
@Component
public class Packs {
    /** The edition of the report that new packs are printed in. */
    public static final Version TEMPLATE = new Version("house-2");

    private final Journal journal;
    private final Moments moments;

    Packs(Journal journal, Moments moments) {
        this.journal = journal;
        this.moments = moments;
    }

    /**
     * @param findings everything found
     * @param open the errors among them that no override covers
     * @param idle overrides that cover nothing
     */
    public record Draft(
            FrozenPack pack, List<Finding> findings, List<Finding> open, List<FindingName> idle) {}

    /**
     * The pack as it would be frozen now, once the read side knows everything on disk.
     *
     * @param asAt null means the quarter's end
     */
    public Draft draft(
            PlanId plan, Quarter quarter, LocalDate asAt, List<FindingOverride> overrides) {
        AsOf now = moments.resolve(null, "asOf");
        PlanPicture picture = journal.knownAt(plan, now.position());
        Terms terms = Terms.of(picture, quarter, asAt, overrides);
        PackContent content = content(PackMaker.make(picture, now.position(), terms));
        List<Finding> found = PackMaker.findings(picture, Tables.of(picture, terms.asAt()), terms);
        return new Draft(
                new FrozenPack(
                        quarter,
                        terms.asAt(),
                        now.position(),
                        Pack.RULES,
                        TEMPLATE,
                        overrides,
                        content,
                        content.sha256()),
                found,
                found.stream()
                        .filter(Finding::standsInTheWay)
                        .filter(finding -> !PackMaker.isOverridden(finding, overrides))
                        .toList(),
                PackMaker.idle(found, overrides));
    }

    /**
     * @throws Refused where the pack could be written but not read again: a total may have more
     *     digits than any figure that can be typed
     */
    private static PackContent content(Pack pack) {
        PackContent content = CanonicalJson.of(pack);
        try {
            CanonicalJson.read(content);
        } catch (JacksonException unreadable) {
            throw Refused.by(
                    "figure-too-large", "a total of this quarter has more digits than can be kept");
        }
        return content;
    }

    /** A snapshot as it stood when {@code plan} was all that was known. */
    public SnapshotView view(PlanPicture plan, SnapshotPicture snapshot) {
        PlanPicture taken = journal.knownAt(plan.adopted().plan(), snapshot.position());
        return SnapshotView.of(plan, snapshot, taken);
    }

    /** What was frozen, word for word from the log's event. */
    public Optional<QuarterFrozen> frozen(SnapshotId snapshot) {
        return journal.historyOf(snapshot.toString(), 0, 1)
                .map(entries -> entries.get(0))
                .map(JournalEntry::payload)
                .map(payload -> EventJson.read(payload, QuarterFrozen.class));
    }
}
