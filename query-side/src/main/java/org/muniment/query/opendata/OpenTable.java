package org.muniment.query.opendata;

import java.util.List;
import java.util.function.Function;
import org.muniment.query.report.CsvFile;

/**
 * A table of open data.
 *
 * @param figures the rows that a pack has in it
 */
record OpenTable<F>(
        String name,
        String title,
        List<Column<Row<F>>> columns,
        Function<PublishedPack, List<F>> figures) {
    /** A figure and the pack it is of. */
    record Row<F>(PublishedPack pack, F figure) {}

    String file() {
        return name + ".csv";
    }

    byte[] csv(List<PublishedPack> packs) {
        return CsvFile.of(
                columns.stream().map(Column::name).toList(),
                packs.stream()
                        .flatMap(
                                pack ->
                                        figures.apply(pack).stream()
                                                .map(figure -> cells(new Row<>(pack, figure))))
                        .toList());
    }

    private List<Object> cells(Row<F> row) {
        return columns.stream().map(column -> column.value().apply(row)).toList();
    }
}
