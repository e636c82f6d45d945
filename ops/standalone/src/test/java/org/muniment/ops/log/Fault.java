package org.muniment.ops.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A call of the system fails: the {@code place}th of its kind, counted from 1, or it and all after.
 *
 * @param how as strace is told
 */
record Fault(String call, int place, String how, boolean lasting) {
    private static final List<String> UNWRITABLE = List.of("EIO", "ENOSPC", "EDQUOT", "EROFS");
    private static final List<String> UNREADABLE = List.of("EIO", "EACCES");
    private static final List<String> UNREMOVABLE = List.of("EIO", "EROFS", "EACCES");
    private static final List<String> INTERRUPTED = List.of("EINTR");

    /**
     * What each may say when something is broken, full or withdrawn, once or for good. Some go by
     * other names on other machines.
     */
    private static final Map<String, List<String>> BROKEN =
            Map.ofEntries(
                    Map.entry("openat", List.of("EIO", "ENOSPC", "EROFS", "EACCES", "EMFILE")),
                    Map.entry("pread64", List.of("EIO")),
                    Map.entry("pwrite64", UNWRITABLE),
                    Map.entry("fsync", UNWRITABLE),
                    Map.entry("fdatasync", UNWRITABLE),
                    Map.entry("ftruncate", UNWRITABLE),
                    Map.entry("unlink", UNREMOVABLE),
                    Map.entry("unlinkat", UNREMOVABLE),
                    Map.entry("mmap", List.of("ENOMEM")),
                    Map.entry("close", List.of("EIO")),
                    Map.entry("stat", UNREADABLE),
                    Map.entry("lstat", UNREADABLE),
                    Map.entry("newfstatat", UNREADABLE),
                    Map.entry("statx", UNREADABLE),
                    Map.entry("access", UNREADABLE),
                    Map.entry("faccessat", UNREADABLE),
                    Map.entry("fstat", List.of("EIO")),
                    Map.entry("fchown", List.of("EPERM", "EROFS")),
                    Map.entry("fcntl", List.of()));

    /** What passes: a signal that came between, a lock that is held for a moment. */
    private static final Map<String, List<String>> PASSING =
            Map.of(
                    "openat", INTERRUPTED,
                    "pread64", INTERRUPTED,
                    "pwrite64", INTERRUPTED,
                    "fsync", INTERRUPTED,
                    "fdatasync", INTERRUPTED,
                    "ftruncate", INTERRUPTED,
                    "close", INTERRUPTED,
                    "fcntl", List.of("EAGAIN", "ENOLCK"));

    /** All that are plausible of one call. */
    static List<Fault> of(String call, int place) {
        if (!BROKEN.containsKey(call)) {
            throw new AssertionError("it is not known how " + call + " may fail");
        }
        List<Fault> faults = new ArrayList<>();
        for (String error : BROKEN.get(call)) {
            faults.add(new Fault(call, place, "error=" + error, false));
            faults.add(new Fault(call, place, "error=" + error, true));
        }
        for (String error : PASSING.getOrDefault(call, List.of())) {
            faults.add(new Fault(call, place, "error=" + error, false));
        }
        return faults;
    }

    /** What it has in common with others. */
    String kind() {
        return call + " " + how;
    }

    /** One that SQLite failed to give back stays taken, and every command is told so. */
    boolean ofLocks() {
        return call.equals("fcntl");
    }

    String injection() {
        return "inject=%s:%s:when=%d%s".formatted(call, how, place, lasting ? "+" : "");
    }
}
