package org.muniment.command.imports;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.Charset;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.muniment.kernel.words.Malformed;

class CsvSheetTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String TEXT = "kpi,month,comment\r\nclaims,2017-07,“Café” – £3\r\n";

    @Test
    void everyEncodingGivesTheSameTextAndIsNamed() {
        assertReads("UTF-8", TEXT.getBytes(UTF_8));
        assertReads("UTF-8 with BOM", ("\uFEFF" + TEXT).getBytes(UTF_8));
        assertReads("UTF-16LE with BOM", ("\uFEFF" + TEXT).getBytes(UTF_16LE));
        assertReads("UTF-16BE with BOM", ("\uFEFF" + TEXT).getBytes(UTF_16BE));
        assertReads("Windows-1252", TEXT.getBytes(WINDOWS));
    }

    @Test
    void aByteThatFitsNoEncodingIsPlaced() {
        refused(concat("kpi,month\nclaims,2017-07,", new byte[] {(byte) 0x81}))
                .withMessage("row 2, column C: a byte here is not Windows-1252");
        refused(concat("\uFEFFkpi\nok,", new byte[] {(byte) 0xE9, 'x'}))
                .withMessage("row 2, column B: a byte here is not UTF-8 with BOM");
    }

    @Test
    void aMixtureOfEncodingsIsAmbiguous() {
        refused(concat("kpi,£\n", new byte[] {(byte) 0xA3}))
                .withMessageContaining("row 1, column B: the encoding is ambiguous");
    }

    @Test
    void utf16WithoutAMarkIsNotGuessed() {
        refused(TEXT.replaceAll("[“”é–£]", "x").getBytes(UTF_16LE)).withMessageContaining("NUL");
    }

    @Test
    void anEncodingThatIsAnnouncedMustBeTheOneFound() {
        assertThat(CsvSheet.read(TEXT.getBytes(UTF_8), UTF_8).lines()).hasSize(2);
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> CsvSheet.read(TEXT.getBytes(UTF_8), WINDOWS))
                .withMessage("is announced as windows-1252, but reads as UTF-8");
    }

    @Test
    void rowsAreCountedAsTheFileDoesWhateverEndsThem() {
        Sheet sheet = read("kpi,month\r\n\r\n\"a\nb\",x\rc,y\n");

        assertThat(sheet.lines()).extracting(Sheet.Line::row).containsExactly(1, 2, 3, 4);
        assertThat(sheet.lines().get(2).cells()).containsExactly("a\nb", "x");
    }

    @Test
    void aQuotationMarkThatIsNeverClosedIsRefused() {
        refused("kpi,month\na,b\n\"c,d\n".getBytes(UTF_8)).withMessageStartingWith("row 3: ");
        refused("kpi,month\n\"a\"b,c\n".getBytes(UTF_8)).withMessageStartingWith("row 2: ");
    }

    @Test
    void nulBytesArePlaced() {
        refused("kpi,month\na,b\0c\n".getBytes(UTF_8))
                .withMessage("row 2, column B: holds a character NUL (U+0000)");
    }

    @Test
    void tooManyColumnsOrRowsAreRefused() {
        refused("x,".repeat(64).getBytes(UTF_8)).withMessage("row 1: has more than 64 columns");
        refused("x,".repeat(100_000).getBytes(UTF_8)).withMessageStartingWith("row 1: ");
        refused("x\n".repeat(10_100).getBytes(UTF_8)).withMessage("has more than 10000 rows");
        refused("x\n".repeat(1_000_000).getBytes(UTF_8)).withMessage("has more than 10000 rows");
    }

    @Test
    void spaceAroundACellIsNotPartOfIt() {
        assertThat(read(" kpi\u00A0,\tmonth \n").lines().get(0).cells())
                .containsExactly("kpi", "month");
    }

    private static void assertReads(String name, byte[] bytes) {
        Sheet sheet = CsvSheet.read(bytes, null);
        assertThat(sheet.encoding()).isEqualTo(name);
        assertThat(sheet.lines().get(1).cells())
                .containsExactly("claims", "2017-07", "“Café” – £3");
    }

    private static Sheet read(String text) {
        return CsvSheet.read(text.getBytes(UTF_8), null);
    }

    private static ThrowableAssertAlternative<Malformed> refused(byte[] bytes) {
        return assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> CsvSheet.read(bytes, null));
    }

    private static byte[] concat(String text, byte[] more) {
        byte[] start = text.getBytes(UTF_8);
        byte[] all = Arrays.copyOf(start, start.length + more.length);
        System.arraycopy(more, 0, all, start.length, more.length);
        return all;
    }
}
