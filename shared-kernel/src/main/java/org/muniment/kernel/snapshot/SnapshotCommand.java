package org.muniment.kernel.snapshot;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.muniment.kernel.findings.Finding;
import org.muniment.kernel.meeting.MeetingId;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.PersonId;
import org.muniment.kernel.words.Reasoned;

/** What can be said to a snapshot. {@code person} is who says it. */
public sealed interface SnapshotCommand {
    /**
     * @param open the errors in it that no override covers
     * @param idle overrides that cover nothing
     * @param supersedes the snapshot of the same quarter this one is to replace; absent for the
     *     first
     * @param today the day it is sent, in London: no cut-off can lie after it
     */
    record FreezeQuarter(
            @TargetAggregateIdentifier SnapshotId snapshot,
            PlanId plan,
            FrozenPack pack,
            List<Finding> open,
            List<FindingName> idle,
            SnapshotId supersedes,
            LocalDate today,
            PersonId person)
            implements SnapshotCommand {}

    record ConfirmFreeze(@TargetAggregateIdentifier SnapshotId snapshot, PersonId person)
            implements SnapshotCommand {}

    record PublishSnapshot(@TargetAggregateIdentifier SnapshotId snapshot, MeetingId meeting)
            implements SnapshotCommand {}

    record SupersedeSnapshot(
            @TargetAggregateIdentifier SnapshotId snapshot, SnapshotId by, Narrative reason)
            implements SnapshotCommand, Reasoned {}
}
