package org.muniment.command.snapshot;

import java.util.List;
import java.util.Optional;
import org.muniment.kernel.access.Actors;
import org.muniment.kernel.meeting.MeetingId;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.snapshot.SnapshotId;
import org.muniment.kernel.words.Refused;

/** What may happen to a snapshot once it is frozen. Pure. */
final class SnapshotRules {
    private SnapshotRules() {}

    static void requireAnotherPerson(Actors frozenBy, Actors confirming) {
        if (frozenBy.meet(confirming)) {
            throw Refused.by(
                    "own-freeze", "a freeze is confirmed by another person than the one who froze");
        }
    }

    static void requireConfirmed(SnapshotStanding snapshot) {
        if (!snapshot.confirmed()) {
            throw Refused.by("not-confirmed", "the freeze has not been confirmed yet");
        }
    }

    static void requireInForce(SnapshotStanding snapshot) {
        if (snapshot.isSuperseded()) {
            throw Refused.by(
                    "superseded",
                    "the snapshot is superseded by " + snapshot.supersededBy().value());
        }
    }

    /** A meeting of another partnership is as unknown as one that never was. */
    static void requireMeetingOf(
            PartnershipId partnership, MeetingId meeting, Optional<PartnershipId> scheduledBy) {
        if (!scheduledBy.equals(Optional.of(partnership))) {
            throw Refused.because(
                    "unknown-meeting",
                    "meeting",
                    "the partnership has no meeting " + meeting.value());
        }
    }

    /** Another successor may be named as long as the one announced has not been frozen. */
    static void requireNoSuccessor(SnapshotStanding snapshot, Standings standings) {
        boolean taken =
                standings.of(snapshot.plan()).stream()
                        .anyMatch(it -> it.snapshot().equals(snapshot.supersededBy()));
        if (taken) {
            requireInForce(snapshot);
        }
    }

    /**
     * The successor may be yet to be frozen; where it stands, it is confirmed, in force, and was
     * taken of the same quarter later.
     */
    static void requireSuccessor(SnapshotStanding snapshot, SnapshotId by, Standings standings) {
        if (snapshot.snapshot().equals(by)) {
            throw Refused.because("own-successor", "by", "a snapshot cannot supersede itself");
        }
        List<SnapshotStanding> later = later(snapshot, standings.of(snapshot.plan()));
        Optional<SnapshotStanding> successor =
                later.stream().filter(it -> it.snapshot().equals(by)).findFirst();
        if (successor.isPresent()) {
            requireConfirmed(successor.get());
            requireInForce(successor.get());
        } else if (standings.of(by).isPresent()) {
            throw Refused.because(
                    "other-quarter",
                    "by",
                    by.value() + " is not a later snapshot of the same plan and quarter");
        } else if (!later.isEmpty()) {
            throw Refused.because(
                    "successor-expected",
                    "by",
                    "%s has been frozen in its place"
                            .formatted(later.get(later.size() - 1).snapshot().value()));
        }
    }

    private static List<SnapshotStanding> later(
            SnapshotStanding snapshot, List<SnapshotStanding> ofPlan) {
        return ofPlan.stream()
                .filter(it -> it.isOf(snapshot.plan(), snapshot.quarter()))
                .dropWhile(it -> !it.snapshot().equals(snapshot.snapshot()))
                .skip(1)
                .toList();
    }
}
