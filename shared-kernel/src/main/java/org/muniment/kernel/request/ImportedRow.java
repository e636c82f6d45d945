package org.muniment.kernel.request;

import org.muniment.kernel.figures.Status;

/**
 * What a row did, beyond what the file itself says.
 *
 * @param changed whether it appended events
 * @param from the KPI's status in that month before; absent where nothing was said of it
 * @param to its status afterwards; absent where that is the same
 */
public record ImportedRow(boolean changed, Status from, Status to) {}
