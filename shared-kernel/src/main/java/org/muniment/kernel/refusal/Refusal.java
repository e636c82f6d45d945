package org.muniment.kernel.refusal;

import java.time.Instant;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.words.PersonId;

/**
 * A command that was refused. Of its words nothing is kept, only of what kind it was.
 *
 * @param onBehalfOf whom the sender acted for, or said they did; null where for themselves
 * @param request the method and the path's pattern, such as {@code POST /api/kpis/{kpi}/actuals}
 * @param thing the stream it was meant for, such as {@code kpi:grant-claims}; null where the path
 *     names none
 * @param partnership where the thing belongs; null where there is no such thing, or none the sender
 *     may know of
 * @param status the answer's, such as 403 or 409
 * @param reason the last word of the answer's type or the rule's name, such as {@code forbidden}
 * @param last equal to {@code first} unless it happened more than once
 */
public record Refusal(
        PersonId by,
        PersonId onBehalfOf,
        String request,
        String thing,
        PartnershipId partnership,
        int status,
        String reason,
        Instant first,
        Instant last,
        long times) {}
