package org.muniment.command.snapshot;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.muniment.kernel.findings.Finding;
import org.muniment.kernel.snapshot.FindingName;
import org.muniment.kernel.snapshot.FrozenPack;
import org.muniment.kernel.snapshot.SnapshotCommand.FreezeQuarter;
import org.muniment.kernel.snapshot.SnapshotId;
import org.muniment.kernel.time.FinancialYear;
import org.muniment.kernel.words.Refused;

/** When a quarter may be frozen. Pure. */
final class FreezeRules {
    private static final int LATEST_CUT_OFF_MONTHS = 6;

    private FreezeRules() {}

    static void requireNewId(Optional<SnapshotStanding> taken) {
        if (taken.isPresent()) {
            throw Refused.because("id-taken", "id", "there is already a snapshot of this id");
        }
    }

    /** The cut-off has come, and lies in the quarter or within three months of its end. */
    static void requireTimely(FrozenPack pack, FinancialYear year, LocalDate today) {
        LocalDate first = pack.quarter().firstDay(year);
        LocalDate latest = first.plusMonths(LATEST_CUT_OFF_MONTHS).minusDays(1);
        if (pack.asAt().isAfter(today)) {
            throw Refused.because(
                    "quarter-not-over",
                    "asAt",
                    "%s as at %s cannot be frozen before that day"
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

    /**
     * One snapshot of a quarter at a time; a second one only in the first one's place.
     *
     * @return the snapshot it is taken in the place of; empty for the first of its quarter
     */
    static Optional<SnapshotId> requireFree(FreezeQuarter command, List<SnapshotStanding> ofPlan) {
        requireNewId(command, ofPlan);
        Optional<SnapshotStanding> last =
                ofPlan.stream()
                        .filter(it -> it.isOf(command.plan(), command.pack().quarter()))
                        .reduce((earlier, later) -> later);
        last.ifPresent(standing -> requirePlace(command, standing));
        Optional<SnapshotId> replaced = last.map(SnapshotStanding::snapshot);
        if (command.supersedes() != null && !replaced.equals(Optional.of(command.supersedes()))) {
            throw Refused.because(
                    "nothing-to-supersede",
                    "supersedes",
                    command.supersedes().value() + " is not the last snapshot of this quarter");
        }
        return replaced;
    }

    private static void requireNewId(FreezeQuarter command, List<SnapshotStanding> ofPlan) {
        for (SnapshotStanding standing : ofPlan) {
            if (standing.snapshot().equals(command.snapshot())) {
                throw Refused.because("id-taken", "id", "there is already a snapshot of this name");
            }
            if (command.snapshot().equals(standing.supersededBy())
                    && standing.quarter() != command.pack().quarter()) {
                throw Refused.because(
                        "id-announced",
                        "id",
                        "this name is announced for the next snapshot of " + standing.quarter());
            }
        }
    }

    private static void requirePlace(FreezeQuarter command, SnapshotStanding last) {
        String name = last.snapshot().value();
        if (last.isSuperseded()) {
            if (!command.snapshot().equals(last.supersededBy())) {
                throw Refused.because(
                        "successor-expected",
                        "id",
                        "snapshot %s is superseded by %s, which is to be frozen next"
                                .formatted(name, last.supersededBy().value()));
            }
        } else if (!last.confirmed()) {
            throw Refused.by(
                    "freeze-pending",
                    "snapshot %s of the same quarter awaits its confirmation".formatted(name));
        } else if (command.supersedes() == null) {
            throw Refused.by(
                    "already-frozen",
                    "the quarter is frozen in snapshot %1$s; to replace it, freeze with \"supersedes\": \"%1$s\""
                            .formatted(name));
        }
    }

    static void requireNothingOpen(List<Finding> open) {
        if (!open.isEmpty()) {
            throw Refused.by(
                            "findings-open",
                            "%s findings are neither mended nor overridden with a reason"
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
