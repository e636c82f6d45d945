package org.muniment.query.serving;

import java.time.Instant;
import org.muniment.kernel.serving.ServedForm;
import org.muniment.kernel.snapshot.SnapshotId;
import org.muniment.kernel.words.Sha256;

/**
 * One thing in one form, given to however many members. Who they were is for auditors alone.
 *
 * @param snapshot absent for the live dashboard
 * @param sha256 of the bytes, where all were given the same: always so of a snapshot
 * @param position what was shown last: the first so many events of the log
 */
public record ServedSummary(
        SnapshotId snapshot,
        ServedForm form,
        Sha256 sha256,
        long position,
        long readers,
        long times,
        Instant first,
        Instant last) {}
