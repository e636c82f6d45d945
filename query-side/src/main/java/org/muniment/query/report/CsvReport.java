package org.muniment.query.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.muniment.kernel.snapshot.PackContent;
import org.muniment.query.report.Sheets.Sheet;

/**
 * All tables of the pack as one: the first column says which table a row is of, and each column is
 * named as in that table.
 */
final class CsvReport {
    private CsvReport() {}

    static byte[] of(PackContent content) {
        List<Sheet> sheets = Sheets.of(content).sheets();
        Set<String> columns = new LinkedHashSet<>();
        sheets.forEach(sheet -> columns.addAll(columnsOf(sheet)));
        List<String> header = new ArrayList<>(columns);
        header.add(0, "table");
        return CsvFile.of(
                header,
                sheets.stream()
                        .flatMap(
                                sheet ->
                                        sheet.rows().stream()
                                                .map(row -> cells(sheet, row, columns)))
                        .toList());
    }

    private static List<String> columnsOf(Sheet sheet) {
        return sheet.header().stream().map(CsvReport::column).toList();
    }

    private static String column(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    private static List<Object> cells(Sheet sheet, List<Object> row, Set<String> columns) {
        Map<String, Object> byColumn = new HashMap<>();
        for (int i = 0; i < row.size(); i++) {
            byColumn.put(column(sheet.header().get(i)), row.get(i));
        }
        List<Object> cells = new ArrayList<>();
        cells.add(column(sheet.name()));
        columns.forEach(name -> cells.add(byColumn.get(name)));
        return cells;
    }
}
