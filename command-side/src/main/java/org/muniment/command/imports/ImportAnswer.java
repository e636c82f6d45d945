package org.muniment.command.imports;

import java.util.List;
import org.muniment.command.imports.RowAnswer.Outcome;

/**
 * What a file does, or would do.
 *
 * @param id the file's name in the metadata of its events: of the same bytes it is the same
 * @param encoding how its bytes were read
 * @param events how many events it appends
 * @param firstPosition absent where nothing was appended
 */
record ImportAnswer(
        String id,
        String kind,
        boolean dryRun,
        String encoding,
        Counts counts,
        long events,
        Long firstPosition,
        Long lastPosition,
        List<RowAnswer> rows) {
    record Counts(int rows, long recorded, long unchanged, long empty, long refused) {
        static Counts of(List<RowAnswer> rows) {
            return new Counts(
                    rows.size(),
                    count(rows, Outcome.RECORDED),
                    count(rows, Outcome.UNCHANGED),
                    count(rows, Outcome.EMPTY),
                    count(rows, Outcome.REFUSED));
        }

        private static long count(List<RowAnswer> rows, Outcome outcome) {
            return rows.stream().filter(row -> row.outcome() == outcome).count();
        }
    }
}
