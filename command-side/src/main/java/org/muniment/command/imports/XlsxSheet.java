package org.muniment.command.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.muniment.command.imports.Sheet.Line;
import org.muniment.kernel.words.Malformed;

/** The one sheet of a workbook that holds anything. Formulas are not worked out. */
final class XlsxSheet {
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);

    private final boolean from1904;

    private XlsxSheet(boolean from1904) {
        this.from1904 = from1904;
    }

    /** One at a time: unpacked, each may take some 100 MB of the heap. */
    static synchronized Sheet read(byte[] file) {
        byte[] checked = Workbook.checked(file);
        List<Line> found = null;
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(checked), WITH_FORMATS)) {
            XlsxSheet reader = new XlsxSheet(workbook.isDate1904());
            for (org.dhatim.fastexcel.reader.Sheet sheet : workbook.getSheets().toList()) {
                List<Line> lines = reader.lines(sheet);
                if (found != null && !lines.isEmpty()) {
                    throw Unreadable.because("has several sheets that are not empty: leave one");
                }
                found = lines.isEmpty() ? found : lines;
            }
        } catch (Malformed ours) {
            throw ours;
        } catch (IOException | RuntimeException broken) {
            throw Unreadable.because("is not an XLSX workbook, or is damaged");
        }
        return new Sheet("XLSX", found == null ? List.of() : found);
    }

    private List<Line> lines(org.dhatim.fastexcel.reader.Sheet sheet) throws IOException {
        List<Line> lines = new ArrayList<>();
        try (Stream<Row> rows = sheet.openStream()) {
            rows.map(this::line)
                    .filter(line -> !line.isBlank())
                    .forEach(
                            line -> {
                                lines.add(line);
                                if (lines.size() > Sheet.MOST_LINES) {
                                    throw Unreadable.because(
                                            "has more than " + Sheet.MOST_ROWS + " rows");
                                }
                            });
        } catch (ExcelReaderException wrapped) {
            throw wrapped.getCause() instanceof Malformed ours ? ours : wrapped;
        }
        return lines;
    }

    private Line line(Row row) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < row.getCellCount(); column++) {
            Cell cell = row.hasCell(column) ? row.getCell(column) : null;
            cells.add(cell == null ? "" : Sheet.trimmed(text(cell, row.getRowNum(), column)));
        }
        while (!cells.isEmpty() && cells.get(cells.size() - 1).isEmpty()) {
            cells.remove(cells.size() - 1);
        }
        return new Line(row.getRowNum(), cells);
    }

    private String text(Cell cell, int row, int column) {
        try {
            return text(cell);
        } catch (IllegalArgumentException refused) {
            throw Unreadable.at(row, Sheet.letter(column), refused.getMessage());
        }
    }

    private String text(Cell cell) {
        return switch (cell.getType()) {
            case EMPTY -> "";
            case STRING -> String.valueOf(cell.getValue());
            case NUMBER -> number(cell);
            case FORMULA -> formula(cell);
            case BOOLEAN -> throw new IllegalArgumentException("holds TRUE or FALSE");
            case ERROR ->
                    throw new IllegalArgumentException("holds an error, " + cell.getRawValue());
        };
    }

    /** What the spreadsheet had worked out and kept. */
    private String formula(Cell cell) {
        Object kept = cell.getValue();
        if (kept instanceof BigDecimal) {
            return number(cell);
        }
        if (kept instanceof String text && !text.startsWith("#")) {
            return text;
        }
        throw new IllegalArgumentException(
                "holds a formula of which no number or text was kept: paste its value");
    }

    private String number(Cell cell) {
        BigDecimal number = Typed.number(cell.getRawValue());
        NumberFormat format = NumberFormat.of(cell.getDataFormatId(), cell.getDataFormatString());
        return switch (format) {
            case DATE -> Typed.day(number, from1904).toString();
            case PER_CENT -> number.movePointRight(2).toPlainString() + "%";
            case PLAIN -> number.toPlainString();
        };
    }
}
