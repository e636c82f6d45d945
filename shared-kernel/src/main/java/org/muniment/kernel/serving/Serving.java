package org.muniment.kernel.serving;

import java.time.Instant;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.snapshot.SnapshotId;
import org.muniment.kernel.words.PersonId;
import org.muniment.kernel.words.Sha256;

/**
 * Bytes a member was given.
 *
 * @param snapshot the published snapshot they were of; absent for the live dashboard
 * @param position what they showed: the first so many events of the log
 * @param sha256 of the bytes
 * @param last equal to {@code first} unless they were given more than once
 */
public record Serving(
        PlanId plan,
        SnapshotId snapshot,
        ServedForm form,
        long position,
        Sha256 sha256,
        PersonId reader,
        Instant first,
        Instant last,
        long times) {}
