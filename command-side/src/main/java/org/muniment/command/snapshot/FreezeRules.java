package org.muniment.command.snapshot;

import java.time.LocalDate;
import java.util.List;
import org.muniment.kernel.findings.Finding;
import org.muniment.kernel.snapshot.FindingName;
import org.muniment.kernel.snapshot.FrozenPack;
import org.muniment.kernel.snapshot.SnapshotCommand.FreezeQuarter;
import org.muniment.kernel.snapshot.SnapshotId;
import org.muniment.kernel.time.FinancialYear;
import org.muniment.kernel.words.Refused;

/** When a quarter may be frozen. Pure. */
final class FreezeRules {
    private static final int LATEST_CUT_OFF_MONTHS = 3;

    private FreezeRules() {}

    /** The cut-off has passed, and lies in the quarter or not long after its end. */
    static void requireTimely(FrozenPack pack, FinancialYear year, LocalDate today) {
        LocalDate first = pack.quarter().firstDay(year);
        LocalDate latest = pack.quarter().lastDay(year).plusMonths(LATEST_CUT_OFF_MONTHS);
        if (pack.asAt().isAfter(today)) {
            throw Refused.because(
                    "quarter-not-over",
                    "asAt",
                    "%s as at %s cannot be frozen before that day is over"
                            .formatted(pack.quarter(), pack.asAt()));
        }
        if (pack.asAt().isBefore(first) || pack.asAt().isAfter(latest)) {
            throw Refused.because(
                    "cut-off-elsewhere",
                    "asAt",
                    "the cut-off of %s lies between %s and %s"
                            .formatted(pack.quarter(), first, latest));
        }
    }

    /** One snapshot of a quarter at a time; a second one only in the first one's place. */
    static void requireFree(FreezeQuarter command, List<SnapshotStanding> ofPlan) {
        List<SnapshotStanding> ofQuarter =
                ofPlan.stream()
                        .filter(it -> it.isOf(command.plan(), command.pack().quarter()))
                        .toList();
        if (ofQuarter.isEmpty()) {
            if (command.supersedes() != null) {
                throw notThere(command.supersedes());
            }
            return;
        }
        SnapshotStanding last = ofQuarter.get(ofQuarter.size() - 1);
        if (last.isSuperseded()) {
            requireAnnounced(command.snapshot(), last);
        } else if (!last.confirmed()) {
            throw Refused.by(
                    "freeze-pending",
                    "snapshot %s of the same quarter awaits its confirmation"
                            .formatted(last.snapshot().value()));
        } else if (command.supersedes() == null) {
            throw Refused.by(
                    "already-frozen",
                    "the quarter is frozen in snapshot %1$s; to replace it, freeze with"
                            + " \"supersedes\": \"%1$s\"".formatted(last.snapshot().value()));
        } else if (!last.snapshot().equals(command.supersedes())) {
            throw notThere(command.supersedes());
        }
    }

    private static void requireAnnounced(SnapshotId snapshot, SnapshotStanding last) {
        if (!snapshot.equals(last.supersededBy())) {
            throw Refused.because(
                    "successor-expected",
                    "id",
                    "snapshot %s is superseded by %s, which is to be frozen next"
                            .formatted(last.snapshot().value(), last.supersededBy().value()));
        }
    }

    private static Refused notThere(SnapshotId supersedes) {
        return Refused.because(
                "nothing-to-supersede",
                "supersedes",
                supersedes.value() + " is not the snapshot in force for this quarter");
    }

    static void requireNothingOpen(List<Finding> open) {
        if (!open.isEmpty()) {
            throw Refused.by(
                            "findings-open",
                            "%d findings are neither mended nor overridden with a reason"
                                    .formatted(open.size()))
                    .with("findings", open);
        }
    }

    static void requireUse(List<FindingName> idle) {
        if (!idle.isEmpty()) {
            throw Refused.because(
                    "nothing-to-override",
                    "overrides",
                    "nothing is found that this overrides: " + idle);
        }
    }
}
