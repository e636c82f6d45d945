package org.muniment.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where a witness keeps its key and its memory, locked for one process as long as it is open. */
final class DataDirectory implements AutoCloseable {
    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Opens {@code path}, making it where its parent exists.
     *
     * @throws CannotStart where it cannot be written, or another process is using it
     */
    static DataDirectory open(Path path) {
        Path directory = path.toAbsolutePath().normalize();
        try {
            if (!Files.isDirectory(directory)) {
                DurableFile.makeDirectory(directory);
            }
            return new DataDirectory(directory, lock(directory));
        } catch (IOException unusable) {
            throw new CannotStart(
                    "The data directory " + directory + " cannot be made or written: " + unusable);
        }
    }

    private static FileChannel lock(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        directory.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException refusedBelow) {
            // Another witness in this very process is no better than one in another.
        }
        channel.close();
        throw new CannotStart(
                "The data directory " + directory + " is in use. Two could cosign two histories.");
    }

    Path key() {
        return path.resolve("key");
    }

    Path logs() {
        return path.resolve("logs");
    }

    Path state() {
        return path.resolve("state");
    }

    Path refused() {
        return path.resolve("refused");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException unusual) {
            throw new UncheckedIOException(unusual);
        }
    }
}
