package org.muniment.ops.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files for their owner alone, on disk before a method returns. What is replaced or erased is
 * overwritten where it lies, as far as the disk allows it.
 */
final class DurableFile {
    private static final String FRESH = ".new";
    private static final int PIECE = 4_096;
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<?> OWNERS_DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private DurableFile() {}

    /** Made with its parents where it is missing. */
    static void makeDirectory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, OWNERS_DIRECTORY);
            force(directory.getParent());
        }
    }

    /**
     * Where a file is written before it takes its name; left behind by a crash, it means nothing.
     */
    static Path fresh(Path file) {
        return file.resolveSibling(file.getFileName() + FRESH);
    }

    /** After a crash there is the whole old file or the whole new one. */
    static void write(Path file, byte[] bytes) throws IOException {
        Path fresh = fresh(file);
        erase(fresh);
        try (FileChannel channel =
                FileChannel.open(
                        fresh,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        OWNER_ONLY)) {
            writeAll(channel, bytes);
            channel.force(true);
        }
        if (Files.exists(file)) {
            try (FileChannel replaced = FileChannel.open(file, StandardOpenOption.WRITE)) {
                move(fresh, file);
                overwrite(replaced);
            }
        } else {
            move(fresh, file);
        }
    }

    /** Also where it is gone already: its going may not have reached the disk. */
    static void erase(Path file) throws IOException {
        if (Files.exists(file)) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                overwrite(channel);
            }
            Files.delete(file);
        }
        force(file.getParent());
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(to.getParent());
    }

    private static void overwrite(FileChannel channel) throws IOException {
        byte[] nothing = new byte[PIECE];
        long size = channel.size();
        channel.position(0);
        for (long done = 0; done < size; done += PIECE) {
            writeAll(channel, nothing);
        }
        channel.force(true);
    }

    private static void writeAll(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            channel.write(left);
        }
    }

    /** Of a directory: that a name in it came or went. */
    private static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
