package org.muniment.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Stream;

/** Files and directories for their owner alone: a backup holds keys and names. */
final class PrivateFiles {
    private static final Set<StandardOpenOption> MAKE =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    private static final FileAttribute<?> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<?> DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private PrivateFiles() {}

    /** Made with its parents where it is missing. */
    static void makeDirectory(Path directory) throws IOException {
        Files.createDirectories(directory, DIRECTORY);
    }

    static OutputStream make(Path file) throws IOException {
        return Channels.newOutputStream(FileChannel.open(file, MAKE, FILE));
    }

    /** Gives the SHA-256 of what was copied. */
    static String copy(InputStream from, Path to) throws IOException {
        makeDirectory(to.getParent());
        DigestInputStream digested = new DigestInputStream(from, sha256());
        try (digested;
                OutputStream file = make(to)) {
            digested.transferTo(file);
        }
        return hex(digested);
    }

    static String copy(Path from, Path to) throws IOException {
        return copy(Files.newInputStream(from), to);
    }

    static String digest(Path file) throws IOException {
        try (DigestInputStream digested =
                new DigestInputStream(Files.newInputStream(file), sha256())) {
            digested.transferTo(OutputStream.nullOutputStream());
            return hex(digested);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String hex(DigestInputStream digested) {
        return HexFormat.of().formatHex(digested.getMessageDigest().digest());
    }

    /** All that is in it is on disk. */
    static void forceAll(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path each : all.toList()) {
                force(each);
            }
        }
    }

    /** A file, or of a directory that a name in it came or went. */
    static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Nothing where there is none. */
    static void deleteAll(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        Files.walkFileTree(
                directory,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path emptied, IOException failed)
                            throws IOException {
                        if (failed != null) {
                            throw failed;
                        }
                        Files.delete(emptied);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
