package org.muniment.command.snapshot;

import java.util.Optional;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.snapshot.SnapshotId;
import org.muniment.kernel.words.PersonId;
import org.muniment.kernel.words.Refused;

/** What may happen to a snapshot once it is frozen. Pure. */
final class SnapshotRules {
    private SnapshotRules() {}

    static void requireAnotherPerson(PersonId frozenBy, PersonId person) {
        if (frozenBy.equals(person)) {
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

    static void requireSamePartnership(PartnershipId plans, PartnershipId meetings) {
        if (!plans.equals(meetings)) {
            throw Refused.because(
                    "meeting-elsewhere", "meeting", "the meeting is of another partnership");
        }
    }

    /** The successor may be yet to be frozen; where it stands, it is of the same quarter. */
    static void requireSuccessor(
            SnapshotStanding snapshot, SnapshotId by, Optional<SnapshotStanding> successor) {
        if (snapshot.snapshot().equals(by)) {
            throw Refused.because("own-successor", "by", "a snapshot cannot supersede itself");
        }
        successor.ifPresent(
                standing -> {
                    if (!standing.isOf(snapshot.plan(), snapshot.quarter())) {
                        throw Refused.because(
                                "other-quarter",
                                "by",
                                by.value() + " is not a snapshot of the same plan and quarter");
                    }
                    requireConfirmed(standing);
                    requireInForce(standing);
                });
    }
}
