package org.muniment.kernel.project;

import org.muniment.kernel.time.MonthOrDay;
import org.muniment.kernel.words.Title;

/** A step on the way; {@code due} is absent where the plan gives no date. */
public record Milestone(MilestoneId id, Title title, MonthOrDay due) {}
