package org.muniment.kernel.snapshot;

import org.muniment.kernel.meeting.MeetingId;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.plan.PlanRecord;
import org.muniment.kernel.time.Quarter;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.PersonId;
import org.muniment.kernel.words.Sha256;

/** What has happened to a snapshot. */
public sealed interface SnapshotEvent extends PlanRecord {
    SnapshotId snapshot();

    /**
     * Kept with the plan, which has to know what speaks for its quarters. What is frozen is in
     * {@link QuarterFrozen}, recorded with it.
     */
    record FreezeBegun(PlanId plan, Quarter quarter, SnapshotId snapshot) implements SnapshotEvent {
        @Override
        public String subject() {
            return plan.toString();
        }
    }

    /** {@code supersedes} is absent for the first snapshot of a quarter. */
    record QuarterFrozen(
            SnapshotId snapshot,
            PlanId plan,
            FrozenPack pack,
            SnapshotId supersedes,
            PersonId frozenBy)
            implements SnapshotEvent {}

    /** From here on figures of the quarter can only be restated. */
    record FreezeConfirmed(SnapshotId snapshot, PlanId plan, PersonId confirmedBy)
            implements SnapshotEvent {}

    record SnapshotPublished(SnapshotId snapshot, PlanId plan, MeetingId meeting, Sha256 sha256)
            implements SnapshotEvent {}

    /** It stays readable and verifiable, but is no longer what the committee goes by. */
    record SnapshotSuperseded(SnapshotId snapshot, PlanId plan, SnapshotId by, Narrative reason)
            implements SnapshotEvent {}

    @Override
    default String subject() {
        return snapshot().toString();
    }
}
