package org.muniment.ops.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.ops.Running;
import tools.jackson.databind.JsonNode;

/** What is wanted from whoever asks, over HTTP, in the demo's October of 2017. */
class TasksPageTest {
    private static final String PLAN = "/plans/bip-2017-18";

    private static Running muniment;

    @BeforeAll
    static void play(@TempDir Path data) {
        muniment = Running.on(data, "demo");
    }

    @AfterAll
    static void stop() {
        muniment.close();
    }

    @Test
    void thePageAndTheApiListTheSameAndEachTaskLeadsToItsForm() {
        JsonNode tasks = muniment.get("officer", "/api" + PLAN + "/tasks").json().get("items");
        String page = muniment.get("officer", PLAN + "/tasks").text();

        assertThat(tasks).isNotEmpty();
        for (JsonNode task : tasks) {
            String form = task.get("form").asString();
            assertThat(page).contains("href=\"" + form + "\"");
            assertThat(muniment.get("officer", form).status()).as(form).isEqualTo(200);
        }
        assertThat(page).contains("What is wanted from you").contains("Since 1 October 2017");
    }

    @Test
    void everybodyIsAskedForTheirOwnAndMembersForNothing() {
        assertThat(kinds("officer")).contains("FIGURE");
        assertThat(kinds("finance-officer")).doesNotContain("FIGURE");
        assertThat(muniment.get("member", PLAN + "/tasks").status()).isEqualTo(403);
    }

    private static String kinds(String who) {
        return muniment.get(who, "/api" + PLAN + "/tasks")
                .json()
                .findValuesAsString("kind")
                .toString();
    }
}
