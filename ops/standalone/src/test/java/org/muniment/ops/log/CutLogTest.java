package org.muniment.ops.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.ops.crash.History.Command;
import org.muniment.ops.crash.History.Kept;

/**
 * Whatever a crash leaves of the write-ahead log, what is read from it is what was committed up to
 * some moment, and no less than what it holds whole. {@code -Dmuniment.cuts=8800} cuts as often.
 */
class CutLogTest {
    private static final int CUTS = Integer.getInteger("muniment.cuts", 200);
    private static final long SEED =
            Long.getLong("muniment.kills.seed", new Random().nextInt(1_000_000));
    private static final int ACKNOWLEDGED = 20;

    /** SQLite's: before the frames, and of each frame before its page. */
    private static final int HEADER = 32;

    private static final int FRAME_HEADER = 24;
    private static final int PAGE = 4_096;
    private static final int FRAME = FRAME_HEADER + PAGE;

    private final Random random = new Random(SEED);

    @TempDir private Path directory;
    private byte[] file;
    private byte[] ahead;
    private List<Kept> whole;
    private List<Command> commands;

    @BeforeEach
    void aLogThatWasKilledBeforeItsFirstCheckpoint() throws Exception {
        Path log = directory.resolve("killed.db");
        try (StoreProcess store =
                StoreProcess.start(List.of(), log, directory.resolve("history"), 0, 1, SEED)) {
            store.await(ACKNOWLEDGED);
            store.kill();
        }
        file = Files.readAllBytes(log);
        ahead = Files.readAllBytes(directory.resolve("killed.db-wal"));
        whole = readWith(ahead);
        commands = whole.stream().map(Kept::command).distinct().toList();
        assertThat(commands).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED);
    }

    @Test
    void cutAnywhereItIsWhatWasCommittedBefore() throws Exception {
        TreeSet<Integer> cuts = new TreeSet<>(List.of(0, 1, HEADER - 1, HEADER));
        commitEnds().forEach(end -> cuts.addAll(List.of(end - 1, end)));
        while (cuts.size() < CUTS) {
            cuts.add(random.nextInt(ahead.length));
        }
        for (int cut : cuts) {
            assertThat(readWith(Arrays.copyOf(ahead, cut)))
                    .as("cut at %d, seed %d", cut, SEED)
                    .isEqualTo(committedBy(cut));
        }
        System.out.printf("cuts: %d, seed %d, of %d bytes%n", cuts.size(), SEED, ahead.length);
    }

    /** The last write reached the disk in part: new at its beginning, old at its end. */
    @Test
    void aTornPageTakesItsCommitWithItAndNoOther() throws Exception {
        List<Integer> ends = commitEnds();
        for (int end : ends) {
            byte[] torn = Arrays.copyOf(ahead, end);
            Arrays.fill(torn, end - 1 - random.nextInt(PAGE / 2), end, (byte) 0x5A);

            assertThat(readWith(torn))
                    .as("torn before %d, seed %d", end, SEED)
                    .isEqualTo(committedBy(end - 1));
        }
        assertThat(committedBy(ends.get(ends.size() - 1) - 1)).hasSizeLessThan(whole.size());
    }

    private List<Kept> readWith(byte[] writeAheadLog) throws IOException {
        Path log = directory.resolve("muniment.db");
        Files.deleteIfExists(directory.resolve("muniment.db-shm"));
        Files.write(log, file);
        Files.write(directory.resolve("muniment.db-wal"), writeAheadLog);
        return StoreProcess.keptIn(log, 0);
    }

    /** Where each transaction's last frame ends: it alone says how large the file is after it. */
    private List<Integer> commitEnds() {
        List<Integer> ends = new ArrayList<>();
        for (int at = HEADER; at + FRAME <= ahead.length; at += FRAME) {
            if (ByteBuffer.wrap(ahead).getInt(at + Integer.BYTES) != 0) {
                ends.add(at + FRAME);
            }
        }
        return ends;
    }

    /** The first transactions made the tables, each of the others one command. */
    private List<Kept> committedBy(int cut) {
        long before = commitEnds().size() - commands.size();
        long kept = commitEnds().stream().filter(end -> end <= cut).count() - before;
        List<Command> committed = commands.subList(0, (int) Math.max(0, kept));
        return whole.stream().filter(event -> committed.contains(event.command())).toList();
    }
}
