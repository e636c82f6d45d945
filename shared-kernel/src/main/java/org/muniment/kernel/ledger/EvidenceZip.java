package org.muniment.kernel.ledger;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * The zip of an evidence bundle, in the one form that its files give. The JDK's writer cannot make
 * it: to the date of all entries it adds a second one, which depends on where it runs.
 */
public final class EvidenceZip {
    public static final String MANIFEST = "manifest";
    public static final int MOST_ENTRIES = 10_000;

    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int CENTRAL_LENGTH = 46;
    private static final int END_LENGTH = 22;

    /** Of the format, as needed for what is only stored. */
    private static final short VERSION = 10;

    /** 1 January 1980; midnight is 0. */
    private static final short DATE = 0x0021;

    private static final Comparator<String> ORDER =
            Comparator.comparing((String name) -> !name.equals(MANIFEST))
                    .thenComparing(EvidenceZip::bytes, Arrays::compareUnsigned);

    private EvidenceZip() {}

    /** The manifest first, the others in the order of their names' bytes. */
    public static byte[] of(Map<String, byte[]> files) {
        List<String> names = files.keySet().stream().sorted(ORDER).toList();
        int size = END_LENGTH;
        for (String name : names) {
            int entry = LOCAL_LENGTH + CENTRAL_LENGTH + 2 * bytes(name).length;
            size = Math.addExact(size, entry + files.get(name).length);
        }
        ByteBuffer zip = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        Map<String, Integer> places = new LinkedHashMap<>();
        for (String name : names) {
            places.put(name, zip.position());
            zip.putInt(LOCAL);
            common(zip, name, files.get(name));
            zip.put(bytes(name)).put(files.get(name));
        }
        int central = zip.position();
        places.forEach(
                (name, place) -> {
                    zip.putInt(CENTRAL).putShort(VERSION);
                    common(zip, name, files.get(name));
                    zip.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
                    zip.putInt(place).put(bytes(name));
                });
        int length = zip.position() - central;
        short count = (short) names.size();
        zip.putInt(END).putInt(0).putShort(count).putShort(count);
        zip.putInt(length).putInt(central).putShort((short) 0);
        return zip.array();
    }

    /** What both headers of an entry say: no flags, not compressed, no extra field. */
    private static void common(ByteBuffer zip, String name, byte[] file) {
        CRC32 checksum = new CRC32();
        checksum.update(file);
        zip.putShort(VERSION).putShort((short) 0).putShort((short) 0);
        zip.putShort((short) 0).putShort(DATE).putInt((int) checksum.getValue());
        zip.putInt(file.length).putInt(file.length);
        zip.putShort((short) bytes(name).length).putShort((short) 0);
    }

    /**
     * The files by name, in order.
     *
     * @throws BadEvidence where these are not the bytes that the same files give
     */
    public static Map<String, byte[]> read(byte[] zip) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        ByteBuffer rest = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        try {
            while (rest.getInt() == LOCAL) {
                entry(rest, files);
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException cutOff) {
            throw new BadEvidence("it is no zip file, or one that was cut off");
        }
        int differs = Arrays.mismatch(of(files), zip);
        if (differs >= 0) {
            throw new BadEvidence(
                    "the zip is not written as these files give it: it differs from byte %s on"
                            .formatted(differs));
        }
        return files;
    }

    private static void entry(ByteBuffer rest, Map<String, byte[]> files) {
        if (files.size() == MOST_ENTRIES) {
            throw new BadEvidence("the zip has more than %s entries".formatted(MOST_ENTRIES));
        }
        ByteBuffer header = rest.slice(rest.position(), LOCAL_LENGTH - Integer.BYTES);
        header.order(ByteOrder.LITTLE_ENDIAN);
        rest.position(rest.position() + header.capacity());
        int size = header.getInt(14);
        int length = Short.toUnsignedInt(header.getShort(22));
        if (size < 0 || size > rest.remaining() - length) {
            throw new BufferUnderflowException();
        }
        byte[] name = new byte[length];
        byte[] file = new byte[size];
        rest.get(name).get(file);
        files.put(new String(name, StandardCharsets.ISO_8859_1), file);
    }

    /** Names are plain ASCII; what is not comes out otherwise than it went in. */
    private static byte[] bytes(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }
}
