package org.muniment.ops.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * Files that are replaced as a whole and are on disk before a method returns: after a crash there
 * is the whole old file or the whole new one. Every method throws {@link UncheckedIOException}.
 */
public final class DurableFile {
    private static final String FRESH = ".new";
    private static final int PIECE = 4_096;
    private static final Set<StandardOpenOption> MAKE =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<?> OWNERS_DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private DurableFile() {}

    @FunctionalInterface
    private interface Task<T> {
        T run() throws IOException;
    }

    /** Empty where there is none. */
    public static Optional<String> read(Path file) {
        return unchecked(
                () ->
                        Files.exists(file)
                                ? Optional.of(Files.readString(file, StandardCharsets.UTF_8))
                                : Optional.empty());
    }

    public static void write(Path file, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        unchecked(
                () -> {
                    Files.deleteIfExists(fresh(file));
                    make(fresh(file), bytes);
                    moveWithin(fresh(file), file);
                    return null;
                });
    }

    /**
     * For its owner alone; what it replaces is overwritten where it lies, as far as disks allow.
     */
    public static void writeSecret(Path file, byte[] bytes) {
        erase(fresh(file));
        unchecked(
                () -> {
                    make(fresh(file), bytes, OWNER_ONLY);
                    if (Files.exists(file)) {
                        try (FileChannel replaced =
                                FileChannel.open(file, StandardOpenOption.WRITE)) {
                            moveWithin(fresh(file), file);
                            overwrite(replaced);
                        }
                    } else {
                        moveWithin(fresh(file), file);
                    }
                    return null;
                });
    }

    public static void writeSecret(Path file, String text) {
        writeSecret(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Puts a file in the place of another of the same directory. */
    public static void move(Path from, Path to) {
        unchecked(
                () -> {
                    moveWithin(from, to);
                    return null;
                });
    }

    /**
     * Overwrites it and takes it away; where it is gone already, its going may not have reached the
     * disk.
     */
    public static void erase(Path file) {
        unchecked(
                () -> {
                    if (Files.exists(file)) {
                        try (FileChannel channel =
                                FileChannel.open(file, StandardOpenOption.WRITE)) {
                            overwrite(channel);
                        }
                        Files.delete(file);
                    }
                    force(file.toAbsolutePath().getParent());
                    return null;
                });
    }

    /** For its owner alone; made with its parents where it is missing. */
    public static void makeSecretDirectory(Path directory) {
        unchecked(
                () -> {
                    if (!Files.isDirectory(directory)) {
                        Files.createDirectories(directory, OWNERS_DIRECTORY);
                        force(directory.toAbsolutePath().getParent());
                    }
                    return null;
                });
    }

    /**
     * Where a file is written before it takes its name; left behind by a crash, it means nothing.
     */
    public static Path fresh(Path file) {
        return file.resolveSibling(file.getFileName() + FRESH);
    }

    /** The name of a file, also where this is what a write that was cut short left of it. */
    public static String named(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(FRESH) ? name.substring(0, name.length() - FRESH.length()) : name;
    }

    private static void make(Path file, byte[] bytes, FileAttribute<?>... rights)
            throws IOException {
        try (FileChannel channel = FileChannel.open(file, MAKE, rights)) {
            writeAll(channel, bytes);
            channel.force(true);
        }
    }

    private static void moveWithin(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(to.toAbsolutePath().getParent());
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

    private static <T> T unchecked(Task<T> task) {
        try {
            return task.run();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
