package org.muniment.command.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.muniment.kernel.words.Malformed;

/**
 * The parts of an XLSX file that are read, after looking at every one of them: bounded, plain XML,
 * no programs and nothing from elsewhere. They are packed anew, so that the reader sees these bytes
 * and no others that a second directory of the file might point at.
 */
final class Workbook {
    static final int MOST_BYTES = 32 * 1024 * 1024;
    private static final int MOST_PARTS = 500;
    private static final Pattern READ =
            Pattern.compile(
                    "\\[Content_Types]\\.xml|_rels/\\.rels|xl/(workbook|sharedStrings|styles)\\.xml"
                            + "|xl/_rels/workbook\\.xml\\.rels|xl/worksheets/[A-Za-z0-9_-]+\\.xml");
    private static final List<String> REFUSED =
            List.of(
                    "vbaproject",
                    "externallink",
                    "macrosheet",
                    "activex",
                    "embeddings",
                    "dialogsheet");

    private static final Pattern ELSEWHERE = Pattern.compile("^/|\\.\\.|[\\\\:]");

    /** A cell's address is at most two letters and seven digits: no room is made for more. */
    private static final Pattern FAR_AWAY =
            Pattern.compile("\\sr\\s*=\\s*[\"'](?![A-Z]{0,2}[0-9]{1,7}[\"'])");

    private Workbook() {}

    static byte[] checked(byte[] file) {
        Map<String, byte[]> parts = parts(file);
        if (!parts.containsKey("xl/workbook.xml")) {
            throw Unreadable.because("is not an XLSX workbook, or is damaged");
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            zip.setLevel(1);
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return packed.toByteArray();
    }

    private static Map<String, byte[]> parts(byte[] file) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        Set<String> names = new HashSet<>();
        int left = MOST_BYTES;
        try (ZipFile zip =
                ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                        .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                requireHarmless(entry.getName());
                byte[] part = unpacked(zip, entry, left);
                left -= part.length;
                requireWhole(entry, part, left);
                if (!names.add(entry.getName())) {
                    throw Unreadable.because("has the part " + entry.getName() + " twice");
                }
                if (left < 0 || names.size() > MOST_PARTS) {
                    throw Unreadable.because(
                            "unpacks to more than %d MB or %d parts"
                                    .formatted(MOST_BYTES / 1024 / 1024, MOST_PARTS));
                }
                if (READ.matcher(entry.getName()).matches()) {
                    requirePlain(entry.getName(), part);
                    parts.put(entry.getName(), part);
                }
            }
        } catch (Malformed ours) {
            throw ours;
        } catch (IOException | RuntimeException broken) {
            throw Unreadable.because("is not an XLSX workbook, or is damaged");
        }
        return parts;
    }

    private static byte[] unpacked(ZipFile zip, ZipArchiveEntry entry, int left)
            throws IOException {
        try (InputStream part = zip.getInputStream(entry)) {
            return part.readNBytes(left + 1);
        }
    }

    /** The reader of the archive leaves this to us. */
    private static void requireWhole(ZipArchiveEntry entry, byte[] part, int left) {
        CRC32 sum = new CRC32();
        sum.update(part);
        if (left >= 0 && sum.getValue() != entry.getCrc()) {
            throw Unreadable.because("is damaged: the checksum of a part is not that of its bytes");
        }
    }

    private static void requireHarmless(String name) {
        if (ELSEWHERE.matcher(name).find()) {
            throw Unreadable.because("has a part whose name leads out of it");
        }
        String lower = name.toLowerCase(Locale.ROOT);
        for (String refused : REFUSED) {
            if (lower.contains(refused)) {
                throw Unreadable.because(
                        "holds macros, links to other files or embedded ones (" + refused + ")");
            }
        }
    }

    /** UTF-8 without a document type: entities, which could swell or reach outside, need one. */
    private static void requirePlain(String name, byte[] part) {
        String text = new String(part, StandardCharsets.ISO_8859_1);
        boolean otherEncoding =
                text.indexOf('\0') >= 0
                        || text.matches(
                                "(?is)^.{0,3}<\\?xml[^>]*encoding\\s*=\\s*[\"'](?!utf-8).*");
        if (otherEncoding || text.contains("<!DOCTYPE") || text.contains("<!ENTITY")) {
            throw Unreadable.because(name + " is not plain XML in UTF-8");
        }
        if (name.contains("ontent_Types")
                && text.toLowerCase(Locale.ROOT).contains("macroenabled")) {
            throw Unreadable.because("holds macros");
        }
        if (name.startsWith("xl/worksheets/") && FAR_AWAY.matcher(text).find()) {
            throw Unreadable.because(name + " has cells beyond column ZZ");
        }
    }
}
