package org.muniment.command.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.kernel.words.Malformed;

/** Spreadsheets that are more, or less, than they seem. */
class HostileArchivesTest {
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    private final List<Part> parts = new ArrayList<>();

    private record Part(String name, byte[] bytes) {}

    @BeforeEach
    void fill() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
            workbook.newWorksheet("sheet").value(0, 0, 12);
        }
        XlsxSheetTest.parts(bytes.toByteArray())
                .forEach((name, part) -> parts.add(new Part(name, part)));
    }

    @Test
    void withoutMischiefItIsRead() throws IOException {
        assertThat(XlsxSheet.read(zip()).lines().get(0).cells()).containsExactly("12");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../outside.xml",
                "/outside.xml",
                "C:\\outside.xml",
                "xl/../../outside.xml",
                "..\\outside.xml"
            })
    void aPartThatLeadsOutOfTheFileIsRefusedAndNothingIsWritten(String name) throws IOException {
        parts.add(new Part(name, "<x/>".getBytes(UTF_8)));

        refused(zip()).withMessageContaining("leads out of it");
        assertThat(Path.of("outside.xml")).doesNotExist();
        assertThat(Path.of("../../outside.xml")).doesNotExist();
    }

    @Test
    void aPartThatIsThereTwiceIsRefused() throws IOException {
        parts.add(new Part(SHEET, "<worksheet/>".getBytes(UTF_8)));

        refused(zip()).withMessageContaining("has the part " + SHEET + " twice");
    }

    @Test
    void aPartWhoseChecksumIsWrongIsRefused() throws IOException {
        byte[] file = zip();
        String text = new String(file, StandardCharsets.ISO_8859_1);
        file[text.indexOf("<v>12") + 3] = '9';

        refused(file).withMessageContaining("checksum");
    }

    @Test
    void anEncryptedPartIsRefused() throws IOException {
        byte[] file = zip();
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < file.length - 4; at++) {
            if (bytes.getInt(at) == 0x02014b50) {
                bytes.putShort(at + 8, (short) (bytes.getShort(at + 8) | 1));
            }
        }

        refused(file).withMessageContaining("is damaged");
    }

    @Test
    void tooManyPartsAreRefused() throws IOException {
        IntStream.range(0, 60_000)
                .forEach(number -> parts.add(new Part("x/" + number, new byte[0])));

        refused(zip()).withMessageContaining("500 parts");
    }

    /** A thousand to one, and many of them: 30 MB each. */
    @Test
    void manyBombsAreNotUnpackedTogether() throws IOException {
        for (int number = 0; number < 8; number++) {
            parts.add(new Part("xl/media/b" + number + ".png", new byte[30 << 20]));
        }

        refused(zip()).withMessageContaining("unpacks to more than 32 MB");
    }

    @Test
    void anArchiveWithinTheArchiveIsNotOpened() throws IOException {
        parts.add(new Part("more.zip", zip()));

        assertThat(XlsxSheet.read(zip()).lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "http://127.0.0.1:1/x", "jar:file:///x!/y"})
    void anEntityFromElsewhereIsRefusedUnread(String address) throws IOException {
        replace(
                SHEET,
                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"%s\">]>".formatted(address)
                        + text(SHEET).replace("<v>12</v>", "<v>&e;</v>"));

        refused(zip()).withMessageContaining("is not plain XML");
    }

    @Test
    void anEntityThatSwellsIsRefused() throws IOException {
        String swelling =
                IntStream.range(1, 10)
                        .mapToObj(
                                n ->
                                        "<!ENTITY e%d \"%s\">"
                                                .formatted(n, ("&e" + (n - 1) + ";").repeat(10)))
                        .collect(Collectors.joining("", "<!ENTITY e0 \"ha\">", ""));
        replace("xl/workbook.xml", "<!DOCTYPE x [" + swelling + "]>" + text("xl/workbook.xml"));

        refused(zip()).withMessageContaining("is not plain XML");
    }

    @Test
    void anotherKindOfFileIsRefusedUnderEitherName() throws IOException {
        refused("kpi,month,actual\n".getBytes(UTF_8)).withMessageContaining("not an XLSX");
        refused(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}).withMessageContaining("not an");
        byte[] file = zip();
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> CsvSheet.read(file, null));
    }

    @Test
    void nothingIsLeftInTheTemporaryDirectory() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        long before = workbooksIn(temporary);

        XlsxSheet.read(zip());
        parts.add(new Part("xl/worksheets/big.xml", new byte[40 << 20]));
        refused(zip());

        assertThat(workbooksIn(temporary)).isEqualTo(before);
    }

    private static long workbooksIn(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().matches(".*(xlsx|sheet|poi).*")).count();
        }
    }

    /** Without its declaration, behind which a document type may stand. */
    private String text(String name) {
        return parts.stream()
                .filter(part -> part.name.equals(name))
                .map(part -> new String(part.bytes, UTF_8).replaceFirst("<\\?xml[^>]*>", ""))
                .findFirst()
                .orElseThrow();
    }

    private void replace(String name, String text) {
        parts.removeIf(part -> part.name.equals(name));
        parts.add(new Part(name, text.getBytes(UTF_8)));
    }

    /** Short parts are stored as they are. */
    private byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            for (Part part : parts) {
                ZipArchiveEntry entry = new ZipArchiveEntry(part.name);
                if (part.bytes.length < 2_000) {
                    entry.setMethod(ZipArchiveEntry.STORED);
                    CRC32 sum = new CRC32();
                    sum.update(part.bytes);
                    entry.setCrc(sum.getValue());
                    entry.setSize(part.bytes.length);
                }
                zip.putArchiveEntry(entry);
                zip.write(part.bytes);
                zip.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static ThrowableAssertAlternative<Malformed> refused(byte[] file) {
        return assertThatExceptionOfType(Malformed.class).isThrownBy(() -> XlsxSheet.read(file));
    }
}
