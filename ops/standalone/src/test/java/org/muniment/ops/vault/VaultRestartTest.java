package org.muniment.ops.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.command.dispatch.Caller;
import org.muniment.command.dispatch.Commands;
import org.muniment.kernel.person.PersonCommand.ConfirmErasure;
import org.muniment.kernel.person.PersonalField;
import org.muniment.kernel.person.PersonalText;
import org.muniment.kernel.person.SubjectId;
import org.muniment.kernel.words.PersonId;
import org.muniment.ops.Patience;
import org.muniment.ops.Running;
import org.muniment.ops.Running.Answer;
import org.muniment.ops.ledger.SealedLog;
import org.muniment.ops.log.CannotStart;
import org.muniment.ops.safe.FileSafe;
import org.muniment.ops.safe.MasterKey;
import org.muniment.query.moment.LogHead;

/** What the vault holds follows from the log, whatever happened between two starts. */
class VaultRestartTest {
    private static final SubjectId PERSON = new SubjectId("p-1");
    private static final SubjectId STRANGER = new SubjectId("p-9");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<String> ANSWERS =
            List.of("/api/people", "/api/people/p-1", "/api/people/p-1/history");

    @TempDir private Path data;
    private Path file;
    private Path key;

    @BeforeEach
    void place() {
        file = data.resolve("vault/p-1.openings");
        key = data.resolve("vault/key");
    }

    @Test
    void aRestartKeepsEverythingAndAnswersTheSame() {
        List<String> before;
        try (Running muniment = named()) {
            name(muniment, "p-2", "John Doe");
            propose(muniment, "p-2");
            name(muniment, "p-3", "Jack Doe");
            propose(muniment, "p-3");
            confirm(muniment, "p-3");
            before = answers(muniment);
        }

        try (Running muniment = start()) {
            assertThat(answers(muniment)).isEqualTo(before);
            assertThat(muniment.get("/actuator/health").status()).isEqualTo(200);
        }
    }

    @Test
    void textsKeptBeforeACrashWhoseEventNeverCameAreGoneAfterTheNextStart() {
        named().close();
        PersonVault crashed = PersonVault.open(new FileSafe(data.resolve("vault")), key);
        crashed.keep(PERSON, Map.of(PersonalField.NAME, new PersonalText("Jane Doe")));
        crashed.keep(STRANGER, Map.of(PersonalField.NAME, new PersonalText("John Doe")));

        try (Running muniment = start()) {
            PersonVault vault = muniment.bean("vault", PersonVault.class);
            Patience.await()
                    .untilAsserted(() -> assertThat(vault.people()).containsExactly(PERSON));
            assertThat(vault.of(PERSON))
                    .singleElement()
                    .returns("Jane Roe", opening -> opening.text().value());
            assertThat(state(muniment)).isEqualTo("named");
        }
    }

    @Test
    void aPersonErasedInTheLogBeforeACrashIsGoneAfterTheNextStart() {
        try (Running muniment = named()) {
            propose(muniment, "p-1");
            muniment.bean("commands", Commands.class)
                    .change(
                            "p-1",
                            new ConfirmErasure(PERSON, new PersonId("head-of-service")),
                            new Caller("head-of-service", "head-of-service", null, "one", 2L));
            assertThat(file).exists();
        }

        try (Running muniment = start()) {
            Patience.await().untilAsserted(() -> assertThat(file).doesNotExist());
            assertThat(state(muniment)).isEqualTo("erased");
            assertThat(muniment.get("/actuator/health").status()).isEqualTo(200);
        }
    }

    @Test
    void aFileBroughtBackAfterTheErasureIsGoneAfterTheNextStart() throws IOException {
        Path backup = data.resolve("backup");
        try (Running muniment = named()) {
            Files.copy(file, backup);
            propose(muniment, "p-1");
            confirm(muniment, "p-1");
        }
        Files.copy(backup, file);

        try (Running muniment = start()) {
            Patience.await().untilAsserted(() -> assertThat(file).doesNotExist());
            assertThat(state(muniment)).isEqualTo("erased");
        }
    }

    @Test
    void aFileThatIsMissingWithoutAnErasureIsToldAndMendedBySayingItAgain() throws IOException {
        try (Running muniment = named()) {
            Files.delete(file);

            assertUnreadable(muniment, "p-1: the vault holds nothing");
            assertThat(rectify(muniment, "Jane Roe").status()).isEqualTo(200);
            assertThat(state(muniment)).isEqualTo("named");
            assertThat(muniment.get("/actuator/health").status()).isEqualTo(200);
        }
    }

    @Test
    void aChangedByteIsToldAndNothingIsSaidOverIt() throws IOException {
        try (Running muniment = named()) {
            byte[] stored = Files.readAllBytes(file);
            stored[stored.length - 1] ^= 1;
            Files.write(file, stored);

            assertUnreadable(muniment, "p-1: what is kept cannot be opened");
            Answer refused = rectify(muniment, "Jane Doe");
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.json().get("rule").asString()).isEqualTo("unreadable");
            assertThat(Files.readAllBytes(file)).isEqualTo(stored);
        }
    }

    @Test
    void aTextThatIsNotTheOneCommittedToIsToldAndNeverShown() throws IOException {
        try (Running muniment = named()) {
            Files.delete(file);
            muniment.bean("vault", PersonVault.class)
                    .keep(PERSON, Map.of(PersonalField.NAME, new PersonalText("John Doe")));

            assertUnreadable(muniment, "p-1: what the vault holds is not the name committed to");
        }
    }

    @Test
    void aForeignKeyIsToldAndNothingIsLost() throws IOException {
        named().close();
        byte[] own = Files.readAllBytes(key);
        Files.delete(key);
        MasterKey.in(key);

        try (Running muniment = start()) {
            assertUnreadable(muniment, "p-1: what is kept cannot be opened");
        }
        Files.write(key, own);
        try (Running muniment = start()) {
            assertThat(state(muniment)).isEqualTo("named");
        }
    }

    @Test
    void theKeyMayLieElsewhereAndIsNotMadeAnewWhereItIsMissing() throws IOException {
        Path elsewhere = data.resolveSibling(data.getFileName() + "-key");
        String setting = "--muniment.vault-key=" + elsewhere;
        try (Running muniment = Running.on(data, "demo-people", setting)) {
            name(muniment, "p-1", "Jane Roe");
            assertThat(elsewhere).exists();
            assertThat(key).doesNotExist();
        }

        assertThatThrownBy(this::start).hasRootCauseInstanceOf(CannotStart.class);

        try (Running muniment = Running.on(data, "demo-people", setting)) {
            assertThat(state(muniment)).isEqualTo("named");
        }
        Files.delete(elsewhere);
    }

    private static void assertUnreadable(Running muniment, String reason) {
        Answer read = muniment.get("/api/people/p-1");
        assertThat(read.json().get("state").asString()).isEqualTo("unreadable");
        assertThat(read.json().has("name")).isFalse();
        assertThat(read.json().get("commitments")).hasSize(1);
        Answer health = muniment.get("/actuator/health");
        assertThat(health.status()).isEqualTo(503);
        assertThat(health.json().at("/components/vaultHealth/status").asString()).isEqualTo("DOWN");
        assertThat(health.json().at("/components/vaultHealth/details/reason").asString())
                .startsWith(reason);
        assertThat(read.text() + health.text()).doesNotContain("Roe", "Doe");
    }

    private Running start() {
        return Running.on(data, "demo-people");
    }

    private Running named() {
        Running muniment = start();
        name(muniment, "p-1", "Jane Roe");
        return muniment;
    }

    private static void name(Running muniment, String id, String name) {
        String body = "{\"id\": \"%s\", \"name\": \"%s\"}".formatted(id, name);
        assertThat(muniment.post("secretariat", "/api/people", body).status()).isEqualTo(201);
    }

    private static Answer rectify(Running muniment, String name) {
        return muniment.post(
                "secretariat",
                "/api/people/p-1/rectification",
                "{\"name\": \"%s\"}".formatted(name));
    }

    private static void propose(Running muniment, String id) {
        String path = "/api/people/" + id + "/erasure";
        assertThat(muniment.post("secretariat", path, "{\"legalBasis\": \"UNLAWFUL\"}").status())
                .isEqualTo(200);
    }

    private static void confirm(Running muniment, String id) {
        String path = "/api/people/" + id + "/erasure/confirmation";
        assertThat(muniment.post("head-of-service", path, "{}").status()).isEqualTo(200);
    }

    private static String state(Running muniment) {
        return muniment.get("/api/people/p-1").json().get("state").asString();
    }

    /** As they are once everything is sealed, leaf hashes and all. */
    private static List<String> answers(Running muniment) {
        muniment.bean("sealedLog", SealedLog.class)
                .requireSealed(muniment.bean("logReader", LogHead.class).position(), PATIENCE);
        return ANSWERS.stream().map(path -> muniment.get(path).text()).toList();
    }
}
