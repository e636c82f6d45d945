package org.muniment.ops.releases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.muniment.kernel.words.Sha256;
import org.muniment.ops.Running;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A data directory as a released version left it, and what it answered. */
record Release(Path directory) {
    static final Path ALL = Path.of("src/test/resources/releases");

    private static final String PLAN = "/api/plans/bip-2017-18";
    private static final String PACK = "/api/snapshots/q1-2017-18";

    /** What was given to members, and what proves it: no later version may word it differently. */
    private static final List<String> FOR_EVER =
            List.of(
                    "/api/ledger/leaves?from=1&to=100",
                    "/api/ledger/consistency?from=100&to=101",
                    PACK + "/content",
                    PACK + "/report.html",
                    PACK + "/report.csv");

    /** What is read of it, in a form that may grow. */
    private static final List<String> TODAY =
            List.of(
                    PLAN + "/dashboard?asOf=2017-09-14&asAt=2017-07-31",
                    PLAN + "/seen?on=2017-09-14",
                    PLAN + "/changes?from=2017-04-01&to=2018-03-31",
                    "/api/kpis/grant-claims/history",
                    PACK);

    /** Digests by address. */
    record Answers(Map<String, String> forEver, Map<String, String> today) {}

    static Release named(String version) {
        return new Release(ALL.resolve(version));
    }

    static List<Release> all() throws IOException {
        try (Stream<Path> directories = Files.list(ALL)) {
            return directories.filter(Files::isDirectory).sorted().map(Release::new).toList();
        }
    }

    Answers answers() throws IOException {
        return JsonMapper.shared()
                .readValue(directory.resolve("answers.json").toFile(), Answers.class);
    }

    Path packed() {
        return directory.resolve("data.zip");
    }

    void unpackInto(Path data) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(packed()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = data.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(zip, file);
            }
        }
    }

    /** Of a Muniment over this year, whose clock stands still. */
    static Answers ask(Running muniment) {
        return new Answers(digests(muniment, FOR_EVER), digests(muniment, TODAY));
    }

    static Running open(Path data) {
        return Running.on(data, "demo", "--still-clock=true");
    }

    /** Keeps what {@code data} holds, which nobody uses any more, as this release's. */
    void keep(Path data, Answers answers) throws IOException {
        Files.createDirectories(directory);
        try (OutputStream file = Files.newOutputStream(packed());
                ZipOutputStream zip = new ZipOutputStream(file);
                Stream<Path> files = Files.walk(data)) {
            files.filter(Files::isRegularFile)
                    .filter(it -> !it.endsWith("muniment.lock"))
                    // Made anew where it is missing: whoever was signed in signs in again.
                    .filter(it -> !it.endsWith("access/token-key"))
                    .sorted()
                    .forEach(it -> add(data, it, zip));
        }
        JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValue(directory.resolve("answers.json").toFile(), answers);
    }

    private static void add(Path data, Path file, ZipOutputStream zip) {
        try (InputStream content = Files.newInputStream(file)) {
            zip.putNextEntry(new ZipEntry(data.relativize(file).toString()));
            content.transferTo(zip);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, String> digests(Running muniment, List<String> paths) {
        Map<String, String> digests = new TreeMap<>();
        for (String path : paths) {
            Running.Answer answer = muniment.get(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            digests.put(path, Sha256.of(answer.text()).toString());
        }
        return digests;
    }

    @Override
    public String toString() {
        return directory.getFileName().toString();
    }
}
