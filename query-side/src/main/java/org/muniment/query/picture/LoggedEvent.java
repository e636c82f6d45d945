package org.muniment.query.picture;

import java.time.Instant;
import org.muniment.kernel.plan.PlanRecord;

/** An event of a plan and its place in the log; {@code position} counts from 1 over all plans. */
public record LoggedEvent(long position, Instant recordedAt, PlanRecord event) {}
