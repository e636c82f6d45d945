package org.muniment.query.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.muniment.kernel.figures.Figure;

/** A table as a file: RFC 4180, UTF-8, the names of the columns first. */
public final class CsvFile {
    private static final Pattern FORMULA =
            Pattern.compile("^[=+\\-@\\t\\r\\n\\uFF1D\\uFF0B\\uFF0D\\uFF20].*", Pattern.DOTALL);

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private CsvFile() {}

    /** {@code null} is an empty cell. */
    public static byte[] of(List<String> columns, List<? extends List<?>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(columns);
            for (List<?> row : rows) {
                csv.writeRecord(row.stream().map(CsvFile::cell).toList());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
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
