package org.muniment.ops.log;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A call of the system fails: the {@code place}th of its kind, counted from 1, or it and all after.
 *
 * @param how as strace is told
 */
record Fault(String call, int place, String how, boolean lasting) {
    private static final List<String> UNWRITABLE = List.of("EIO", "ENOSPC", "EDQUOT", "EROFS");

    /** What each may say when something is broken, full or withdrawn, once or for good. */
    private static final Map<String, List<String>> BROKEN =
            Map.ofEntries(
                    Map.entry("openat", List.of("EIO", "ENOSPC", "EROFS", "EACCES", "EMFILE")),
                    Map.entry("pread64", List.of("EIO")),
                    Map.entry("pwrite64", UNWRITABLE),
                    Map.entry("fsync", UNWRITABLE),
                    Map.entry("fdatasync", UNWRITABLE),
                    Map.entry("ftruncate", UNWRITABLE),
                    Map.entry("unlink", List.of("EIO", "EROFS", "EACCES")),
                    Map.entry("mmap", List.of("ENOMEM")),
                    Map.entry("close", List.of("EIO")),
                    Map.entry("stat", List.of("EIO", "EACCES")),
                    Map.entry("lstat", List.of("EIO", "EACCES")),
                    Map.entry("fstat", List.of("EIO")),
                    Map.entry("newfstatat", List.of("EIO", "EACCES")),
                    Map.entry("access", List.of("EIO", "EACCES")),
                    Map.entry("fchown", List.of("EPERM", "EROFS")),
                    Map.entry("fcntl", List.of()));

    /** What passes: for good it would be another process that holds the lock, and a drill's end. */
    private static final Map<String, List<String>> PASSING =
            Map.ofEntries(
                    Map.entry("openat", List.of("EINTR")),
                    Map.entry("pread64", List.of("EINTR")),
                    Map.entry("pwrite64", List.of("EINTR")),
                    Map.entry("fsync", List.of("EINTR")),
                    Map.entry("fdatasync", List.of("EINTR")),
                    Map.entry("ftruncate", List.of("EINTR")),
                    Map.entry("close", List.of("EINTR")),
                    Map.entry("fcntl", List.of("EAGAIN", "ENOLCK")));

    /** All that are plausible of one call. */
    static Stream<Fault> of(String call, int place) {
        List<String> broken = BROKEN.get(call);
        if (broken == null) {
            throw new AssertionError("it is not known how " + call + " may fail");
        }
        return Stream.concat(
                broken.stream()
                        .flatMap(
                                error ->
                                        Stream.of(false, true)
                                                .map(
                                                        lasting ->
                                                                failing(
                                                                        call, place, error,
                                                                        lasting))),
                PASSING.getOrDefault(call, List.of()).stream()
                        .map(error -> failing(call, place, error, false)));
    }

    private static Fault failing(String call, int place, String error, boolean lasting) {
        return new Fault(call, place, "error=" + error, lasting);
    }

    /** What it has in common with others. */
    String kind() {
        return call + " " + how;
    }

    /** A lock that SQLite failed to give back stays taken, and every command is told so. */
    boolean passes() {
        return !lasting && !call.equals("fcntl");
    }

    String injection() {
        return "inject=%s:%s:when=%d%s".formatted(call, how, place, lasting ? "+" : "");
    }
}
