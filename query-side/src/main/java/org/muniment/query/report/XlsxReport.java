package org.muniment.query.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.snapshot.PackContent;
import org.muniment.query.report.Sheets.Sheet;

/**
 * The pack as a workbook, one sheet for each table. Figures are numbers shown with the places they
 * were typed with; every text is a text, whatever it begins with.
 */
final class XlsxReport {
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);
    private static final Pattern CREATED =
            Pattern.compile("(<dcterms:created[^>]*>)[^<]*(</dcterms:created>)");
    private static final double WIDTH = 18;

    private XlsxReport() {}

    static byte[] of(PackContent content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Muniment", "1.0")) {
            for (Sheet sheet : Sheets.of(content).sheets()) {
                write(workbook.newWorksheet(sheet.name()), sheet);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return timeless(bytes.toByteArray());
    }

    private static void write(Worksheet to, Sheet sheet) {
        row(to, 0, List.copyOf(sheet.header()));
        to.range(0, 0, 0, sheet.header().size() - 1).style().bold().set();
        to.freezePane(0, 1);
        for (int column = 0; column < sheet.header().size(); column++) {
            to.width(column, WIDTH);
        }
        for (int i = 0; i < sheet.rows().size(); i++) {
            row(to, i + 1, sheet.rows().get(i));
        }
    }

    private static void row(Worksheet to, int row, List<Object> cells) {
        for (int column = 0; column < cells.size(); column++) {
            Object cell = cells.get(column);
            if (cell instanceof Figure figure) {
                to.value(row, column, figure.value());
                to.style(row, column).format(format(figure)).set();
            } else if (cell != null) {
                to.inlineString(row, column, (String) cell);
            }
        }
    }

    private static String format(Figure figure) {
        return figure.scale() == 0 ? "0" : "0." + "0".repeat(figure.scale());
    }

    /**
     * The same workbook without the moment it was written at, and stored rather than deflated:
     * compressors differ from machine to machine.
     */
    private static byte[] timeless(byte[] workbook) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            // Its sizes stand in the directory at its end, which only a file can be asked for.
            Path file = Files.createTempFile("report", ".xlsx");
            try {
                Files.write(file, workbook);
                copyParts(file, out);
            } finally {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }

    private static void copyParts(Path workbook, ZipOutputStream out) throws IOException {
        try (ZipFile parts = new ZipFile(workbook.toFile())) {
            for (ZipEntry part : Collections.list(parts.entries())) {
                try (InputStream in = parts.getInputStream(part)) {
                    store(out, part.getName(), withoutMoment(in.readAllBytes()));
                }
            }
        }
    }

    private static byte[] withoutMoment(byte[] part) {
        String text = new String(part, StandardCharsets.UTF_8);
        return CREATED.matcher(text)
                .replaceAll("$11980-02-01T00:00:00Z$2")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void store(ZipOutputStream out, String name, byte[] part) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(part);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(part.length);
        entry.setCompressedSize(part.length);
        entry.setCrc(sum.getValue());
        entry.setTimeLocal(NO_TIME);
        out.putNextEntry(entry);
        out.write(part);
        out.closeEntry();
    }
}
