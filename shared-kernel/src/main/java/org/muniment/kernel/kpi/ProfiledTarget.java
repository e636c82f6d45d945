package org.muniment.kernel.kpi;

import java.time.YearMonth;
import org.muniment.kernel.figures.Figure;

/** The target to date at the end of one month. */
public record ProfiledTarget(YearMonth month, Figure target) {}
