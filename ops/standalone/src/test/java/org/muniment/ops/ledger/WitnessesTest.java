package org.muniment.ops.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.kernel.ledger.BadEvidence;
import org.muniment.kernel.ledger.Checkpoint;
import org.muniment.kernel.ledger.NoteKey;
import org.muniment.kernel.ledger.Policy;
import org.muniment.kernel.ledger.SignedNote;
import org.muniment.kernel.ledger.TlogProof;
import org.muniment.ops.Running;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** What others have seen of the log cannot be taken back. */
class WitnessesTest {
    private static final String PARTNERSHIP =
            """
            {"id":"%s","name":"Partnership","councils":[{"code":"CBC","name":"Chorley"}],
             "services":[{"code":"SFS","name":"Finance","sections":["Accounts"]}],
             "amberWithinPercent":"5"}""";

    @TempDir private Path data;
    private TestWitness witness;
    private Path policy;

    @BeforeEach
    void open() throws IOException {
        witness = new TestWitness();
        policy = witness.policyIn(data.resolveSibling(data.getFileName() + "-policy"));
    }

    @AfterEach
    void close() {
        witness.close();
    }

    @Test
    void aCheckpointNamesItsCosignersAndProofsAreGivenUnderIt() {
        try (Running muniment = start()) {
            establish(muniment, "one");
            await(muniment, () -> isCosigned(muniment));

            SignedNote checkpoint = SignedNote.parse(get(muniment, "/api/ledger/checkpoint"));
            assertThat(policyOf(muniment).verify(checkpoint).cosigners())
                    .extracting(signed -> signed.by())
                    .containsExactly(witness.key());
            TlogProof proof = TlogProof.parse(get(muniment, "/api/ledger/events/1/proof"));
            assertThat(proof.checkpoint()).isEqualTo(checkpoint);
        }
    }

    @Test
    void aWitnessThatIsAwayIsWaitedFor() {
        witness.answering(500);
        try (Running muniment = start()) {
            establish(muniment, "one");
            await(muniment, () -> trouble(muniment).equals("it answered 500"));
            assertThat(muniment.get("/actuator/health").status()).isEqualTo(200);
            SignedNote checkpoint = SignedNote.parse(get(muniment, "/api/ledger/checkpoint"));
            assertThatThrownBy(() -> policyOf(muniment).verify(checkpoint))
                    .isInstanceOf(BadEvidence.class);

            witness.answering(200);
            establish(muniment, "two");
            await(muniment, () -> witness.known() == 2);
        }
    }

    @Test
    void aCosignatureByAnotherKeyDoesNotCount() {
        witness.forging();
        try (Running muniment = start()) {
            establish(muniment, "one");
            await(muniment, () -> witness.known() == 1);
            await(muniment, () -> trouble(muniment).contains("nobody trusted"));
            assertThat(standing(muniment).get("cosigned").asLong()).isZero();
            assertThat(signatures(muniment)).isEqualTo(1);
        }
    }

    @Test
    void aWitnessThatKnowsAShorterLogIsGivenTheProofFromThere() {
        try (Running muniment = start()) {
            establish(muniment, "one");
            establish(muniment, "two");
            await(muniment, () -> witness.known() == 2);
            witness.knowing(1);
            establish(muniment, "three");
            await(muniment, () -> witness.known() == 3);
        }
    }

    @Test
    void aWitnessThatHasCosignedMoreEventsStopsAllWriting() throws IOException {
        try (Running muniment = start()) {
            establish(muniment, "one");
            await(muniment, () -> witness.known() == 1);
        }
        Path backup = data.resolveSibling(data.getFileName() + "-backup");
        FileSystemUtils.copyRecursively(data, backup);
        try (Running muniment = start()) {
            establish(muniment, "two");
            await(muniment, () -> witness.known() == 2);
        }
        FileSystemUtils.deleteRecursively(data);
        FileSystemUtils.copyRecursively(backup, data);

        try (Running muniment = start()) {
            awaitFault(
                    muniment, "it holds 1 events, but what the witness one cosigned speaks of 2");
        }
    }

    @Test
    void aWitnessThatHasSeenOtherEventsStopsAllWriting() throws IOException {
        Path backup = data.resolveSibling(data.getFileName() + "-backup");
        start().close();
        FileSystemUtils.copyRecursively(data, backup);
        try (Running muniment = start()) {
            establish(muniment, "one");
            await(muniment, () -> witness.known() == 1);
        }
        FileSystemUtils.deleteRecursively(data);
        FileSystemUtils.copyRecursively(backup, data);
        try (Running muniment = Running.on(data, "demo-people")) {
            establish(muniment, "other");
        }

        try (Running muniment = start()) {
            awaitFault(
                    muniment,
                    "the first 1 events of the log are not those of what the witness one cosigned");
        }
    }

    @Test
    void aWitnessThatOnlySaysSoIsNotBelieved() {
        try (Running muniment = start()) {
            establish(muniment, "one");
            await(muniment, () -> witness.known() == 1);
            witness.knowing(99);
            establish(muniment, "two");
            await(muniment, () -> trouble(muniment).equals("it answered 409"));
            witness.answering(422);
            await(muniment, () -> trouble(muniment).equals("it answered 422"));
            establish(muniment, "three");
            assertThat(muniment.bean("sealer", Sealer.class).fault()).isNull();
        }
    }

    @Test
    void whatWasCosignedIsKeptOverARestart() {
        String before;
        try (Running muniment = start()) {
            establish(muniment, "one");
            await(muniment, () -> isCosigned(muniment));
            before = get(muniment, "/api/ledger/checkpoint");
        }
        witness.answering(500);
        try (Running muniment = start()) {
            assertThat(get(muniment, "/api/ledger/checkpoint")).isEqualTo(before);
        }
    }

    @Test
    void aPolicyThatBreaksTheFormatIsNotStartedWith() throws IOException {
        Files.writeString(policy, "witness one\nquorum one\n");

        assertThatThrownBy(() -> start().close())
                .rootCause()
                .hasMessageContaining("The policy " + policy);
    }

    private Running start() {
        return Running.on(data, "demo-people", "--muniment.policy=" + policy);
    }

    private static void establish(Running muniment, String id) {
        assertThat(muniment.post("admin", "/api/partnerships", PARTNERSHIP.formatted(id)).status())
                .isEqualTo(201);
    }

    private static void awaitFault(Running muniment, String fault) {
        Sealer sealer = muniment.bean("sealer", Sealer.class);
        await(muniment, () -> sealer.fault() != null);
        assertThat(sealer.fault()).isEqualTo(fault);
        assertThat(muniment.get("/actuator/health").status()).isEqualTo(503);
        assertThat(muniment.post("admin", "/api/partnerships", PARTNERSHIP.formatted("x")).status())
                .isEqualTo(503);
    }

    /** Asks the product something in between, as anybody would who waits. */
    private static void await(Running muniment, BooleanSupplier condition) {
        for (int i = 0; i < 5_000 && !condition.getAsBoolean(); i++) {
            muniment.get("/actuator/health");
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private static int signatures(Running muniment) {
        return SignedNote.parse(get(muniment, "/api/ledger/checkpoint")).signatures().size();
    }

    /** Whether the event that was recorded is in a cosigned checkpoint. */
    private static boolean isCosigned(Running muniment) {
        SignedNote note = SignedNote.parse(get(muniment, "/api/ledger/checkpoint"));
        return Checkpoint.parse(note.text()).size() == 1 && note.signatures().size() == 2;
    }

    private static JsonNode standing(Running muniment) {
        return muniment.get("/actuator/health")
                .json()
                .at("/components/ledgerHealth/details/witnesses/0");
    }

    private static String trouble(Running muniment) {
        return standing(muniment).path("trouble").asString("");
    }

    private Policy policyOf(Running muniment) {
        NoteKey key = NoteKey.parse(muniment.get("/api/ledger/key").json().get("key").asString());
        return muniment.bean("witnesses", Witnesses.class).policy().withLogs(List.of(key));
    }

    private static String get(Running muniment, String path) {
        return muniment.get(path).text();
    }
}
