package org.muniment.query.journal;

import java.util.Optional;
import org.muniment.kernel.plan.PlanId;

/**
 * What stands in the place of an event whose stored content cannot be read.
 *
 * @param stream as it is stored
 * @param plan the plan it belongs to, where its own content or its stream says so
 * @param why in words that repeat nothing of the content
 */
public record Unreadable(
        String stream, String type, String revision, Optional<PlanId> plan, String why) {}
