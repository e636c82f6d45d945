package org.muniment.ops.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.kernel.ledger.Hash;
import org.muniment.kernel.ledger.NoteKey;
import org.muniment.kernel.ledger.SignedNote;
import org.muniment.kernel.ledger.SignedNote.Signed;
import org.muniment.kernel.ledger.SigningKey;
import org.muniment.kernel.ledger.TlogProof;
import org.muniment.ops.Running;
import org.muniment.ops.Running.Answer;
import tools.jackson.databind.JsonNode;

/** A log changes its key without a break: what was proved under the old one stays proved. */
class KeyRotationTest {
    private static final String REASON = "{\"reason\":\"The yearly change of keys.\"}";

    @TempDir private Path data;

    @Test
    void theCheckpointThatNamesTheNewKeyIsSignedWithBothAndLaterOnesWithTheNew() {
        try (Running muniment = Running.on(data, "demo-people")) {
            NoteKey first = key(muniment);
            establish(muniment, "before");
            String proof = muniment.get("/api/ledger/events/1/proof").text();
            String leaf =
                    muniment.get("/api/ledger/leaves?from=0&to=1")
                            .json()
                            .at("/leaves/0")
                            .asString();

            Answer rotated = muniment.post("admin", "/api/ledger/key/rotation", REASON);

            assertThat(rotated.status()).isEqualTo(200);
            NoteKey second = key(muniment);
            assertThat(second).isNotEqualTo(first);
            assertThat(signers(muniment, first, second)).containsExactly(first, second);
            assertThat(muniment.get("/api/ledger/key").json().at("/earlier/0").asString())
                    .isEqualTo(first.toString());
            establish(muniment, "after");
            assertThat(signers(muniment, first, second)).containsExactly(second);
            assertThat(
                            TlogProof.parse(proof)
                                    .verify(Hash.ofHex(leaf), "localhost/muniment", List.of(first))
                                    .size())
                    .isGreaterThanOrEqualTo(1);
            assertThat(data.resolve("ledger/key.next")).doesNotExist();
        }
    }

    @Test
    void aRestartAfterTwoChangesSignsWithTheThirdKey() {
        List<NoteKey> keys;
        try (Running muniment = Running.on(data, "demo-people")) {
            NoteKey first = key(muniment);
            muniment.post("admin", "/api/ledger/key/rotation", REASON);
            NoteKey second = key(muniment);
            muniment.post("admin", "/api/ledger/key/rotation", REASON);
            keys = List.of(first, second, key(muniment));
        }
        try (Running muniment = Running.on(data, "demo-people")) {
            JsonNode told = muniment.get("/api/ledger/key").json();
            assertThat(told.get("key").asString()).isEqualTo(keys.get(2).toString());
            assertThat(told.at("/earlier/0").asString()).isEqualTo(keys.get(0).toString());
            assertThat(told.at("/earlier/1").asString()).isEqualTo(keys.get(1).toString());
            assertThat(muniment.get("/actuator/health").status()).isEqualTo(200);
        }
    }

    @Test
    void aChangeThatWasCutShortIsFinishedAtTheNextStart() throws IOException {
        Path ledger = data.resolve("ledger");
        NoteKey first;
        NoteKey second;
        try (Running muniment = Running.on(data, "demo-people")) {
            first = key(muniment);
            establish(muniment, "before");
            keepAside(ledger, "key", "checkpoint");
            muniment.post("admin", "/api/ledger/key/rotation", REASON);
            second = key(muniment);
        }
        Files.move(ledger.resolve("key"), ledger.resolve("key.next"));
        takeBack(ledger, "key", "checkpoint");

        try (Running muniment = Running.on(data, "demo-people")) {
            establish(muniment, "after");
            assertThat(key(muniment)).isEqualTo(second);
            assertThat(muniment.get("/api/ledger/key").json().at("/earlier/0").asString())
                    .isEqualTo(first.toString());
            assertThat(data.resolve("ledger/key.next")).doesNotExist();
        }
    }

    @Test
    void aKeyThatTheLogNeverNamedCountsForNothing() {
        try (Running muniment = Running.on(data, "demo-people")) {
            NoteKey first = key(muniment);
            muniment.bean("ledger", Ledger.class).keys().prepare();
            assertThat(key(muniment)).isEqualTo(first);
        }
        try (Running muniment = Running.on(data, "demo-people")) {
            establish(muniment, "after");
            NoteKey current = key(muniment);
            assertThat(signers(muniment, current)).containsExactly(current);
            assertThat(muniment.get("/api/ledger/key").json().get("earlier")).isEmpty();
        }
    }

    @Test
    void aLogWithoutTheKeyItNamesIsNotStarted() throws IOException {
        try (Running muniment = Running.on(data, "demo-people")) {
            muniment.post("admin", "/api/ledger/key/rotation", REASON);
        }
        SigningKey other = SigningKey.create("localhost/muniment", NoteKey.Use.LOG);
        Files.writeString(data.resolve("ledger/key"), other.secret());

        assertThatThrownBy(() -> Running.on(data, "demo-people").close())
                .rootCause()
                .hasMessageContaining("not the one the log says");
    }

    private static NoteKey key(Running muniment) {
        return NoteKey.parse(muniment.get("/api/ledger/key").json().get("key").asString());
    }

    private static List<NoteKey> signers(Running muniment, NoteKey... trusted) {
        return SignedNote.parse(muniment.get("/api/ledger/checkpoint").text())
                .verify(List.of(trusted))
                .stream()
                .map(Signed::by)
                .toList();
    }

    /** Returns once it is sealed. */
    private static void establish(Running muniment, String id) {
        Answer answer =
                muniment.post(
                        "admin",
                        "/api/partnerships",
                        """
                        {"id":"%s","name":"Partnership","councils":[{"code":"CBC","name":"Chorley"}],
                         "services":[{"code":"SFS","name":"Finance","sections":["Accounts"]}],
                         "amberWithinPercent":"5"}"""
                                .formatted(id));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        long position = answer.json().get("position").asLong();
        muniment.bean("sealedLog", SealedLog.class).requireSealed(position, Duration.ofSeconds(20));
    }

    private static void keepAside(Path ledger, String... files) throws IOException {
        for (String file : files) {
            Files.copy(ledger.resolve(file), ledger.resolveSibling(file));
        }
    }

    private static void takeBack(Path ledger, String... files) throws IOException {
        for (String file : files) {
            Files.move(
                    ledger.resolveSibling(file),
                    ledger.resolve(file),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
