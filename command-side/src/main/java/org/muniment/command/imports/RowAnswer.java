package org.muniment.command.imports;

import java.util.List;
import org.muniment.kernel.figures.Status;

/**
 * What a row does, or would do.
 *
 * @param row its number in the file, the first line being 1
 * @param subject the thing it is about; absent where that cannot be read
 * @param does its commands in words
 * @param status the KPI's status in that month where it changes
 * @param rule the rule that refuses it
 * @param errors which column is wrong, and why
 */
record RowAnswer(
        int row,
        Outcome outcome,
        String subject,
        List<String> does,
        Change status,
        String rule,
        List<Fault> errors) {
    static RowAnswer of(
            Cells cells, Outcome outcome, List<Step> steps, Change status, String rule) {
        return new RowAnswer(
                cells.row(),
                outcome,
                steps.isEmpty() ? null : steps.get(0).stream(),
                steps.stream().map(Step::words).toList(),
                status,
                rule,
                List.copyOf(cells.faults()));
    }

    enum Outcome {
        RECORDED,
        UNCHANGED,
        EMPTY,
        REFUSED
    }

    /** {@code from} is absent where nothing was said of that month. */
    record Change(Status from, Status to) {}
}
