package org.muniment.ops.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.kernel.ledger.Checkpoint;
import org.muniment.kernel.ledger.Frontier;
import org.muniment.kernel.ledger.Hash;
import org.muniment.kernel.ledger.LeafEntry;
import org.muniment.kernel.ledger.NoteKey;
import org.muniment.kernel.ledger.Proofs;
import org.muniment.kernel.ledger.SignedNote;
import org.muniment.kernel.ledger.SigningKey;
import org.muniment.kernel.ledger.StoredEvent;
import org.muniment.kernel.ledger.TlogProof;
import org.muniment.ops.Patience;
import org.muniment.ops.Running;
import org.muniment.ops.Running.Answer;
import org.muniment.query.moment.LogHead;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** What was sealed can be proved with a public key alone; what was changed since shows. */
class SealedLogTest {
    private static final String PLAN = "/api/plans/bip-2019-20";
    private static final String YEAR =
            "--muniment.demo-year=classpath:/demo/complaints-2019-20.yaml";

    @TempDir private Path data;
    private Path copy;

    @BeforeEach
    void keepOutside() {
        copy = data.resolveSibling(data.getFileName() + "-checkpoint");
    }

    @Test
    void everyEventIsProvedByItsLeafAndTheLogsPublicKey() {
        try (Running muniment = play()) {
            NoteKey key = NoteKey.parse(text(muniment, "/api/ledger/key", "key"));
            JsonNode events = muniment.get(PLAN + "/events").json().get("events");

            for (JsonNode event : events) {
                String path = "/api/ledger/events/" + event.get("position").asLong() + "/proof";
                Checkpoint proved =
                        TlogProof.parse(muniment.get(path).text())
                                .verify(
                                        Hash.ofHex(event.get("leafHash").asString()),
                                        "localhost/muniment",
                                        List.of(key));
                assertThat(proved.size()).isGreaterThanOrEqualTo(event.get("position").asLong());
            }
            assertThat(events).isNotEmpty();
        }
    }

    @Test
    void theLogOfOneDayIsTheBeginningOfThatOfALaterOne() {
        try (Running muniment = play()) {
            JsonNode told = muniment.get("/api/ledger/consistency?from=5&to=9").json();

            assertThat(
                            Proofs.consistent(
                                    5,
                                    Hash.ofHex(told.get("fromRoot").asString()),
                                    9,
                                    Hash.ofHex(told.get("toRoot").asString()),
                                    hashes(told.get("proof"))))
                    .isTrue();
            assertThat(muniment.get("/api/ledger/leaves?from=0&to=9").json().get("leaves"))
                    .hasSize(9);
            assertThat(muniment.get("/api/ledger/leaves?from=0&to=999").status()).isEqualTo(400);
            assertThat(muniment.get("/api/ledger/events/999/proof").status()).isEqualTo(400);
        }
    }

    @Test
    void aRestartSignsNothingNewAndLostHashesAreMadeAnew() throws IOException {
        String before;
        try (Running muniment = play()) {
            before = muniment.get("/api/ledger/checkpoint").text();
        }
        Files.delete(data.resolve("ledger/hashes"));

        try (Running muniment = play()) {
            assertThat(SignedNote.parse(muniment.get("/api/ledger/checkpoint").text()).text())
                    .isEqualTo(SignedNote.parse(before).text());
            assertThat(muniment.get("/actuator/health").status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE events SET payload = replace(payload, '\"38\"', '\"31\"') WHERE type = 'kpi.actual-recorded'",
                "UPDATE events SET metadata = replace(metadata, 'officer', 'auditor') WHERE type = 'kpi.actual-recorded'",
                "UPDATE events SET recorded_at = '2019-07-09T09:00:00.000Z' WHERE type = 'kpi.actual-recorded'",
                "UPDATE events SET event_id = 'other' WHERE position = 2",
                "UPDATE events SET noun = 'Plan' WHERE position = 1",
                "DELETE FROM events WHERE position = (SELECT max(position) FROM events)"
            })
    void whatIsChangedBehindItsBackShowsAndStopsAllWriting(String tampering) throws Exception {
        play().close();
        tamper(tampering);

        try (Running muniment = play()) {
            awaitFault(muniment);
            Answer health = muniment.get("/actuator/health");
            assertThat(health.status()).isEqualTo(503);
            assertThat(health.json().at("/components/ledgerHealth/status").asString())
                    .isEqualTo("DOWN");
            Answer refused =
                    muniment.post(
                            "officer",
                            "/api/kpis/complaints-srbc/actuals",
                            "{\"month\":\"2019-09\",\"actual\":\"70\"}");
            assertThat(refused.status()).isEqualTo(503);
        }
    }

    @Test
    void aLogWhoseCheckpointIsGoneIsNotSealedAnew() throws Exception {
        play().close();
        Files.delete(data.resolve("ledger/hashes"));
        Files.delete(data.resolve("ledger/checkpoint"));
        Files.delete(copy);

        try (Running muniment = play()) {
            awaitFault(muniment, "there is no checkpoint");
            assertThat(muniment.get("/api/ledger/checkpoint").status()).isEqualTo(404);
        }
    }

    @Test
    void aLogWhoseLedgerIsGoneIsNotGivenANewOne() throws Exception {
        play().close();
        FileSystemUtils.deleteRecursively(data.resolve("ledger"));

        assertThatThrownBy(() -> play().close())
                .rootCause()
                .hasMessageContaining("its key is not in");
        assertThat(data.resolve("ledger/key")).doesNotExist();
    }

    @Test
    void aHistoryReplacedWithTheKeyInHandDiffersFromTheCheckpointOutside() throws Exception {
        play().close();
        String outside = Files.readString(copy);
        tamper("UPDATE events SET event_id = 'other' WHERE position = 2");
        Files.delete(data.resolve("ledger/hashes"));
        SigningKey key = SigningKey.parse(Files.readString(data.resolve("ledger/key")));
        SignedNote forged =
                SignedNote.sign(new Checkpoint(key.key().name(), 11, root(key)).text(), key);
        Files.writeString(data.resolve("ledger/checkpoint"), forged.toString());

        try (Running muniment = play()) {
            awaitFault(muniment, "kept outside");
        }
        assertThat(Files.readString(copy)).isEqualTo(outside);
    }

    @Test
    void whereAnOldCheckpointIsPutBackNothingIsSignedThatDiffersFromTheOneOutside()
            throws Exception {
        SignedNote old;
        try (Running muniment = play()) {
            old = SignedNote.parse(muniment.get("/api/ledger/checkpoint").text());
            establish(muniment);
        }
        tamper("UPDATE events SET event_id = 'other' WHERE position = 12");
        Files.writeString(data.resolve("ledger/checkpoint"), old.toString());

        try (Running muniment = play()) {
            awaitFault(muniment, "kept outside");
            assertThat(SignedNote.parse(muniment.get("/api/ledger/checkpoint").text()))
                    .isEqualTo(old);
        }
    }

    /** Of the log as it is now. */
    private Hash root(SigningKey key) throws SQLException {
        Frontier tree = new Frontier();
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + data.resolve("muniment.db"));
                Statement sql = connection.createStatement();
                ResultSet row =
                        sql.executeQuery(
                                "SELECT position, event_id, stream, sequence, noun, recorded_at,"
                                        + " type, revision, payload, metadata FROM events"
                                        + " ORDER BY position")) {
            while (row.next()) {
                StoredEvent event =
                        new StoredEvent(
                                row.getLong(1),
                                row.getString(2),
                                row.getString(3),
                                row.getLong(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7),
                                row.getString(8),
                                row.getString(9),
                                row.getString(10));
                tree.add(new LeafEntry(key.key().name(), event).hash());
            }
        }
        return tree.root();
    }

    private static void establish(Running muniment) {
        Answer answer =
                muniment.post(
                        "admin",
                        "/api/partnerships",
                        """
                        {"id":"another","name":"Another","amberWithinPercent":"5",
                         "councils":[{"code":"CBC","name":"Chorley"}],
                         "services":[{"code":"SFS","name":"Finance","sections":["All"]}]}""");
        muniment.bean("sealedLog", SealedLog.class)
                .requireSealed(answer.json().get("position").asLong(), Duration.ofSeconds(20));
    }

    private static void awaitFault(Running muniment, String words) {
        awaitFault(muniment);
        assertThat(
                        muniment.get("/actuator/health")
                                .json()
                                .at("/components/ledgerHealth/details/reason")
                                .asString())
                .contains(words);
    }

    @Test
    void aChangeBehindTheBackOfARunningLogShowsToo() throws Exception {
        try (Running muniment = play()) {
            tamper("UPDATE events SET noun = 'Plan' WHERE position = 1");
            awaitFault(muniment);
            assertThat(muniment.bean("sealer", Sealer.class).fault())
                    .isEqualTo("event 1 was changed");
        }
    }

    @Test
    void aPlaceOutsideThatCannotBeReachedIsOnlyNoted() throws Exception {
        Files.createDirectory(copy);
        try (Running muniment = play()) {
            Answer health = muniment.get("/actuator/health");
            assertThat(health.status()).isEqualTo(200);
            assertThat(health.json().at("/components/ledgerHealth/details/copy").asString())
                    .startsWith("it cannot be reached");
        }
    }

    private Running play() {
        Running muniment = Running.on(data, "demo", YEAR, "--muniment.checkpoint-copy=" + copy);
        Sealer sealer = muniment.bean("sealer", Sealer.class);
        sealer.await(muniment.bean("logReader", LogHead.class).position(), Duration.ofSeconds(20));
        return muniment;
    }

    private static void awaitFault(Running muniment) {
        Sealer sealer = muniment.bean("sealer", Sealer.class);
        Patience.await().until(() -> sealer.fault() != null);
    }

    private void tamper(String statement) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + data.resolve("muniment.db"));
                Statement sql = connection.createStatement()) {
            sql.execute("DROP TRIGGER no_update");
            sql.execute("DROP TRIGGER no_delete");
            assertThat(sql.executeUpdate(statement)).isEqualTo(1);
        }
    }

    private static List<Hash> hashes(JsonNode proof) {
        return StreamSupport.stream(proof.spliterator(), false)
                .map(hash -> Hash.ofHex(hash.asString()))
                .toList();
    }

    private static String text(Running muniment, String path, String field) {
        return muniment.get(path).json().get(field).asString();
    }
}
