package org.muniment.ops.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.kernel.words.Sha256;
import org.muniment.ops.Running;
import org.springframework.util.FileSystemUtils;

/**
 * The year 2017/18, with what was frozen, published and seen in it, is the same whatever it is kept
 * in: packs, hashes and answers, but for ids that are random and the leaves that hold them.
 */
class SameOnBothTest {
    private static final String PLAN = "/api/plans/bip-2017-18";
    private static final String PACK = "/api/snapshots/q1-2017-18";
    private static final List<String> ANSWERS =
            List.of(
                    "/api/plans",
                    PLAN + "/dashboard",
                    PLAN + "/dashboard?asOf=2017-09-14&asAt=2017-07-31",
                    PLAN + "/seen?on=2017-09-14",
                    PLAN + "/changes?from=2017-04-01&to=2018-03-31",
                    "/api/partnerships/chorley-south-ribble/meetings",
                    "/api/kpis/grant-claims/history",
                    PACK,
                    PACK + "/content",
                    PACK + "/report.html",
                    PACK + "/report.csv");
    private static final List<String> FILES = List.of(PACK + "/report.pdf", PACK + "/report.xlsx");
    private static final Pattern RANDOM =
            Pattern.compile(
                    "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<=\"leafHash\":\")[0-9a-f]{64}");

    private static Map<String, String> embedded;

    @BeforeAll
    static void playOnTheEmbeddedEngines(@TempDir Path data) {
        assumeTrue(
                System.getProperty(GivenEngines.AXON_SERVER) != null
                        || System.getProperty(GivenEngines.MONGODB) != null,
                GivenEngines.NO_AXON_SERVER + "; " + GivenEngines.NO_MONGODB);
        try (Running muniment = play(data)) {
            embedded = answers(muniment);
        }
    }

    @Test
    @EnabledIfSystemProperty(
            named = GivenEngines.AXON_SERVER,
            matches = ".+",
            disabledReason = GivenEngines.NO_AXON_SERVER)
    void onAxonServerItIsTheSameAndANewCopyOfTheLogGivesItAgain(
            @TempDir Path data, @TempDir Path another) throws Exception {
        String setting = "--muniment.axonserver=" + GivenEngines.emptyAxonServer();
        String root;
        try (Running muniment = play(data, setting)) {
            assertThat(pathsThatDiffer(muniment)).isEmpty();
            root = root(muniment);
        }
        // All but the log's file, which is a copy.
        FileSystemUtils.copyRecursively(data.resolve("ledger"), another.resolve("ledger"));

        try (Running muniment = play(another, setting)) {
            assertThat(pathsThatDiffer(muniment)).isEmpty();
            assertThat(root(muniment)).isEqualTo(root);
        }
        try (Running muniment = play(data)) {
            assertThat(root(muniment)).as("the file alone, without Axon Server").isEqualTo(root);
        }
    }

    @Test
    @EnabledIfSystemProperty(
            named = GivenEngines.MONGODB,
            matches = ".+",
            disabledReason = GivenEngines.NO_MONGODB)
    void onMongoDbItIsTheSameAndIsNotReadAgainAfterARestart(@TempDir Path data) {
        String uri = System.getProperty(GivenEngines.MONGODB);
        GivenEngines.dropDatabase(uri, "muniment");
        String setting = "--muniment.mongodb=" + uri;
        try (Running muniment = play(data, setting)) {
            assertThat(pathsThatDiffer(muniment)).isEmpty();
        }

        try (Running muniment = play(data, setting)) {
            assertThat(pathsThatDiffer(muniment)).isEmpty();
        }
        GivenEngines.dropDatabase(uri, "muniment");
    }

    private static Running play(Path data, String... more) {
        List<String> settings = new ArrayList<>(List.of(more));
        settings.add("--still-clock=true");
        return Running.on(data, "demo", settings.toArray(String[]::new));
    }

    private static List<String> pathsThatDiffer(Running muniment) {
        Map<String, String> answers = answers(muniment);
        return embedded.keySet().stream()
                .filter(path -> !embedded.get(path).equals(answers.get(path)))
                .toList();
    }

    private static Map<String, String> answers(Running muniment) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String path : ANSWERS) {
            Running.Answer answer = muniment.get(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            answers.put(path, RANDOM.matcher(answer.text()).replaceAll("random"));
        }
        for (String path : FILES) {
            byte[] file = muniment.bytes("auditor", path);
            answers.put(path, Sha256.of(file).toString());
        }
        return answers;
    }

    /** The root over the first 100 events; what is served meanwhile comes behind them. */
    private static String root(Running muniment) {
        return muniment.get("/api/ledger/consistency?from=100&to=101")
                .json()
                .at("/fromRoot")
                .asString();
    }
}
