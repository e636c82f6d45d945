package org.muniment.command.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muniment.command.imports.Column.Use;
import org.muniment.command.imports.Sheet.Line;

/** The row that names the columns; a column whose heading is blank must be blank throughout. */
record Headings(int row, List<Column> columns) {
    static boolean areIn(Line line, ImportKind kind) {
        return kind.columns().stream()
                .filter(column -> column.use() == Use.REQUIRED)
                .anyMatch(column -> line.cells().stream().anyMatch(column::isCalled));
    }

    static Headings of(Line line, ImportKind kind) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < line.cells().size(); i++) {
            String heading = line.cells().get(i);
            Column column = heading.isEmpty() ? null : known(kind, heading, line.row(), i);
            if (column != null && columns.contains(column)) {
                throw Unreadable.at(
                        line.row(), Sheet.letter(i), "names " + column.name() + " twice");
            }
            columns.add(column);
        }
        for (Column column : kind.columns()) {
            if (column.use() == Use.REQUIRED && !columns.contains(column)) {
                throw Unreadable.at(line.row(), null, "lacks the column " + column.name());
            }
        }
        return new Headings(line.row(), columns);
    }

    private static Column known(ImportKind kind, String heading, int row, int column) {
        return kind.columns().stream()
                .filter(one -> one.isCalled(heading))
                .findFirst()
                .orElseThrow(
                        () ->
                                Unreadable.at(
                                        row,
                                        Sheet.letter(column),
                                        "\"%s\" is not a column of %s%s"
                                                .formatted(
                                                        shortened(heading),
                                                        kind.value(),
                                                        Characters.foreign(heading))));
    }

    private static String shortened(String heading) {
        return heading.length() > 40 ? heading.substring(0, 40) + "…" : heading;
    }

    /** The rows below, each by column. */
    List<Cells> below(Sheet sheet) {
        List<Cells> rows =
                sheet.lines().stream()
                        .filter(line -> line.row() > row && !line.isBlank())
                        .map(this::cells)
                        .toList();
        if (rows.size() > Sheet.MOST_ROWS) {
            throw Unreadable.because("has more than " + Sheet.MOST_ROWS + " rows");
        }
        return rows;
    }

    private Cells cells(Line line) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < line.cells().size(); i++) {
            String text = line.cells().get(i);
            Column column = i < columns.size() ? columns.get(i) : null;
            if (column == null && !text.isEmpty()) {
                throw Unreadable.at(line.row(), Sheet.letter(i), "stands under no heading");
            }
            if (column != null && column.use() != Use.IGNORED && !text.isEmpty()) {
                texts.put(column.name(), text);
            }
        }
        return new Cells(line.row(), texts);
    }
}
