package org.muniment.ops.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a disk without power would hold of a few files, made from what strace saw: what was written
 * counts once the file was flushed after it. Where that flush failed it never counts, though it can
 * still be read: the system takes it for flushed (Rebello et al., "Can Applications Recover from
 * fsync Failures?", USENIX ATC 2020).
 */
final class Flushed {
    /** Thread where there are several, call, descriptor and its path, and the rest. */
    private static final Pattern CALL =
            Pattern.compile("(?:(\\d+) +)?(\\w+)\\((\\d+)<([^>]*)>(?:, )?(.*)");

    private static final Pattern WRITTEN =
            Pattern.compile("\"([\\\\x0-9a-f]*)\", (\\d+)(?:, (\\d+))?.*");
    private static final Pattern LENGTH = Pattern.compile("(\\d+).*");
    private static final Pattern RESUMED =
            Pattern.compile("(\\d+) +<\\.\\.\\. \\w+ resumed>.*= (-?\\d+).*");
    private static final String UNFINISHED = "<unfinished ...>";
    private static final Pattern FAILED = Pattern.compile("\\) += -1 ");
    private static final String STANDARD_OUTPUT = "1";

    private final Map<String, byte[]> flushed = new HashMap<>();

    /** By path: what was done to it since. */
    private final Map<String, List<UnaryOperator<byte[]>>> unflushed = new HashMap<>();

    /** By thread: a flush that has begun, and what it will have flushed. */
    private final Map<String, Flush> begun = new HashMap<>();

    private record Flush(String path, List<UnaryOperator<byte[]>> changes) {}

    /** The files as they are on disk at present. */
    Flushed(Path... files) throws IOException {
        for (Path file : files) {
            byte[] content = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            flushed.put(file.toString(), content);
            unflushed.put(file.toString(), new ArrayList<>());
        }
    }

    /** The next line of strace. Gives what the process wrote to its output by it, or null. */
    String sees(String line) {
        Matcher resumed = RESUMED.matcher(line);
        if (resumed.matches()) {
            finish(resumed.group(1), resumed.group(2).equals("0"));
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
        if (flushed.containsKey(path)) {
            change(call.group(1), call.group(2), path, call.group(5));
        }
        return null;
    }

    private void change(String thread, String call, String path, String rest) {
        boolean failed = FAILED.matcher(rest).find();
        switch (call) {
            case "pwrite64", "ftruncate" -> {
                if (!failed) {
                    unflushed.get(path).add(call.equals("pwrite64") ? write(rest) : cut(rest));
                }
            }
            case "fsync", "fdatasync" -> {
                begun.put(thread, new Flush(path, List.copyOf(unflushed.get(path))));
                if (!rest.endsWith(UNFINISHED)) {
                    finish(thread, !failed);
                }
            }
            case "write" -> throw new IllegalStateException(call + " on " + path);
            default -> {
                // neither writes nor flushes
            }
        }
    }

    private static UnaryOperator<byte[]> cut(String rest) {
        Matcher length = LENGTH.matcher(rest);
        if (!length.matches()) {
            throw new IllegalStateException("not understood: " + rest);
        }
        int bytes = Integer.parseInt(length.group(1));
        return before -> Arrays.copyOf(before, bytes);
    }

    private static UnaryOperator<byte[]> write(String rest) {
        Matcher arguments = WRITTEN.matcher(rest);
        if (!arguments.matches()) {
            throw new IllegalStateException("not understood: " + rest);
        }
        byte[] bytes = bytes(quoted(rest));
        int at = Integer.parseInt(arguments.group(3));
        return before -> {
            byte[] after = Arrays.copyOf(before, Math.max(before.length, at + bytes.length));
            System.arraycopy(bytes, 0, after, at, bytes.length);
            return after;
        };
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

    private void finish(String thread, boolean done) {
        Flush flush = begun.remove(thread);
        if (flush == null) {
            return;
        }
        unflushed.get(flush.path).removeAll(flush.changes);
        if (done) {
            flush.changes.forEach(
                    change -> flushed.compute(flush.path, (path, before) -> change.apply(before)));
        }
    }

    void writeTo(Path directory) throws IOException {
        for (Map.Entry<String, byte[]> file : flushed.entrySet()) {
            Files.write(directory.resolve(Path.of(file.getKey()).getFileName()), file.getValue());
        }
    }
}
