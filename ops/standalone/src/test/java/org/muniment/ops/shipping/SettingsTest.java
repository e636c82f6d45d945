package org.muniment.ops.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A setting is documented where it is read, read where it is documented, and used as it is named.
 */
class SettingsTest {
    private static final Path OPS = Path.of("..");
    private static final Pattern NAME = Pattern.compile("\\bMUNIMENT_[A-Z0-9_]+\\b");
    private static final Pattern ROW =
            Pattern.compile("^\\| `(MUNIMENT_[A-Z0-9_]+)` \\|", Pattern.MULTILINE);
    private static final Pattern READ =
            Pattern.compile("(?:\\$\\{|System\\.getenv\\(\"|\")(MUNIMENT_[A-Z0-9_]+)[:}\"]");

    private static final List<Path> DOCUMENTS =
            List.of(OPS.resolve("docs/settings.md"), OPS.resolve("witness/README.md"));
    private static final List<Path> READERS =
            List.of(
                    Path.of("src/main/resources/application.yaml"),
                    OPS.resolve("run"),
                    OPS.resolve("witness/src/main/java/org/muniment/witness/Settings.java"));

    @Test
    void whatIsReadIsDocumentedAndWhatIsDocumentedIsRead() throws IOException {
        assertThat(documented()).isEqualTo(read());
    }

    @Test
    void noSettingHasTwoRows() throws IOException {
        for (Path document : DOCUMENTS) {
            assertThat(found(ROW, Files.readString(document)).toList()).doesNotHaveDuplicates();
        }
    }

    @Test
    void whatIsShippedUsesDocumentedSettingsAlone() throws IOException {
        assertThat(shipped()).hasSizeGreaterThan(5);
        for (Path file : shipped()) {
            assertThat(unknownIn(Files.readString(file))).as(file.toString()).isEmpty();
        }
    }

    @Test
    void aSettingThatNobodyReadsIsFound() throws IOException {
        assertThat(unknownIn("MUNIMENT_DATA: /data\nMUNIMENT_DATTA: /data"))
                .containsExactly("MUNIMENT_DATTA");
        assertThat(found(READ, "a: ${MUNIMENT_A:b}\nb: ${MUNIMENT_B}\n# MUNIMENT_C"))
                .containsExactly("MUNIMENT_A", "MUNIMENT_B");
    }

    private static Set<String> unknownIn(String text) throws IOException {
        Set<String> unknown = found(NAME, text).collect(Collectors.toCollection(TreeSet::new));
        unknown.removeAll(documented());
        return unknown;
    }

    private static Set<String> documented() throws IOException {
        return all(ROW, DOCUMENTS);
    }

    private static Set<String> read() throws IOException {
        return all(READ, READERS);
    }

    private static List<Path> shipped() throws IOException {
        try (Stream<Path> files =
                Stream.of("images", "compose", "helm", "monitoring")
                        .map(OPS::resolve)
                        .filter(Files::isDirectory)
                        .flatMap(SettingsTest::under)) {
            return files.toList();
        }
    }

    private static Stream<Path> under(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(OPS.resolve("compose/keep")))
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> all(Pattern pattern, List<Path> files) throws IOException {
        Set<String> all = new TreeSet<>();
        for (Path file : files) {
            found(pattern, Files.readString(file)).forEach(all::add);
        }
        return all;
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(match.groupCount() == 0 ? 0 : 1));
    }
}
