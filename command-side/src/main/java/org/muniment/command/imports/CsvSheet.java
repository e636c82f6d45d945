package org.muniment.command.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.muniment.command.imports.Sheet.Line;

/** A CSV file (RFC 4180): commas between fields, quotes around those that need them. */
final class CsvSheet {
    private CsvSheet() {}

    /** {@code declared} is the encoding the sender named; null where they did not say. */
    static Sheet read(byte[] bytes, Charset declared) {
        Encoding encoding = Encoding.of(bytes);
        encoding.requireDeclared(declared, bytes);
        List<Line> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> records =
                CsvReader.builder()
                        .skipEmptyLines(false)
                        .allowUnclosedQuote(false)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(encoding.text())) {
            for (CsvRecord one : records) {
                lines.add(line(lines.size() + 1, one.getFields()));
                if (lines.size() > Sheet.MOST_LINES) {
                    throw Unreadable.because("has more than " + Sheet.MOST_ROWS + " rows");
                }
            }
        } catch (CsvParseException broken) {
            throw Unreadable.at(lines.size() + 1, null, reason(broken));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Sheet(encoding.name(), lines);
    }

    private static Line line(int row, List<String> fields) {
        if (fields.size() > Sheet.MOST_COLUMNS) {
            return new Line(row, fields);
        }
        return new Line(row, fields.stream().map(Sheet::trimmed).toList());
    }

    private static String reason(CsvParseException broken) {
        return "is not well-formed CSV: " + broken.getMessage();
    }
}
