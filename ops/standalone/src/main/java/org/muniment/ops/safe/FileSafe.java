package org.muniment.ops.safe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muniment.ops.files.DurableFile;

/** Files in a directory of this process alone, which is locked for it. */
public final class FileSafe implements Safe {
    private final Path directory;

    /** Made with its parents where it is missing. */
    public FileSafe(Path directory) {
        this.directory = directory;
        reaching(() -> DurableFile.makeSecretDirectory(directory));
    }

    @Override
    public Optional<byte[]> read(String name) {
        Path file = file(name);
        return reached(
                () ->
                        Files.exists(file)
                                ? Optional.of(Files.readAllBytes(file))
                                : Optional.empty());
    }

    @Override
    public void write(String name, byte[] secret) {
        reaching(() -> DurableFile.writeSecret(file(name), secret));
    }

    @Override
    public boolean replace(String name, byte[] known, byte[] secret) {
        if (!Arrays.equals(known, read(name).orElse(null))) {
            return false;
        }
        write(name, secret);
        return true;
    }

    @Override
    public void move(String from, String to) {
        reaching(() -> DurableFile.move(file(from), file(to)));
    }

    @Override
    public void erase(String name) {
        reaching(
                () -> {
                    DurableFile.erase(DurableFile.fresh(file(name)));
                    DurableFile.erase(file(name));
                });
    }

    /** Those too of which a write that was cut short left something. */
    @Override
    public Set<String> names() {
        return reached(
                () -> {
                    try (Stream<Path> files = Files.list(directory)) {
                        return files.filter(Files::isRegularFile)
                                .map(DurableFile::named)
                                .collect(Collectors.toSet());
                    }
                });
    }

    @Override
    public String place() {
        return directory.toString();
    }

    private Path file(String name) {
        return directory.resolve(name);
    }

    private static void reaching(Runnable task) {
        reached(
                () -> {
                    task.run();
                    return null;
                });
    }

    private static <T> T reached(Reading<T> task) {
        try {
            return task.run();
        } catch (UncheckedIOException failed) {
            throw new SafeUnavailable(failed.getCause().getMessage(), failed.getCause());
        } catch (IOException failed) {
            throw new SafeUnavailable(failed.getMessage(), failed);
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T run() throws IOException;
    }
}
