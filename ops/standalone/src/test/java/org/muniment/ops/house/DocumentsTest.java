package org.muniment.ops.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What documents point at exists, and the README stays one screen. */
class DocumentsTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)[^)]*\\)");
    private static final int SCREEN = 80;

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        assertThat(documents()).hasSizeGreaterThan(5);
        for (Path document : documents()) {
            assertThat(deadLinks(document)).as(document.toString()).isEmpty();
        }
    }

    @Test
    void aDeadLinkIsFound(@TempDir Path directory) throws IOException {
        Path document =
                Files.writeString(directory.resolve("a.md"), "[here](a.md) [there](missing.md)");

        assertThat(deadLinks(document)).containsExactly("missing.md");
    }

    @Test
    void theReadmeIsOneScreen() throws IOException {
        assertThat(Files.readAllLines(ROOT.resolve("README.md"))).hasSizeLessThanOrEqualTo(SCREEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ARCHITECTURE.md",
                "ops/docs/asvs.md",
                "ops/docs/faults.md",
                "ops/docs/hostile.md"
            })
    void everyClassItNamesExists(String document) throws IOException {
        String text = Files.readString(ROOT.resolve(document));
        List<String> classes = new ArrayList<>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .forEach(name -> classes.add(name.replace(".java", "")));
        }
        Matcher named = Pattern.compile("`([A-Z][a-z0-9]+(?:[A-Z][a-z0-9]+)+)`").matcher(text);
        while (named.find()) {
            assertThat(classes).contains(named.group(1));
        }
    }

    @Test
    void everyRequirementOfTheStandardIsAnsweredOnce() throws IOException {
        List<String> asked =
                Files.readAllLines(Path.of("src/test/resources/asvs-5.0.0.txt")).stream()
                        .filter(line -> line.startsWith("V"))
                        .toList();
        String answers = Files.readString(ROOT.resolve("ops/docs/asvs.md"));

        assertThat(asked).hasSize(70 + 183);
        assertThat(requirements(answers)).containsExactlyInAnyOrderElementsOf(asked);
        assertThat(requirements(answers.replace("V1.2.4 ", "V1.2.5 ")))
                .as("the control: one left out, one twice")
                .isNotEqualTo(requirements(answers));
    }

    private static List<String> requirements(String text) {
        return Pattern.compile("\\bV[0-9]+\\.[0-9]+\\.[0-9]+\\b")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .toList();
        }
    }

    private static List<String> deadLinks(Path document) throws IOException {
        List<String> dead = new ArrayList<>();
        Matcher links = LINK.matcher(Files.readString(document));
        while (links.find()) {
            String link = links.group(1);
            boolean outside = link.contains("://");
            if (!outside && !Files.exists(document.resolveSibling(link))) {
                dead.add(link);
            }
        }
        return dead;
    }
}
