package org.muniment.query.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.snapshot.PackContent;
import org.muniment.query.report.Sheets.Sheet;

/**
 * All tables of the pack as one (RFC 4180, UTF-8): the first column says which table a row is of,
 * and each column is named as in that table.
 */
public final class CsvReport {
    private static final Pattern FORMULA =
            Pattern.compile("^[=+\\-@\\t\\r\\n\\uFF1D\\uFF0B\\uFF0D\\uFF20].*", Pattern.DOTALL);

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private CsvReport() {}

    static byte[] of(PackContent content) {
        List<Sheet> sheets = Sheets.of(content).sheets();
        Set<String> columns = new LinkedHashSet<>();
        sheets.forEach(sheet -> columns.addAll(columnsOf(sheet)));
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            List<String> header = new ArrayList<>(columns);
            header.add(0, "table");
            csv.writeRecord(header);
            for (Sheet sheet : sheets) {
                for (List<Object> row : sheet.rows()) {
                    csv.writeRecord(cells(sheet, row, columns));
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> columnsOf(Sheet sheet) {
        return sheet.header().stream().map(CsvReport::column).toList();
    }

    private static String column(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    private static List<String> cells(Sheet sheet, List<Object> row, Set<String> columns) {
        Map<String, Object> byColumn = new LinkedHashMap<>();
        for (int i = 0; i < row.size(); i++) {
            byColumn.put(column(sheet.header().get(i)), row.get(i));
        }
        List<String> cells = new ArrayList<>();
        cells.add(column(sheet.name()));
        columns.forEach(name -> cells.add(cell(byColumn.get(name))));
        return cells;
    }

    /** A text that a spreadsheet would take for a formula is marked as text. */
    public static String cell(Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        boolean formula =
                !(value instanceof Figure)
                        && FORMULA.matcher(text).matches()
                        && !NUMBER.matcher(text).matches();
        return formula ? "'" + text : text;
    }
}
