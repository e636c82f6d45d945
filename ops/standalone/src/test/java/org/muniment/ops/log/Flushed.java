package org.muniment.ops.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a disk without power would hold of a few files, made from what strace saw: what was written
 * counts once the file was flushed after it.
 */
final class Flushed {
    /** Thread, call, descriptor and its path, and the rest. */
    private static final Pattern CALL =
            Pattern.compile("(\\d+) +(\\w+)\\((\\d+)<([^>]*)>(?:, )?(.*)");

    private static final Pattern WRITTEN =
            Pattern.compile("\"([\\\\x0-9a-f]*)\", (\\d+)(?:, (\\d+))?.*");
    private static final Pattern LENGTH = Pattern.compile("(\\d+).*");
    private static final Pattern RESUMED = Pattern.compile("(\\d+) +<\\.\\.\\. \\w+ resumed>.*= 0");
    private static final String STANDARD_OUTPUT = "1";

    private final Map<String, byte[]> written = new HashMap<>();
    private final Map<String, byte[]> flushed = new HashMap<>();

    /** By thread: a flush that has begun, and what it will have flushed. */
    private final Map<String, Flush> begun = new HashMap<>();

    private record Flush(String path, byte[] content) {}

    /** The files as they are on disk at present. */
    Flushed(Path... files) throws IOException {
        for (Path file : files) {
            byte[] content = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            written.put(file.toString(), content);
            flushed.put(file.toString(), content);
        }
    }

    /** The next line of strace. Gives what the process wrote to its output by it, or null. */
    String sees(String line) {
        Matcher resumed = RESUMED.matcher(line);
        if (resumed.matches()) {
            finish(resumed.group(1));
            return null;
        }
        Matcher call = CALL.matcher(line);
        if (!call.matches()) {
            return null;
        }
        if (call.group(2).equals("write") && call.group(3).equals(STANDARD_OUTPUT)) {
            return text(quoted(call.group(5))).strip();
        }
        String path = text(call.group(4));
        if (written.containsKey(path)) {
            change(call.group(1), call.group(2), path, call.group(5));
        }
        return null;
    }

    private void change(String thread, String call, String path, String rest) {
        switch (call) {
            case "pwrite64" -> write(path, rest);
            case "ftruncate" -> {
                Matcher length = LENGTH.matcher(rest);
                if (length.matches()) {
                    written.put(
                            path,
                            Arrays.copyOf(written.get(path), Integer.parseInt(length.group(1))));
                }
            }
            case "fsync", "fdatasync" -> {
                begun.put(thread, new Flush(path, written.get(path)));
                if (rest.endsWith("= 0")) {
                    finish(thread);
                }
            }
            default -> throw new IllegalStateException(call + " on " + path);
        }
    }

    private void write(String path, String rest) {
        Matcher arguments = WRITTEN.matcher(rest);
        if (!arguments.matches()) {
            throw new IllegalStateException("not understood: " + rest);
        }
        byte[] bytes = bytes(quoted(rest));
        int at = Integer.parseInt(arguments.group(3));
        byte[] before = written.get(path);
        byte[] after = Arrays.copyOf(before, Math.max(before.length, at + bytes.length));
        System.arraycopy(bytes, 0, after, at, bytes.length);
        written.put(path, after);
    }

    private static String quoted(String rest) {
        return rest.substring(1, rest.indexOf('"', 1));
    }

    /** Every byte is written in hexadecimal, those of paths too. */
    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace("\\x", ""));
    }

    private static String text(String hex) {
        return new String(bytes(hex), StandardCharsets.UTF_8);
    }

    private void finish(String thread) {
        Flush flush = begun.remove(thread);
        if (flush != null) {
            flushed.put(flush.path, flush.content);
        }
    }

    void writeTo(Path directory) throws IOException {
        for (Map.Entry<String, byte[]> file : flushed.entrySet()) {
            Files.write(directory.resolve(Path.of(file.getKey()).getFileName()), file.getValue());
        }
    }
}
