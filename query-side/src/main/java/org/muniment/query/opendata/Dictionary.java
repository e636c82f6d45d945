package org.muniment.query.opendata;

import java.util.List;
import org.muniment.query.report.CsvFile;

/** What every column of every table means. */
record Dictionary(List<File> files) {
    record File(String file, String title, List<Entry> columns) {}

    record Entry(String column, String meaning, String unit, String example) {}

    static Dictionary of(List<OpenTable<?>> tables) {
        return new Dictionary(
                tables.stream()
                        .map(
                                table ->
                                        new File(
                                                table.file(),
                                                table.title(),
                                                table.columns().stream()
                                                        .map(Dictionary::entry)
                                                        .toList()))
                        .toList());
    }

    private static Entry entry(Column<?> column) {
        return new Entry(column.name(), column.meaning(), column.unit(), column.example());
    }

    byte[] csv() {
        return CsvFile.of(
                List.of("file", "column", "meaning", "unit", "example"),
                files.stream()
                        .flatMap(
                                file ->
                                        file.columns.stream()
                                                .map(
                                                        entry ->
                                                                List.of(
                                                                        file.file,
                                                                        entry.column,
                                                                        entry.meaning,
                                                                        entry.unit,
                                                                        entry.example)))
                        .toList());
    }
}
