package org.muniment.query.why;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.muniment.query.audit.EventProofs.Proof;
import org.muniment.query.moment.AsOf;

/**
 * Why figures of a plan are what they are, as known at a moment and as at a cut-off.
 *
 * @param figure the name asked for
 * @param figures each with its sentences
 * @param events that made them, in the order of the log
 */
public record Why(
        String plan,
        AsOf asOf,
        LocalDate asAt,
        String figure,
        List<Explained> figures,
        List<Told> events) {
    /**
     * An event in plain words.
     *
     * @param by who sent its command, in {@code role}, perhaps as somebody's deputy
     * @param reason why, where they said
     * @param proof checked when this answer was made
     */
    public record Told(
            long position,
            Instant recordedAt,
            String type,
            String subject,
            String what,
            String by,
            String role,
            String onBehalfOf,
            String reason,
            Proof proof) {}
}
