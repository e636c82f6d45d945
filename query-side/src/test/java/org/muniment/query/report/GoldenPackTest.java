package org.muniment.query.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.muniment.kernel.snapshot.FrozenPack;
import org.muniment.kernel.snapshot.SnapshotEvent.QuarterFrozen;
import org.muniment.kernel.words.Sha256;
import org.muniment.kernel.words.Version;
import org.muniment.query.journal.EventJson;
import org.muniment.query.pack.CanonicalJson;

/**
 * A pack that was once frozen, as the log holds it. It must be read, written and printed the same
 * by every later version: where a test here fails, a new edition is due, not a new digest.
 */
class GoldenPackTest {
    private static final Path EVENT =
            Path.of("../ops/standalone/src/test/resources/events/snapshot.quarter-frozen.1.json");

    private static FrozenPack pack;

    @BeforeAll
    static void read() throws IOException {
        String event = Files.readString(EVENT, StandardCharsets.UTF_8);
        pack = EventJson.read(event, QuarterFrozen.class).pack();
    }

    @Test
    void itsContentIsWhatItsDigestSaysAndIsWrittenTheSameAgain() {
        assertThat(pack.content().sha256()).isEqualTo(pack.sha256());
        assertThat(CanonicalJson.of(CanonicalJson.read(pack.content()))).isEqualTo(pack.content());
    }

    @Test
    void itsPageIsPrintedTheSame() {
        assertThat(Sha256.of(new Reports().html(pack)))
                .hasToString("bb080354175fdeb09b042056e22c9103a34ccd78374a38276560290d5752eb13");
    }

    @Test
    void itsPageInTheSecondEditionIsPrintedTheSame() {
        FrozenPack second =
                new FrozenPack(
                        pack.quarter(),
                        pack.asAt(),
                        pack.position(),
                        pack.rules(),
                        new Version("house-2"),
                        pack.overrides(),
                        pack.content(),
                        pack.sha256());

        assertThat(Sha256.of(new Reports().html(second)))
                .hasToString("2e52bef536a90b7f0d136417876f5cbc6b1b76eda7fc72f687e4957bb3b8eaa8");
    }

    @Test
    void itsTablesArePrintedTheSame() {
        assertThat(Sha256.of(new Reports().csv(pack)))
                .hasToString("14866d863f55351e996af808947edbf7028ebbd2b9b8f9046f14ff45df57b8d4");
        assertThat(Sha256.of(new Reports().xlsx(pack)))
                .hasToString("46df93d82b79dfa12c654d36a92158213bd7c50ebb66aacbf1fa3cc25822c78d");
    }

    @Test
    void itsFileIsStillAccessible() throws Exception {
        assertThat(Accessible.failures(new Reports().pdf(pack))).isEmpty();
    }
}
