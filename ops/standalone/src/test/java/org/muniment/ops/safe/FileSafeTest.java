package org.muniment.ops.safe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSafeTest extends SafeContract {
    @TempDir private Path directory;

    @Override
    Safe safe() {
        return new FileSafe(directory.resolve("safe"));
    }

    @Test
    void onlyItsOwnerReadsIt() throws IOException {
        safe().write("key", bytes("one"));

        Path file = directory.resolve("safe/key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void whatAWriteThatWasCutShortLeftIsErasedToo() throws IOException {
        Safe safe = safe();
        Files.writeString(directory.resolve("safe/key.new"), "half");

        assertThat(safe.names()).containsExactly("key");
        safe.erase("key");

        assertThat(directory.resolve("safe")).isEmptyDirectory();
    }
}
