package org.muniment.ops.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlushedTest {
    @TempDir private Path directory;
    private Path file;
    private Flushed disk;

    @BeforeEach
    void aFile() throws IOException {
        file = Files.writeString(directory.resolve("file"), "old");
        disk = new Flushed(file);
    }

    @Test
    void whatWasWrittenCountsOnceItIsFlushed() throws IOException {
        write("new", 0);
        assertThat(left()).isEqualTo("old");

        flush("= 0");
        assertThat(left()).isEqualTo("new");
    }

    @Test
    void whatWasNotWrittenIsNotFlushed() throws IOException {
        disk.sees("pwrite64(7<%s>, \"%s\", 1, 0) = -1 EIO".formatted(hex(file), hex("n")));
        flush("= 0");

        assertThat(left()).isEqualTo("old");
    }

    @Test
    void aFlushThatFailedLosesWhatWasWrittenBeforeItForGood() throws IOException {
        write("new", 0);
        flush("= -1 EIO (Input/output error) (INJECTED)");
        write("er", 3);
        flush("= 0");

        assertThat(left()).isEqualTo("older");
    }

    private void write(String text, int at) {
        int bytes = text.length();
        disk.sees(
                "pwrite64(7<%s>, \"%s\", %d, %d) = %d"
                        .formatted(hex(file), hex(text), bytes, at, bytes));
    }

    private void flush(String result) {
        disk.sees("fdatasync(7<%s>)      %s".formatted(hex(file), result));
    }

    private String left() throws IOException {
        Path left = Files.createDirectories(directory.resolve("left"));
        disk.writeTo(left);
        return Files.readString(left.resolve("file"));
    }

    private static String hex(Object text) {
        StringBuilder hex = new StringBuilder();
        for (byte b : text.toString().getBytes(StandardCharsets.UTF_8)) {
            hex.append("\\x%02x".formatted(b));
        }
        return hex.toString();
    }
}
