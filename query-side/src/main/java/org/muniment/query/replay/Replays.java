package org.muniment.query.replay;

import java.time.LocalDate;
import java.util.Objects;
import org.muniment.kernel.plan.PlanId;
import org.muniment.query.audit.AuditedEvent;
import org.muniment.query.audit.LeafHashes;
import org.muniment.query.changes.ChangesBetween;
import org.muniment.query.dashboard.Dashboard;
import org.muniment.query.journal.Journal;
import org.muniment.query.journal.JournalEntry;
import org.muniment.query.journal.UnknownPlan;
import org.muniment.query.moment.AsOf;
import org.muniment.query.moment.Moments;
import org.muniment.query.picture.PlanPicture;
import org.springframework.stereotype.Component;

/** Steps through a plan's history. A step costs a few keyed reads, wherever it lands. */
@Component
class Replays {
    private final Journal journal;
    private final Moments moments;
    private final LeafHashes leaves;

    Replays(Journal journal, Moments moments, LeafHashes leaves) {
        this.journal = journal;
        this.moments = moments;
        this.leaves = leaves;
    }

    /**
     * @param position null means the end
     * @param asAt the cut-off; null means the day the event was recorded
     * @throws UnknownPlan where the plan had not been adopted at that position
     */
    Replay at(PlanId plan, Long position, LocalDate asAt) {
        long end = moments.resolve(null, "position").position();
        long asked =
                position == null
                        ? end
                        : moments.resolve("position:" + position, "position").position();
        JournalEntry event = lastAt(plan, asked);
        AsOf moment = moments.resolve("position:" + event.position(), "position");
        LocalDate cutOff = Objects.requireNonNullElse(asAt, moment.day());
        PlanPicture now = journal.knownAt(plan, event.position());
        return new Replay(
                plan.value(),
                cutOff,
                AuditedEvent.of(event, leaves),
                after(plan, 0),
                journal.lastAt(plan, event.position() - 1).map(JournalEntry::position).orElse(null),
                after(plan, event.position()),
                lastAt(plan, end).position(),
                ChangesBetween.pictures(
                        journal.pictureAt(plan, event.position() - 1), now, moment, cutOff),
                Dashboard.of(now, moment, cutOff));
    }

    private JournalEntry lastAt(PlanId plan, long position) {
        return journal.lastAt(plan, position).orElseThrow(() -> new UnknownPlan(plan, position));
    }

    private Long after(PlanId plan, long position) {
        return journal.eventsOf(plan, position, 1).orElseThrow().stream()
                .findFirst()
                .map(JournalEntry::position)
                .orElse(null);
    }
}
