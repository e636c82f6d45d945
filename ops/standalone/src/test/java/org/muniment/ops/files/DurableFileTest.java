package org.muniment.ops.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second name for the same bytes on the disk shows what becomes of them. */
class DurableFileTest {
    private static final byte[] OLD = {1, 2, 3, 4};
    private static final byte[] NEW = {5, 6};

    @TempDir private Path directory;

    @Test
    void aFileIsForItsOwnerAlone() throws IOException {
        Path file = written();

        assertThat(Files.readAllBytes(file)).isEqualTo(OLD);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void whatIsReplacedIsOverwritten() throws IOException {
        Path file = written();
        Path same = Files.createLink(directory.resolve("same"), file);

        DurableFile.writeSecret(file, NEW);

        assertThat(Files.readAllBytes(file)).isEqualTo(NEW);
        assertThat(Files.readAllBytes(same)).doesNotContain(OLD);
        assertThat(DurableFile.fresh(file)).doesNotExist();
    }

    @Test
    void whatIsErasedIsOverwrittenAndGone() throws IOException {
        Path file = written();
        Path same = Files.createLink(directory.resolve("same"), file);

        DurableFile.erase(file);

        assertThat(file).doesNotExist();
        assertThat(Files.readAllBytes(same)).doesNotContain(OLD);
    }

    @Test
    void whatIsGoneCanBeErasedAgain() throws IOException {
        DurableFile.erase(directory.resolve("never"));

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void whatACrashLeftHalfWrittenIsNotInTheWay() throws IOException {
        Path file = directory.resolve("file");
        Files.write(DurableFile.fresh(file), OLD);

        DurableFile.writeSecret(file, NEW);

        assertThat(Files.readAllBytes(file)).isEqualTo(NEW);
        assertThat(DurableFile.fresh(file)).doesNotExist();
    }

    private Path written() throws IOException {
        Path file = directory.resolve("file");
        DurableFile.writeSecret(file, OLD);
        return file;
    }
}
