package org.muniment.ops.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.ops.Patience;
import org.muniment.ops.Running;
import org.muniment.ops.Running.Answer;
import org.muniment.ops.engines.GivenEngines;
import org.muniment.ops.http.Examples;
import org.muniment.ops.safe.MasterKey;
import org.muniment.ops.turn.Leadership;

/** Two processes that may write and one that answers, over one Axon Server and one MongoDB. */
@EnabledIfSystemProperty(
        named = GivenEngines.AXON_SERVER,
        matches = ".+",
        disabledReason = GivenEngines.NO_AXON_SERVER)
class SeveralProcessesTest {
    private static final String JANE =
            "{\"id\": \"p-1\", \"name\": \"Jane Roe\", \"post\": \"Clerk\"}";

    private final MongoServer mongo = new MongoServer(new MemoryBackend());
    private String mongodb;
    private String axonserver;

    private final List<Running> running = new ArrayList<>();

    @TempDir private Path data;

    @BeforeEach
    void begin() throws Exception {
        axonserver = GivenEngines.emptyAxonServer();
        mongodb = mongo.bindAndGetConnectionString();
        MasterKey.in(data.resolve("key"));
    }

    @AfterEach
    void end() {
        running.forEach(Running::close);
        mongo.shutdownNow();
    }

    @Test
    void commandsGoToTheOneThatWritesAndToTheNextWhenItIsGone() {
        Running first = writing("first");
        Running second = on("second", "command");
        Running asked = on("asked", "query");
        assertThat(isWriting(second)).isFalse();
        establish(asked, "one");
        establish(second, "two");
        establish(first, "three");
        Patience.await().until(() -> partnershipsAt(asked).contains("three"));
        Answer taken = establishing(asked, "one");
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.json().at("/rule").asString()).isEqualTo("id-taken");
        Patience.await().until(() -> sealed(first) >= 3 && sealed(asked) >= 3);

        first.close();
        Patience.await().until(() -> isWriting(second));

        establish(asked, "four");
        int rebuilding = asked.post("admin", "/api/operations/rebuilds", "{}").status();
        assertThat(rebuilding / 100).isEqualTo(2);
        Patience.await().until(() -> sealed(second) >= 4 && sealed(asked) >= 4);
        assertThat(rootAt(asked)).isEqualTo(rootAt(second));
    }

    @Test
    void theKeyIsChangedByOneAndBelievedByAll() {
        Running first = writing("first");
        Running second = on("second", "command");
        Running asked = on("asked", "query");
        establish(asked, "one");

        Answer rotated =
                asked.post("admin", "/api/ledger/key/rotation", "{\"reason\":\"Once a year.\"}");
        assertThat(rotated.status()).as(rotated.text()).isEqualTo(200);
        establish(asked, "two");

        Patience.await().until(() -> sealed(second) >= 3 && sealed(asked) >= 3);
        assertThat(second.get("/api/ledger/policy").text())
                .isEqualTo(first.get("/api/ledger/policy").text());
        first.close();
        Patience.await().until(() -> isWriting(second));
        establish(asked, "three");
        Patience.await().until(() -> sealed(asked) >= 4);
    }

    @Test
    void aPersonNamedThroughOneIsReadThroughAll() {
        Running first = writing("first");
        Running asked = on("asked", "query");
        establish(first, "pair");
        Answer named = asked.post("secretariat", "/api/people", JANE);
        assertThat(named.status()).as(named.text()).isEqualTo(201);

        Patience.await()
                .until(() -> asked.get("member", "/api/people/p-1").text().contains("Jane Roe"));
    }

    @Test
    void nobodyIsBelievedWhoOnlySaysThatAnotherProcessKnowsThem() {
        Running first = writing("first");
        Answer answer =
                first.getWith("/api/plans", "Muniment-Hop", "guess", "Muniment-Sender", "admin");

        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void withoutAProcessThatWritesCommandsAreToldToComeLaterAndQuestionsAreAnswered() {
        Running asked = on("asked", "query");
        Answer answer = establishing(asked, "one");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isNotNull();
        assertThat(asked.get("/api/partnerships").status()).isEqualTo(200);
    }

    @Test
    void oneOfSeveralDoesNotStartWithoutWhatTheyHaveInCommon() {
        assertThatThrownBy(
                        () ->
                                Running.on(
                                                data.resolve("x"),
                                                "demo-people",
                                                "--muniment.role=query")
                                        .close())
                .hasStackTraceContaining("MUNIMENT_AXONSERVER");
    }

    private Running writing(String name) {
        Running running = on(name, "command");
        Patience.await().until(() -> isWriting(running));
        return running;
    }

    private Running on(String name, String role) {
        Running one =
                Running.on(
                        data.resolve(name),
                        "demo-people",
                        "--muniment.role=" + role,
                        "--muniment.node=" + name,
                        "--muniment.axonserver=" + axonserver,
                        "--muniment.mongodb=" + mongodb,
                        "--muniment.vault-key=" + data.resolve("key"));
        running.add(one);
        return one;
    }

    private static boolean isWriting(Running running) {
        return running.bean("leadership", Leadership.class).isMine();
    }

    private static void establish(Running muniment, String id) {
        Answer answer = establishing(muniment, id);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private static Answer establishing(Running muniment, String id) {
        return muniment.post(
                "admin",
                "/api/partnerships",
                Examples.PARTNERSHIP.replace("\"pair\"", "\"" + id + "\""));
    }

    private static String partnershipsAt(Running muniment) {
        return muniment.get("/api/partnerships").text();
    }

    private static long sealed(Running muniment) {
        return muniment.get("/actuator/health")
                .json()
                .at("/components/ledgerHealth/details/sealed")
                .asLong();
    }

    private static String rootAt(Running muniment) {
        return muniment.get("/api/ledger/checkpoint").text().split("\n")[2];
    }
}
