package org.muniment.query.seen;

import java.time.Instant;

/**
 * Something members had been shown, or should have been, that was put right later.
 *
 * @param subject the thing's stream, such as kpi:grant-claims
 * @param what which of its words, in words
 * @param before what was shown; absent where nothing was
 * @param reason why, in the words of whoever corrected it
 */
record Correction(
        long position,
        Instant recordedAt,
        String subject,
        String what,
        String before,
        String after,
        String reason,
        String by) {}
