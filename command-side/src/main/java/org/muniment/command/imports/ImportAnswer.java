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
    /** {@code before} is the position of the last event that is not the file's. */
    static ImportAnswer of(
            ImportKind kind,
            Imports.File file,
            boolean dryRun,
            List<RowAnswer> rows,
            long before,
            long events) {
        boolean grows = !dryRun && events > 0;
        return new ImportAnswer(
                file.id(),
                kind.value(),
                dryRun,
                file.sheet().encoding(),
                Counts.of(rows),
                events,
                grows ? before + 1 : null,
                grows ? before + events : null,
                rows);
    }

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
