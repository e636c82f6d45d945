package org.muniment.command.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.muniment.kernel.words.Malformed;

class XlsxSheetTest {
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @Test
    void textsNumbersAndDatesAreReadAsTheyAreShown() throws IOException {
        byte[] file =
                workbook(
                        sheet -> {
                            sheet.value(0, 0, "kpi");
                            sheet.value(1, 0, "claims");
                            sheet.value(1, 1, 83.33);
                            sheet.value(1, 2, 0.8333);
                            sheet.style(1, 2).format("0.00%").set();
                            sheet.value(1, 3, 42917);
                            sheet.style(1, 3).format("mmm\\-yy").set();
                            sheet.value(1, 5, "=cmd|' /C calc'!A0");
                        });

        Sheet read = XlsxSheet.read(file);

        assertThat(read.encoding()).isEqualTo("XLSX");
        assertThat(read.lines().get(1).row()).isEqualTo(2);
        assertThat(read.lines().get(1).cells())
                .containsExactly(
                        "claims", "83.33", "83.33%", "2017-07-01", "", "=cmd|' /C calc'!A0");
    }

    @Test
    void theDigitsOfTheFileAreKept() throws IOException {
        assertThat(cell("<c r=\"A1\"><v>1.1000000000000001</v></c>")).isEqualTo("1.1");
        assertThat(cell("<c r=\"A1\"><v>9999999999999.99</v></c>")).isEqualTo("9999999999999.99");
        refused(withRow("<c r=\"A1\"><v>0.30000000000000004</v></c>"))
                .withMessageContaining("row 1, column A: holds 0.30000000000000004");
    }

    @Test
    void ofAFormulaOnlyTheKeptNumberOrTextIsRead() throws IOException {
        assertThat(cell("<c r=\"A1\"><f>1+1</f><v>2</v></c>")).isEqualTo("2");
        assertThat(cell("<c r=\"A1\" t=\"str\"><f>\"a\"</f><v>a</v></c>")).isEqualTo("a");
        refused(withRow("<c r=\"A1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>"))
                .withMessageContaining("row 1, column A: holds");
        refused(withRow("<c r=\"A1\" t=\"b\"><f>1=1</f><v>1</v></c>"))
                .withMessageContaining("row 1, column A: holds");
        refused(withRow("<c r=\"A1\"><f>1+1</f></c>"))
                .withMessageContaining("row 1, column A: holds");
    }

    @Test
    void mergedHeadingsAndATitleDoNotMatter() throws IOException {
        byte[] file =
                workbook(
                        sheet -> {
                            sheet.value(0, 0, "Quarter 1");
                            sheet.range(0, 0, 0, 3).merge();
                            sheet.value(1, 0, "KPI");
                            sheet.value(1, 1, "Month");
                            sheet.value(1, 2, "Actual");
                            sheet.range(1, 2, 1, 3).merge();
                            sheet.value(2, 0, "claims");
                            sheet.value(2, 1, "Jul-17");
                            sheet.value(2, 2, "80");
                        });
        Sheet sheet = XlsxSheet.read(file);

        Cells row = sheet.headings(ImportKind.KPI_ACTUALS).below(sheet).get(0);

        assertThat(row.row()).isEqualTo(3);
        assertThat(KpiRows.steps(row).get(0).words()).isEqualTo("record 80 for 2017-07");
    }

    @Test
    void severalSheetsAreNotChosenFrom() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
            workbook.newWorksheet("one").value(0, 0, "a");
            workbook.newWorksheet("two").value(0, 0, "b");
        }

        refused(bytes.toByteArray()).withMessageContaining("several sheets");
    }

    @Test
    void aBombIsNotUnpacked() throws IOException {
        Map<String, byte[]> parts = parts(workbook(sheet -> sheet.value(0, 0, "a")));
        parts.put("xl/worksheets/sheet2.xml", new byte[64 * 1024 * 1024]);

        refused(zip(parts)).withMessageContaining("unpacks to more than");
    }

    @Test
    void entitiesAreNotResolved() throws IOException {
        String laughs =
                "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY a \"lol\"><!ENTITY b"
                        + " \"&a;&a;&a;\">]>";
        Map<String, byte[]> parts = parts(workbook(sheet -> sheet.value(0, 0, "a")));
        parts.put(SHEET, (laughs + text(parts, SHEET)).getBytes(UTF_8));
        refused(zip(parts)).withMessageContaining("is not plain XML");

        parts.put(SHEET, laughs.getBytes(StandardCharsets.UTF_16));
        refused(zip(parts)).withMessageContaining("is not plain XML");
    }

    @Test
    void macrosAndLinksToOtherFilesAreRefused() throws IOException {
        for (String name : List.of("xl/vbaProject.bin", "xl/externalLinks/externalLink1.xml")) {
            Map<String, byte[]> parts = parts(workbook(sheet -> sheet.value(0, 0, "a")));
            parts.put(name, new byte[] {1});
            refused(zip(parts)).withMessageContaining("macros, links");
        }
    }

    @Test
    void aCellFarAwayTakesNoRoom() throws IOException {
        refused(withRow("<c r=\"XFD1\"><v>1</v></c>")).withMessageContaining("beyond column ZZ");
        refused(withRow("<c r=\"ZZZZZZ1\"><v>1</v></c>")).withMessageContaining("beyond column ZZ");
        refused(withRow("<c r=\"CZ1\"><v>1</v></c>")).withMessageContaining("64 columns");
    }

    @Test
    void whatIsNoWorkbookIsRefused() throws IOException {
        byte[] file = workbook(sheet -> sheet.value(0, 0, "a"));
        refused("kpi,month\n".getBytes(UTF_8)).withMessageContaining("not an XLSX workbook");
        refused(Arrays.copyOf(file, file.length / 2)).withMessageContaining("is damaged");
        refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0})
                .withMessageContaining("not an XLSX workbook");
    }

    private static String cell(String xml) throws IOException {
        return XlsxSheet.read(withRow(xml)).lines().get(0).cells().get(0);
    }

    private static byte[] withRow(String cells) throws IOException {
        Map<String, byte[]> parts = parts(workbook(sheet -> sheet.value(0, 0, "a")));
        String changed =
                text(parts, SHEET)
                        .replaceAll(
                                "(?s)<sheetData>.*</sheetData>",
                                "<sheetData><row r=\"1\">" + cells + "</row></sheetData>");
        parts.put(SHEET, changed.getBytes(UTF_8));
        return zip(parts);
    }

    private static String text(Map<String, byte[]> parts, String name) {
        return new String(parts.get(name), UTF_8);
    }

    private static byte[] workbook(Consumer<Worksheet> fill) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
            fill.accept(workbook.newWorksheet("sheet"));
        }
        return bytes.toByteArray();
    }

    static Map<String, byte[]> parts(byte[] file) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipFile zip =
                ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                        .get()) {
            for (ZipArchiveEntry one : Collections.list(zip.getEntries())) {
                parts.put(one.getName(), zip.getInputStream(one).readAllBytes());
            }
        }
        return parts;
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static ThrowableAssertAlternative<Malformed> refused(byte[] file) {
        return assertThatExceptionOfType(Malformed.class).isThrownBy(() -> XlsxSheet.read(file));
    }
}
