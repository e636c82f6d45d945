package org.muniment.query.selfaudit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.plan.PlanRecord;
import org.muniment.kernel.selfaudit.AuditedSnapshot;
import org.muniment.kernel.snapshot.FrozenPack;
import org.muniment.kernel.snapshot.SnapshotEvent.QuarterFrozen;
import org.muniment.kernel.words.Sha256;
import org.muniment.query.journal.JournalWriter.Recorded;
import org.muniment.query.journal.LogScan;
import org.muniment.query.pack.CanonicalJson;
import org.muniment.query.pack.Pack;
import org.muniment.query.pack.PackMaker;
import org.muniment.query.pack.PackMaker.Terms;
import org.muniment.query.picture.LoggedEvent;
import org.muniment.query.picture.PlanPicture;

/**
 * Rebuilds every frozen pack from the log itself, past all read models, and compares digests. Two
 * passes: which packs there are, then the fold of their plans, stopping where each was taken.
 */
public final class PackAudit {
    private static final int PIECE = 4_096;

    private final LogScan log;

    public PackAudit(LogScan log) {
        this.log = log;
    }

    /** A pack to rebuild, without its content. */
    private record Frozen(QuarterFrozen event, Sha256 stored) {
        long position() {
            return event.pack().position();
        }
    }

    /** Of every pack frozen in the first {@code position} events, in the order of their taking. */
    public List<AuditedSnapshot> audit(long position) {
        List<Frozen> frozen = new ArrayList<>();
        scan(
                position,
                recorded -> {
                    if (recorded.event() instanceof QuarterFrozen event) {
                        frozen.add(new Frozen(event, event.pack().content().sha256()));
                    }
                });
        if (frozen.isEmpty()) {
            return List.of();
        }
        frozen.sort(Comparator.comparingLong(Frozen::position));
        return rebuild(new ArrayDeque<>(frozen), position);
    }

    private List<AuditedSnapshot> rebuild(Deque<Frozen> awaited, long position) {
        Map<PlanId, PlanPicture> pictures = new HashMap<>();
        awaited.forEach(frozen -> pictures.put(frozen.event.plan(), null));
        List<AuditedSnapshot> audited = new ArrayList<>();
        scan(
                position,
                recorded -> {
                    while (!awaited.isEmpty() && awaited.peek().position() < recorded.position()) {
                        audited.add(compare(awaited.remove(), pictures));
                    }
                    if (recorded.event() instanceof PlanRecord record
                            && pictures.containsKey(record.plan())) {
                        pictures.compute(
                                record.plan(), (plan, picture) -> after(picture, recorded, record));
                    }
                });
        awaited.forEach(frozen -> audited.add(compare(frozen, pictures)));
        return audited;
    }

    private static PlanPicture after(PlanPicture picture, Recorded recorded, PlanRecord record) {
        LoggedEvent logged = new LoggedEvent(recorded.position(), recorded.recordedAt(), record);
        return picture == null ? PlanPicture.of(logged) : picture.after(logged);
    }

    private static AuditedSnapshot compare(Frozen frozen, Map<PlanId, PlanPicture> pictures) {
        FrozenPack pack = frozen.event.pack();
        PlanPicture picture = pictures.get(frozen.event.plan());
        boolean possible = picture != null && pack.rules().equals(Pack.RULES);
        return new AuditedSnapshot(
                frozen.event.snapshot(),
                pack.sha256(),
                frozen.stored,
                possible ? rebuilt(picture, pack) : null);
    }

    private static Sha256 rebuilt(PlanPicture picture, FrozenPack pack) {
        Terms terms = new Terms(pack.quarter(), pack.asAt(), pack.overrides());
        return CanonicalJson.of(PackMaker.make(picture, pack.position(), terms)).sha256();
    }

    private void scan(long position, Consumer<Recorded> each) {
        long reached = 0;
        while (reached < position) {
            List<Recorded> piece = log.after(reached, (int) Math.min(PIECE, position - reached));
            if (piece.isEmpty()) {
                return;
            }
            piece.forEach(each);
            reached = piece.get(piece.size() - 1).position();
        }
    }
}
