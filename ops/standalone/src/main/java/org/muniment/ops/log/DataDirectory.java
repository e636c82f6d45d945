package org.muniment.ops.log;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The directory that holds the log, locked for this process as long as it runs. */
public final class DataDirectory implements AutoCloseable {
    private static final String USED =
            "Another process is using it. Stop that one first, or choose another directory with"
                    + " MUNIMENT_DATA.";

    private final Path path;
    private final FileChannel channel;

    private DataDirectory(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Opens {@code path}, making it where its parent exists.
     *
     * @throws CannotStart where it is missing, not writable, or used by another process
     */
    static DataDirectory open(Path path) {
        Path directory = path.toAbsolutePath().normalize();
        if (!Files.isDirectory(directory)) {
            make(directory);
        }
        try {
            FileChannel channel =
                    FileChannel.open(
                            directory.resolve("muniment.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            lock(channel, directory);
            return new DataDirectory(directory, channel);
        } catch (IOException unwritable) {
            throw new CannotStart(
                    "The data directory " + directory + " cannot be written.",
                    "Give this user the right to write there, or choose another directory with"
                            + " MUNIMENT_DATA.",
                    unwritable);
        }
    }

    private static void make(Path directory) {
        try {
            Files.createDirectory(directory);
        } catch (IOException impossible) {
            throw new CannotStart(
                    "The data directory " + directory + " is missing and cannot be made.",
                    "Make it, or choose another directory with MUNIMENT_DATA.",
                    impossible);
        }
    }

    private static void lock(FileChannel channel, Path directory) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return;
            }
        } catch (OverlappingFileLockException usedHere) {
            channel.close();
            throw new CannotStart(
                    "The data directory " + directory + " is in use.", USED, usedHere);
        }
        channel.close();
        throw new CannotStart("The data directory " + directory + " is in use.", USED);
    }

    /** Where something is kept beside the log, such as the ledger. */
    public Path area(String name) {
        return path.resolve(name);
    }

    Path log() {
        return path.resolve("muniment.db");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
