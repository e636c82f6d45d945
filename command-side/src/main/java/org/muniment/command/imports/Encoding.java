package org.muniment.command.imports;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Which encoding a text file is in. A byte order mark decides; without one it is UTF-8 where every
 * byte fits, and Windows-1252 where none of the bytes above ASCII do. Anything between is refused.
 */
record Encoding(String name, String text) {
    private static final byte[] UTF_8 = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] UTF_16LE = {(byte) 0xFF, (byte) 0xFE};
    private static final byte[] UTF_16BE = {(byte) 0xFE, (byte) 0xFF};
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    static Encoding of(byte[] bytes) {
        if (startsWith(bytes, UTF_8)) {
            return strictly("UTF-8 with BOM", StandardCharsets.UTF_8, bytes, UTF_8.length);
        }
        if (startsWith(bytes, UTF_16LE)) {
            return strictly("UTF-16LE with BOM", StandardCharsets.UTF_16LE, bytes, UTF_16LE.length);
        }
        if (startsWith(bytes, UTF_16BE)) {
            return strictly("UTF-16BE with BOM", StandardCharsets.UTF_16BE, bytes, UTF_16BE.length);
        }
        if (firstBroken(StandardCharsets.UTF_8, bytes, 0) < 0) {
            return strictly("UTF-8", StandardCharsets.UTF_8, bytes, 0);
        }
        requireNoUtf8Within(bytes);
        return strictly("Windows-1252", WINDOWS, bytes, 0);
    }

    /** Whoever names an encoding must be right: it is not overruled in silence. */
    void requireDeclared(Charset declared, byte[] bytes) {
        if (declared == null) {
            return;
        }
        String read = new String(bytes, declared);
        if (!text.equals(read.startsWith("\uFEFF") ? read.substring(1) : read)) {
            throw Unreadable.because(
                    "is announced as %s, but reads as %s".formatted(declared.name(), name));
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] mark) {
        return bytes.length >= mark.length
                && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }

    private static Encoding strictly(String name, Charset charset, byte[] bytes, int from) {
        int broken = firstBroken(charset, bytes, from);
        if (broken >= 0) {
            String before = new String(bytes, from, broken - from, charset);
            throw at(before, "a byte here is not " + name);
        }
        return new Encoding(name, new String(bytes, from, bytes.length - from, charset));
    }

    /** Where the first byte is that does not fit; negative where all do. */
    private static int firstBroken(Charset charset, byte[] bytes, int from) {
        CharsetDecoder decoder =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        CharBuffer out = CharBuffer.allocate(bytes.length - from + 1);
        CoderResult result = decoder.decode(in, out, true);
        return result.isError() ? in.position() : -1;
    }

    /** A file pasted together from two encodings would be read wrongly in one half. */
    private static void requireNoUtf8Within(byte[] bytes) {
        for (int i = 0; i + 1 < bytes.length; i++) {
            boolean lead = (bytes[i] & 0xFF) >= 0xC2 && (bytes[i] & 0xFF) <= 0xF4;
            boolean follows = (bytes[i + 1] & 0xC0) == 0x80;
            if (lead && follows && isUtf8At(bytes, i)) {
                throw at(
                        new String(bytes, 0, i, WINDOWS),
                        "the encoding is ambiguous: this could be UTF-8, but other parts of the"
                                + " file are not; save it as UTF-8");
            }
        }
    }

    private static boolean isUtf8At(byte[] bytes, int i) {
        int lead = bytes[i] & 0xFF;
        int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        return i + length <= bytes.length
                && firstBroken(StandardCharsets.UTF_8, Arrays.copyOfRange(bytes, i, i + length), 0)
                        < 0;
    }

    private static RuntimeException at(String before, String message) {
        int row = 1 + (int) before.replace("\r\n", "\n").chars().filter(Encoding::isEnd).count();
        int start = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
        int column = (int) before.substring(start).chars().filter(one -> one == ',').count();
        return Unreadable.at(row, Sheet.letter(column), message);
    }

    private static boolean isEnd(int character) {
        return character == '\n' || character == '\r';
    }
}
