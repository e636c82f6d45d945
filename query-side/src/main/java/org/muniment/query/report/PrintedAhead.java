package org.muniment.query.report;

import java.util.stream.Stream;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.snapshot.FrozenPack;
import org.muniment.kernel.snapshot.SnapshotEvent.QuarterFrozen;
import org.muniment.query.journal.Directory;
import org.muniment.query.journal.Journal;
import org.muniment.query.pack.Packs;
import org.muniment.query.picture.PlanPicture;
import org.muniment.query.picture.SnapshotPicture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Prints the packs in force once after a start, beside everything else: the first PDF of a process
 * takes a second or two, which should not be the first member's.
 */
@Component
class PrintedAhead {
    private static final Logger LOG = LoggerFactory.getLogger(PrintedAhead.class);

    private final Directory directory;
    private final Journal journal;
    private final Packs packs;
    private final Reports reports;

    PrintedAhead(Directory directory, Journal journal, Packs packs, Reports reports) {
        this.directory = directory;
        this.journal = journal;
        this.packs = packs;
        this.reports = reports;
    }

    @EventListener(ApplicationReadyEvent.class)
    void print() {
        Thread printing = new Thread(this::printAll, "printing ahead");
        printing.setDaemon(true);
        printing.start();
    }

    private void printAll() {
        try {
            inForce().forEach(reports::pdf);
        } catch (RuntimeException failed) {
            LOG.warn("Reports are printed when they are asked for: {}", failed.getMessage());
        }
    }

    private Stream<FrozenPack> inForce() {
        return directory.plans().stream()
                .flatMap(plan -> journal.pictureAt(new PlanId(plan.id()), Long.MAX_VALUE).stream())
                .map(PlanPicture::snapshotsInForce)
                .flatMap(snapshots -> snapshots.stream().map(SnapshotPicture::id))
                .flatMap(snapshot -> packs.frozen(snapshot).stream())
                .map(QuarterFrozen::pack);
    }
}
