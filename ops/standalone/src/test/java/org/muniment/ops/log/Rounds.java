package org.muniment.ops.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * Rounds of a store in which at most one thing fails, each in a directory of its own and each
 * judged by what a process that comes after finds: had the store been killed after its last
 * command, and after it closed the log.
 */
final class Rounds {
    private static final int FIRST_CLIENT = 1;
    private static final int SECOND_CLIENT = 2;

    private final RoundsProcess store;
    private final Path directory;
    private final Path leftByAKill;
    private final List<String> toldBefore;
    private int number;

    /** Whose calls are seen. */
    enum Stage {
        /** A store that begins with nothing. */
        NEW,
        /** A store that begins with what a kill left. */
        AFTER_A_KILL,
        /** The same, when it closes the log. */
        CLOSING
    }

    /** How often each call was made, and whether one was failed. */
    record Round(Map<String, Integer> calls, boolean reached) {}

    Rounds(RoundsProcess store, Path directory) throws IOException {
        this.store = store;
        this.directory = directory;
        Path first = Files.createDirectories(directory.resolve("first/data"));
        toldBefore = store.carryOut(FIRST_CLIENT, first);
        leftByAKill = copied(first);
        store.closeLog();
    }

    Round withoutFault(Stage stage) throws Exception {
        return go(stage, Optional.empty());
    }

    /**
     * @throws AssertionError where something acknowledged is lost, something refused is kept, or
     *     the store neither goes on nor says that it does not
     */
    Round with(Fault fault, Stage stage) throws Exception {
        return go(stage, Optional.of(fault));
    }

    /**
     * The system cuts a write short that would make a file longer, and refuses the next. Gives
     * whether a command met with that.
     */
    boolean withFilesOfAtMost(int bytes) throws Exception {
        Path data = Files.createDirectories(directory.resolve("round-" + ++number + "/data"));
        List<String> told = new ArrayList<>(toldBefore(Stage.AFTER_A_KILL, data));
        store.limitFiles(String.valueOf(bytes));
        told.addAll(store.carryOut(SECOND_CLIENT, data));
        store.limitFiles("unlimited");
        told.addAll(store.carryOutOneMore());
        Path killed = copied(data);
        store.closeLog();

        Aftermath aftermath = new Aftermath(told);
        aftermath.requireKeptAsTold(killed);
        aftermath.requireKeptAsTold(copied(data));
        aftermath.requireClearAnswers();
        aftermath.requireGoingOn();
        return aftermath.anyRefused();
    }

    private Round go(Stage stage, Optional<Fault> fault) throws Exception {
        Path round = Files.createDirectory(directory.resolve("round-" + ++number));
        Path data = Files.createDirectory(round.resolve("data"));
        List<String> told = new ArrayList<>(toldBefore(stage, data));
        Flushed disk = new Flushed(files(data));
        Strace strace = attach(stage, data, round.resolve("calls"), fault);
        try (strace) {
            told.addAll(
                    stage == Stage.CLOSING
                            ? store.closeLog()
                            : store.carryOut(SECOND_CLIENT, data));
        }
        Aftermath atOnce = new Aftermath(List.copyOf(told));
        Optional<Path> powerless =
                fault.isPresent() && atOnce.opened()
                        ? Optional.of(withoutPower(disk, strace, data))
                        : Optional.empty();
        List<Path> left = new ArrayList<>();
        if (stage != Stage.CLOSING) {
            told.addAll(store.carryOutOneMore());
            left.add(copied(data));
            store.closeLog();
        }
        left.add(copied(data));
        Aftermath later = new Aftermath(told);
        if (powerless.isPresent()) {
            atOnce.requireKeptAsTold(powerless.get());
        }
        for (Path found : left) {
            later.requireKeptAsTold(found);
        }
        later.requireClearAnswers();
        if (!fault.map(Fault::ofLocks).orElse(false)) {
            later.requireGoingOn();
        }
        Round gone = new Round(strace.calls(), strace.injected());
        FileSystemUtils.deleteRecursively(round);
        return gone;
    }

    private List<String> toldBefore(Stage stage, Path data) throws IOException {
        if (stage == Stage.NEW) {
            return List.of();
        }
        copy(leftByAKill, data);
        List<String> told = new ArrayList<>(toldBefore);
        if (stage == Stage.CLOSING) {
            told.addAll(store.carryOut(SECOND_CLIENT, data));
        }
        return told;
    }

    /** Closing is done by other threads than all else. */
    private Strace attach(Stage stage, Path data, Path calls, Optional<Fault> fault)
            throws IOException {
        return Strace.attach(
                stage == Stage.CLOSING
                        ? List.of("-f", "-p", store.id())
                        : List.of("-p", store.thread()),
                data.resolve("muniment.db"),
                calls,
                fault.map(Rounds::failing).orElse(List.of()));
    }

    /** What is written is seen too, whole and in hexadecimal. */
    private static List<String> failing(Fault fault) {
        String trace = "trace=pwrite64,ftruncate,fsync,fdatasync," + fault.call();
        return List.of("-y", "-xx", "-s", "65536", "-e", trace, "-e", fault.injection());
    }

    /** What is left of the files that are there. */
    private Path withoutPower(Flushed disk, Strace strace, Path data) throws IOException {
        strace.lines().forEach(disk::sees);
        Path left = Files.createTempDirectory(data.getParent(), "left");
        disk.writeTo(left);
        for (Path file : files(left)) {
            if (!Files.exists(data.resolve(file.getFileName()))) {
                Files.delete(file);
            }
        }
        return left;
    }

    private static Path[] files(Path data) {
        return Stream.of("muniment.db", "muniment.db-wal", "muniment.db-journal")
                .map(data::resolve)
                .toArray(Path[]::new);
    }

    /** What is there for a process that comes after: of the shared memory nothing is. */
    private Path copied(Path data) throws IOException {
        Path copy = Files.createTempDirectory(data.getParent(), "copy");
        copy(data, copy);
        return copy;
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            if (Files.exists(file)) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
