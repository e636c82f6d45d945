package org.muniment.kernel.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceZipTest {
    private static final Map<String, byte[]> FILES =
            Map.of(
                    "events/9.json", bytes("nine"),
                    "events/10.json", bytes("ten"),
                    "README.txt", bytes(""),
                    "checkpoint", bytes("caf\u00e9"),
                    "manifest", bytes("what is here"));
    private static final byte[] ZIP = EvidenceZip.of(FILES);

    @Test
    void theFilesAreReadInOrderAndComeOutAsTheyWentIn() {
        Map<String, byte[]> read = EvidenceZip.read(ZIP);

        assertThat(read.keySet())
                .containsExactly(
                        "manifest", "README.txt", "checkpoint", "events/10.json", "events/9.json");
        read.forEach((name, file) -> assertThat(file).isEqualTo(FILES.get(name)));
        assertThat(EvidenceZip.of(read)).isEqualTo(ZIP);
        assertThat(EvidenceZip.read(EvidenceZip.of(Map.of()))).isEmpty();
    }

    @Test
    void othersReadItToo() throws IOException {
        Map<String, byte[]> read = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(ZIP))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getTimeLocal()).hasToString("1980-01-01T00:00");
                assertThat(entry.getExtra()).isNull();
                read.put(entry.getName(), zip.readAllBytes());
            }
        }

        assertThat(read).containsOnlyKeys(FILES.keySet());
        read.forEach((name, file) -> assertThat(file).isEqualTo(FILES.get(name)));
    }

    @Test
    void everyBitOfItCounts() {
        for (int i = 0; i < ZIP.length * Byte.SIZE; i++) {
            byte[] changed = ZIP.clone();
            changed[i / Byte.SIZE] ^= (byte) (1 << i % Byte.SIZE);
            assertRefused(changed);
        }
    }

    @Test
    void everyLengthOfItCounts() {
        for (int length = 0; length < ZIP.length; length++) {
            assertRefused(Arrays.copyOf(ZIP, length));
        }
        assertRefused(Arrays.copyOf(ZIP, ZIP.length + 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {ZipEntry.DEFLATED, ZipEntry.STORED})
    void whatAnotherProgramPackedIsRefused(int method) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry entry = new ZipEntry("manifest");
            entry.setMethod(method);
            entry.setSize(0);
            entry.setCrc(0);
            zip.putNextEntry(entry);
            zip.closeEntry();
        }

        assertRefused(bytes.toByteArray());
    }

    @Test
    void aNameThatIsNotAsciiIsRefused() {
        byte[] zip = EvidenceZip.of(Map.of("manifestx", new byte[0]));
        for (int i = 0; i < zip.length; i++) {
            zip[i] = zip[i] == 'x' ? (byte) 0xE9 : zip[i];
        }

        assertRefused(zip);
    }

    @Test
    void moreEntriesThanAnyBundleHasAreNotRead() {
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i <= EvidenceZip.MOST_ENTRIES; i++) {
            many.put("file" + i, new byte[0]);
        }

        assertThatExceptionOfType(BadEvidence.class)
                .isThrownBy(() -> EvidenceZip.read(EvidenceZip.of(many)))
                .withMessageContaining("more than 10000 entries");
    }

    private static void assertRefused(byte[] zip) {
        assertThatExceptionOfType(BadEvidence.class).isThrownBy(() -> EvidenceZip.read(zip));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
