package org.muniment.ops.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniment.kernel.ledger.Hash;
import org.muniment.kernel.ledger.NoteKey;
import org.muniment.kernel.ledger.TlogProof;
import org.muniment.kernel.person.Commitment;
import org.muniment.kernel.person.Opening;
import org.muniment.kernel.person.PersonalField;
import org.muniment.kernel.person.PersonalText;
import org.muniment.kernel.person.SubjectId;
import org.muniment.ops.Running;
import org.muniment.ops.Running.Answer;
import org.muniment.ops.ledger.SealedLog;
import org.muniment.query.people.People;
import tools.jackson.databind.JsonNode;

/** People over HTTP: named, read, rectified, and erased by two. */
class PeopleTest {
    private static final String JANE =
            """
            {"id": "%s", "name": "Jane Roe", "post": "Clerk", "email": "jane@council.example"}""";
    private static final String OBJECTION =
            "{\"legalBasis\": \"OBJECTION\", \"reference\": \"DP-2026-0042\"}";

    private static Path directory;
    private static Running muniment;

    @BeforeAll
    static void start(@TempDir Path data) {
        directory = data.resolve("vault");
        muniment = Running.on(data, "demo-people");
    }

    @AfterAll
    static void stop() {
        muniment.close();
    }

    @Test
    void aPersonIsNamedAndEverybodyCanReadIt() {
        Answer named = name("p-1");

        assertThat(named.status()).isEqualTo(201);
        assertThat(named.header("ETag")).isEqualTo("\"1\"");
        Answer read = muniment.get("member", "/api/people/p-1");
        assertThat(read.header("Cache-Control")).isEqualTo("no-store");
        JsonNode person = read.json();
        assertThat(person.get("state").asString()).isEqualTo("named");
        assertThat(person.get("name").asString()).isEqualTo("Jane Roe");
        assertThat(person.get("post").asString()).isEqualTo("Clerk");
        assertThat(person.get("email").asString()).isEqualTo("jane@council.example");
        assertThat(person.has("telephone")).isFalse();
        assertThat(person.get("commitments")).hasSize(3);
        assertThat(person.at("/commitments/0/field").asString()).isEqualTo("name");
        assertThat(person.at("/commitments/0/position").asLong())
                .isEqualTo(named.json().get("position").asLong());
    }

    @Test
    void everybodyNamedIsListed() {
        name("p-2");

        Answer listed = muniment.get("member", "/api/people");

        assertThat(listed.header("Cache-Control")).isEqualTo("no-store");
        assertThat(listed.json().get("items"))
                .anySatisfy(person -> assertThat(person).isEqualTo(person("p-2")));
    }

    @Test
    void aRectificationReplacesEverythingSaidBefore() {
        name("p-3");
        JsonNode before = person("p-3");

        assertThat(rectify("p-3", "{\"name\": \"Jane Doe\", \"post\": \"Clerk\"}").status())
                .isEqualTo(200);

        JsonNode after = person("p-3");
        assertThat(after.get("name").asString()).isEqualTo("Jane Doe");
        assertThat(after.has("email")).isFalse();
        assertThat(after.get("commitments")).hasSize(2);
        assertThat(after.at("/commitments/0")).isNotEqualTo(before.at("/commitments/0"));
    }

    @Test
    void theSameSaidAgainAppendsNothing() {
        Answer named = name("p-4");

        Answer again = rectify("p-4", JANE.formatted("p-4").replace("\"id\": \"p-4\", ", ""));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(named.json());
        assertThat(history("p-4")).hasSize(1);
    }

    @Test
    void aPersonIsErasedByTwoAndTheRestOfTheRecordStands() {
        long position = name("p-5").json().get("position").asLong();
        propose("p-5");
        JsonNode proposed = person("p-5");
        assertThat(proposed.get("state").asString()).isEqualTo("erasure-proposed");
        assertThat(proposed.get("name").asString()).isEqualTo("Jane Roe");
        assertThat(proposed.at("/proposed/proposedBy").asString()).isEqualTo("secretariat");

        Answer erased = confirm("head-of-service", "p-5");

        assertThat(erased.status()).isEqualTo(200);
        assertThat(directory.resolve("p-5.openings")).doesNotExist();
        JsonNode person = person("p-5");
        assertThat(person.get("state").asString()).isEqualTo("erased");
        assertThat(person.get("commitments")).isEmpty();
        assertThat(List.of("name", "post", "telephone", "email", "proposed"))
                .noneMatch(person::has);
        JsonNode erasure = person.get("erased");
        assertThat(erasure.get("position").asLong())
                .isEqualTo(erased.json().get("position").asLong());
        assertThat(erasure.get("legalBasis").asString()).isEqualTo("OBJECTION");
        assertThat(erasure.get("reference").asString()).isEqualTo("DP-2026-0042");
        assertThat(erasure.get("proposedBy").asString()).isEqualTo("secretariat");
        assertThat(erasure.get("confirmedBy").asString()).isEqualTo("head-of-service");
        assertThat(erasure.get("recordedAt").asString()).isNotBlank();
        assertThat(history("p-5"))
                .extracting(event -> event.get("type").asString())
                .containsExactly("person.named", "person.erasure-proposed", "person.erased");
        assertThat(history("p-5").get(0).get("position").asLong()).isEqualTo(position);
    }

    @Test
    void nobodyIsErasedByOne() {
        name("p-6");

        assertThat(rule(confirm("head-of-service", "p-6"))).isEqualTo("no-erasure-proposed");
        propose("p-6");
        assertThat(rule(confirm("secretariat", "p-6"))).isEqualTo("own-erasure");
        assertThat(person("p-6").get("name").asString()).isEqualTo("Jane Roe");
    }

    @Test
    void whoWasErasedIsErasedAgainWithoutATraceAndNeverNamedAgain() {
        name("p-7");
        propose("p-7");
        JsonNode first = confirm("head-of-service", "p-7").json();

        assertThat(confirm("head-of-service", "p-7").json()).isEqualTo(first);
        assertThat(confirm("secretariat", "p-7").status()).isEqualTo(200);
        assertThat(propose("p-7").json()).isEqualTo(first);
        assertThat(rule(name("p-7"))).isEqualTo("erased");
        assertThat(rule(rectify("p-7", "{\"name\": \"Jane Roe\"}"))).isEqualTo("erased");
        assertThat(history("p-7")).hasSize(3);
        assertThat(directory.resolve("p-7.openings")).doesNotExist();
    }

    @Test
    void everyProofOfTheNamingVerifiesBeforeTheErasureAndAfterIt() {
        name("p-8");
        String leaf = provedLeaf("p-8");
        propose("p-8");

        confirm("head-of-service", "p-8");

        assertThat(provedLeaf("p-8")).isEqualTo(leaf);
    }

    @Test
    void theOpeningsInForceOpenWhatTheLogSaysAndThereAreNoneOnceErased() {
        name("p-9");
        People people = muniment.bean("people", People.class);
        SubjectId person = new SubjectId("p-9");

        List<Opening> openings = people.openingsInForce(person);

        assertThat(openings)
                .extracting(Opening::field)
                .containsExactly(PersonalField.NAME, PersonalField.POST, PersonalField.EMAIL);
        assertThat(openings.get(0).text()).isEqualTo(new PersonalText("Jane Roe"));
        assertThat(openings)
                .extracting(it -> it.commitment(person).commitment())
                .extracting(Commitment::value)
                .containsExactlyElementsOf(
                        history("p-9")
                                .get(0)
                                .get("payload")
                                .get("commitments")
                                .findValuesAsString("commitment"));
        propose("p-9");
        confirm("head-of-service", "p-9");
        assertThat(people.openingsInForce(person)).isEmpty();
    }

    @Test
    void aStaleVersionIsRefused() {
        name("p-10");

        Answer stale =
                muniment.post(
                        "secretariat",
                        "/api/people/p-10/rectification",
                        "{\"name\": \"Jane Doe\"}",
                        "If-Match",
                        "\"7\"");

        assertThat(stale.status()).isEqualTo(412);
        assertThat(person("p-10").get("name").asString()).isEqualTo("Jane Roe");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"id": "p-99"}                                             | name
                    {"id": "p-99", "name": " "}                                | name
                    {"id": "p-99", "name": "Jane", "post": ""}                 | post
                    {"id": "p-99", "name": "Jane", "telephone": 1772}          | telephone
                    {"id": "p-99", "name": "Jane", "nickname": "J"}            | nickname
                    {"id": "P-99", "name": "Jane"}                             | id
                    {"id": "roe-99", "name": "Jane Roe"}                       | id
                    """)
    void whatIsMalformedIsRefusedNamingTheField(String body, String field) {
        Answer answer = muniment.post("secretariat", "/api/people", body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(answer.text()).doesNotContain("Jane", "1772");
        assertThat(muniment.get("/api/people/p-99").status()).isEqualTo(404);
        assertThat(muniment.get("/api/people/p-99/history").status()).isEqualTo(404);
    }

    @Test
    void aVaultThatCannotRemoveAPersonIsToldAndTheErasureConfirmedAgain() throws Exception {
        name("p-11");
        propose("p-11");
        Path file = directory.resolve("p-11.openings");
        Path aside = directory.resolveSibling("aside");
        Files.move(file, aside);
        Files.createDirectories(file.resolve("in the way"));

        assertThat(confirm("head-of-service", "p-11").status()).isEqualTo(503);
        Answer health = muniment.get("/actuator/health");
        assertThat(health.status()).isEqualTo(503);
        assertThat(health.json().at("/components/vaultHealth/details/reason").asString())
                .contains("p-11: what is to be erased could not be removed");

        Files.delete(file.resolve("in the way"));
        Files.delete(file);
        Files.move(aside, file);
        assertThat(confirm("head-of-service", "p-11").status()).isEqualTo(200);
        assertThat(file).doesNotExist();
        assertThat(muniment.get("/actuator/health").status()).isEqualTo(200);
    }

    private static Answer name(String id) {
        return muniment.post("secretariat", "/api/people", JANE.formatted(id));
    }

    private static Answer rectify(String id, String body) {
        return muniment.post("secretariat", "/api/people/" + id + "/rectification", body);
    }

    private static Answer propose(String id) {
        return muniment.post("secretariat", "/api/people/" + id + "/erasure", OBJECTION);
    }

    private static Answer confirm(String client, String id) {
        return muniment.post(client, "/api/people/" + id + "/erasure/confirmation", "{}");
    }

    private static JsonNode person(String id) {
        return muniment.get("member", "/api/people/" + id).json();
    }

    private static JsonNode history(String id) {
        return muniment.get("/api/people/" + id + "/history").json().get("events");
    }

    private static String rule(Answer refused) {
        assertThat(refused.status()).isEqualTo(409);
        return refused.json().get("rule").asString();
    }

    /** The leaf hash of the first event, once its proof has been verified. */
    private static String provedLeaf(String id) {
        JsonNode last = history(id).get(history(id).size() - 1);
        muniment.bean("sealedLog", SealedLog.class)
                .requireSealed(last.get("position").asLong(), Duration.ofSeconds(20));
        JsonNode named = history(id).get(0);
        String leaf = named.get("leafHash").asString();
        String path = "/api/ledger/events/" + named.get("position").asLong() + "/proof";
        NoteKey key = NoteKey.parse(muniment.get("/api/ledger/key").json().get("key").asString());
        TlogProof.parse(muniment.get(path).text())
                .verify(Hash.ofHex(leaf), "localhost/muniment", List.of(key));
        return leaf;
    }
}
