package org.muniment.ops.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.kernel.ledger.EvidenceZip;
import org.muniment.kernel.ledger.LeafEntry;
import org.muniment.kernel.ledger.NoteKey;
import org.muniment.kernel.ledger.Policy;
import org.muniment.kernel.ledger.SignedNote;
import org.muniment.kernel.ledger.SigningKey;
import org.muniment.kernel.ledger.StoredEvent;
import org.muniment.kernel.ledger.TlogProof;
import org.muniment.kernel.words.Sha256;
import org.muniment.ops.Running;
import org.muniment.query.journal.EventJson;

/**
 * What somebody can take away. That others accept it is shown by the verifiers (ops/drills); here,
 * that it holds what it should.
 */
class EvidenceTest {
    private static final String ORIGIN = "localhost/muniment";
    private static final String SNAPSHOT = "/api/snapshots/q1-2019-20";
    private static final String YEAR =
            "--muniment.demo-year=classpath:/demo/complaints-2019-20.yaml";

    @TempDir private Path data;

    @Test
    void aSnapshotsEvidenceHoldsItsContentReportsEventsAndProofs() {
        try (Running muniment = Running.on(data, "demo", YEAR)) {
            Map<String, byte[]> files = bundle(muniment, "member", SNAPSHOT);

            assertThat(new TreeSet<>(files.keySet()))
                    .contains("README.txt", "checkpoint", "manifest", "policy.txt")
                    .contains("content.json", "report.html", "report.pdf", "report.csv");
            assertThat(files.get("content.json"))
                    .isEqualTo(muniment.bytes("member", SNAPSHOT + "/content"));
            assertThat(files.get("report.pdf"))
                    .isEqualTo(muniment.bytes("member", SNAPSHOT + "/report.pdf"));
            assertThat(text(files, "README.txt"))
                    .contains(muniment.get(SNAPSHOT).json().get("sha256").asString());
            assertThat(eventTypes(muniment, files))
                    .containsExactly(
                            "snapshot.quarter-frozen",
                            "snapshot.freeze-confirmed",
                            "snapshot.published");
        }
    }

    @Test
    void theSameQuestionHasTheSameAnswerWhileNothingIsAdded() {
        try (Running muniment = Running.on(data, "demo", YEAR)) {
            Map<String, byte[]> files = bundle(muniment, "auditor", SNAPSHOT);
            assertThat(muniment.bytes("auditor", SNAPSHOT + "/evidence.zip"))
                    .isEqualTo(EvidenceZip.of(files));
        }
    }

    @Test
    void evidenceWaitsForTheWitnessesThatThePolicyAsksFor() throws IOException {
        NoteKey away = SigningKey.create("witness.example/away", NoteKey.Use.WITNESS).key();
        Path policy =
                Files.writeString(
                        data.resolveSibling(data.getFileName() + "-policy"),
                        "witness one " + away + "\nquorum one\n");
        try (Running muniment = Running.on(data, "demo", YEAR, "--muniment.policy=" + policy)) {
            assertThat(muniment.get("member", SNAPSHOT + "/evidence.zip").status()).isEqualTo(503);
            assertThat(muniment.get("/api/ledger/events/1/proof").status()).isEqualTo(200);
        }
    }

    @Test
    void aPersonsEvidenceOpensTheCommitmentsUntilTheyAreErased() {
        try (Running muniment = Running.on(data, "demo-people")) {
            post(muniment, "secretariat", "/api/people", "{\"id\":\"p-1\",\"name\":\"A B\"}");
            Map<String, byte[]> named = bundle(muniment, "auditor", "/api/people/p-1");
            assertThat(text(named, "openings.json"))
                    .matches("\\[\\{\"field\":\"name\",\"key\":\"[^\"]{44}\",\"text\":\"A B\"}]");
            assertThat(eventTypes(muniment, named)).containsExactly("person.named");

            post(
                    muniment,
                    "secretariat",
                    "/api/people/p-1/erasure",
                    "{\"legalBasis\":\"OBJECTION\"}");
            post(muniment, "head-of-service", "/api/people/p-1/erasure/confirmation", "{}");
            Map<String, byte[]> erased = bundle(muniment, "auditor", "/api/people/p-1");
            assertThat(erased).doesNotContainKey("openings.json");
            assertThat(eventTypes(muniment, erased))
                    .containsExactly("person.named", "person.erasure-proposed", "person.erased");
        }
    }

    @Test
    void thereIsNoEvidenceOfWhatIsNotThere() {
        try (Running muniment = Running.on(data, "demo-people")) {
            assertThat(muniment.get("/api/snapshots/none/evidence.zip").status()).isEqualTo(404);
            assertThat(muniment.get("/api/people/none/evidence.zip").status()).isEqualTo(404);
            assertThat(muniment.get("/api/ledger/events/1").status()).isEqualTo(404);
        }
    }

    /** The bundle's files, once every digest and the manifest's signature hold. */
    private static Map<String, byte[]> bundle(Running muniment, String client, String path) {
        String zip = path + "/evidence.zip";
        for (int i = 0; i < 1_000 && muniment.get(client, zip).status() == 503; i++) {
            muniment.get("/actuator/health");
        }
        Map<String, byte[]> files = EvidenceZip.read(muniment.bytes(client, zip));
        SignedNote manifest = SignedNote.parse(text(files, "manifest"));
        manifest.verify(List.of(key(muniment)));
        files.forEach(
                (name, file) -> {
                    if (!name.equals("manifest")) {
                        assertThat(manifest.text())
                                .contains("file " + Sha256.of(file) + " " + name + "\n");
                    }
                });
        assertThat(Policy.parse(text(files, "policy.txt")).logs())
                .extracting(log -> log.key())
                .containsExactly(key(muniment));
        return files;
    }

    /** Of the events in it, each of which is proved to be in the log. */
    private static List<String> eventTypes(Running muniment, Map<String, byte[]> files) {
        return files.keySet().stream()
                .filter(name -> name.startsWith("events/") && name.endsWith(".json"))
                .map(name -> EventJson.read(text(files, name), StoredEvent.class))
                .peek(
                        event ->
                                TlogProof.parse(
                                                text(
                                                        files,
                                                        "events/"
                                                                + event.position()
                                                                + ".tlog-proof"))
                                        .verify(
                                                new LeafEntry(ORIGIN, event).hash(),
                                                ORIGIN,
                                                List.of(key(muniment))))
                .sorted(Comparator.comparingLong(StoredEvent::position))
                .map(StoredEvent::type)
                .toList();
    }

    private static NoteKey key(Running muniment) {
        return NoteKey.parse(muniment.get("/api/ledger/key").json().get("key").asString());
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    private static void post(Running muniment, String client, String path, String body) {
        assertThat(muniment.post(client, path, body).status()).isLessThan(300);
    }
}
