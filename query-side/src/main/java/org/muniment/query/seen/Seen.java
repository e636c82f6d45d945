package org.muniment.query.seen;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.muniment.kernel.snapshot.SnapshotId;
import org.muniment.kernel.time.Quarter;
import org.muniment.kernel.words.Sha256;
import org.muniment.query.dashboard.Dashboard;
import org.muniment.query.serving.ServedSummary;

/**
 * What members saw at a moment.
 *
 * @param on the words of the question: a day, an instant, a position or a meeting
 * @param instant the moment it was taken to mean, and {@code position} what was known then
 * @param publications the packs in force at that moment
 * @param dashboard the live dashboard of that moment
 * @param since what has been corrected since, oldest first
 * @param served what was given to members that day, up to that moment
 */
record Seen(
        String plan,
        String on,
        ZoneId zone,
        Instant instant,
        long position,
        List<InForce> publications,
        Dashboard dashboard,
        List<Correction> since,
        List<ServedSummary> served) {
    /** {@code href} gives the very bytes that {@code sha256} is of; {@code report} prints them. */
    record InForce(
            SnapshotId snapshot,
            Quarter quarter,
            LocalDate asAt,
            String meeting,
            Instant publishedAt,
            Sha256 sha256,
            String href,
            String report) {}
}
