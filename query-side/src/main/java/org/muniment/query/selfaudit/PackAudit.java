package org.muniment.query.selfaudit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.selfaudit.AuditedSnapshot;
import org.muniment.kernel.snapshot.FrozenPack;
import org.muniment.kernel.snapshot.SnapshotEvent.QuarterFrozen;
import org.muniment.kernel.snapshot.SnapshotId;
import org.muniment.kernel.words.Sha256;
import org.muniment.query.journal.JournalWriter.Recorded;
import org.muniment.query.journal.LogScan;
import org.muniment.query.pack.CanonicalJson;
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

    /** A pack to rebuild: all but its content, of which only the digest is kept. */
    private record Frozen(
            SnapshotId snapshot,
            PlanId plan,
            long position,
            Terms terms,
            Sha256 frozen,
            Sha256 stored) {
        static Frozen of(QuarterFrozen event) {
            FrozenPack pack = event.pack();
            return new Frozen(
                    event.snapshot(),
                    event.plan(),
                    pack.position(),
                    new Terms(pack.rules(), pack.quarter(), pack.asAt(), pack.overrides()),
                    pack.sha256(),
                    pack.content().sha256());
        }
    }

    /** Of every pack frozen in the first {@code position} events, in the order of their taking. */
    public List<AuditedSnapshot> audit(long position) {
        List<Frozen> frozen = new ArrayList<>();
        scan(
                position,
                recorded -> {
                    if (recorded.event() instanceof QuarterFrozen event) {
                        frozen.add(Frozen.of(event));
                    }
                });
        if (frozen.isEmpty()) {
            return List.of();
        }
        frozen.sort(Comparator.comparingLong(Frozen::position));
        return rebuild(new ArrayDeque<>(frozen), position);
    }

    private List<AuditedSnapshot> rebuild(Deque<Frozen> awaited, long position) {
        Set<Long> evicted = log.evicted();
        Map<PlanId, Course> plans = new HashMap<>();
        awaited.forEach(frozen -> plans.put(frozen.plan, new Course(evicted)));
        List<AuditedSnapshot> audited = new ArrayList<>();
        scan(
                position,
                recorded -> {
                    while (!awaited.isEmpty() && awaited.peek().position() < recorded.position()) {
                        audited.add(compare(awaited.remove(), plans));
                    }
                    recorded.plan().map(plans::get).ifPresent(plan -> plan.take(recorded));
                });
        awaited.forEach(frozen -> audited.add(compare(frozen, plans)));
        return audited;
    }

    /** What happens to one plan while the log is gone through. */
    private static final class Course {
        private final Set<Long> evicted;
        private PlanPicture picture;
        private boolean stopped;

        Course(Set<Long> evicted) {
            this.evicted = evicted;
        }

        void take(Recorded recorded) {
            if (stopped) {
                return;
            }
            if (evicted.contains(recorded.position())) {
                lack(recorded.position());
                return;
            }
            try {
                LoggedEvent logged = recorded.logged();
                picture = picture == null ? PlanPicture.of(logged) : picture.after(logged);
            } catch (RuntimeException failed) {
                stopped = true;
            }
        }

        private void lack(long position) {
            if (picture != null) {
                picture =
                        picture.lacking(
                                Stream.concat(picture.lacking().stream(), Stream.of(position))
                                        .toList());
            }
        }
    }

    private static AuditedSnapshot compare(Frozen frozen, Map<PlanId, Course> plans) {
        Course plan = plans.get(frozen.plan);
        boolean possible =
                !plan.stopped && plan.picture != null && PackMaker.knows(frozen.terms.rules());
        return new AuditedSnapshot(
                frozen.snapshot,
                frozen.frozen,
                frozen.stored,
                possible ? rebuilt(plan.picture, frozen) : null);
    }

    private static Sha256 rebuilt(PlanPicture picture, Frozen frozen) {
        return CanonicalJson.of(PackMaker.make(picture, frozen.position, frozen.terms)).sha256();
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
