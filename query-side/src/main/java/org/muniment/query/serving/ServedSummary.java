package org.muniment.query.serving;

import java.time.Instant;
import org.muniment.kernel.serving.ServedForm;
import org.muniment.kernel.snapshot.SnapshotId;
import org.muniment.kernel.words.Sha256;

/**
 * The same bytes, given to however many members. Who they were is for auditors alone.
 *
 * @param snapshot absent for the live dashboard
 * @param position what was shown: the first so many events of the log
 */
public record ServedSummary(
        SnapshotId snapshot,
        ServedForm form,
        long position,
        Sha256 sha256,
        long readers,
        long times,
        Instant first,
        Instant last) {}
