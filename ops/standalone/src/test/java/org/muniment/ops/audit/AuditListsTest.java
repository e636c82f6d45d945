package org.muniment.ops.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.ops.Patience.await;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.ops.Running;
import org.muniment.ops.Running.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Erasures, refused commands, and who could do what on a past day. */
class AuditListsTest {
    private static Running muniment;

    @BeforeAll
    static void start(@TempDir Path data) {
        muniment = Running.on(data, "demo-people");
    }

    @AfterAll
    static void stop() {
        muniment.close();
    }

    @Test
    void erasuresAreListedWithTheirGroundAndTwoPersonsAndWithoutAName() {
        assertThat(page("auditor", "/erasures")).contains("Nobody was erased");
        for (String person : new String[] {"p-1", "p-2"}) {
            ok(
                    muniment.post(
                            "secretariat",
                            "/api/people",
                            "{\"id\": \"%s\", \"name\": \"Jane Roe\"}".formatted(person)));
            ok(
                    muniment.post(
                            "secretariat",
                            "/api/people/" + person + "/erasure",
                            "{\"legalBasis\": \"OBJECTION\", \"reference\": \"DP-2026-0042\"}"));
        }
        ok(muniment.post("head-of-service", "/api/people/p-1/erasure/confirmation", "{}"));

        JsonNode items = muniment.get("auditor", "/api/erasures").json().get("items");
        assertThat(items).hasSize(2);
        JsonNode erased = items.get(0);
        assertThat(erased.get("person").asString()).isEqualTo("p-1");
        assertThat(erased.get("legalBasis").asString()).isEqualTo("OBJECTION");
        assertThat(erased.get("reference").asString()).isEqualTo("DP-2026-0042");
        assertThat(erased.get("proposedBy").asString()).isEqualTo("secretariat");
        assertThat(erased.get("confirmedBy").asString()).isEqualTo("head-of-service");
        assertThat(items.get(1).get("person").asString()).isEqualTo("p-2");
        assertThat(items.get(1).has("confirmedBy")).isFalse();
        assertThat(page("auditor", "/erasures"))
                .contains("p-1", "Objection", "DP-2026-0042", "awaits a second person")
                .doesNotContain("Jane Roe", "Nobody was erased");
        assertThat(muniment.get("member", "/api/erasures").status()).isEqualTo(403);
        assertThat(muniment.get("member", "/erasures").status()).isEqualTo(403);
    }

    @Test
    void refusedCommandsAreListed() {
        muniment.postUnread("member", "/api/partnerships", "{}");

        await().untilAsserted(
                        () ->
                                assertThat(page("auditor", "/refusals"))
                                        .contains(
                                                "<td class=\"govuk-table__cell\"><span>member</span>",
                                                "POST /api/partnerships",
                                                "forbidden"));
        assertThat(muniment.get("secretariat", "/refusals").status()).isEqualTo(403);
    }

    @Test
    void theRolesOfAPastDayAreThoseOfThatDay() {
        long before = grant("u-17", "first", "officer");
        long between = grant("u-17", "second", "auditor");
        ok(
                muniment.post(
                        "admin",
                        "/api/access/u-17/grants/first/withdrawal",
                        "{\"reason\": \"Left\"}"));

        assertThat(rolesOf("u-17", "")).containsExactly("auditor");
        assertThat(rolesOf("u-17", "?on=position:" + between))
                .containsExactly("officer", "auditor");
        assertThat(rolesOf("u-17", "?on=position:" + before)).containsExactly("officer");
        assertThat(rolesOf("u-17", "?on=position:" + (before - 1))).isEmpty();
        assertThat(rolesOf("u-17", "?on=2020-01-31")).isEmpty();
        assertThat(page("auditor", "/access?on=position:" + before))
                .contains("u-17", "<strong>officer</strong>, everywhere")
                .doesNotContain("<strong>auditor</strong>, everywhere");
        Answer malformed = muniment.get("auditor", "/api/access?on=then");
        assertThat(malformed.status()).isEqualTo(400);
        assertThat(malformed.json().at("/errors/0/field").asString()).isEqualTo("on");
    }

    private static long grant(String person, String id, String role) {
        Answer granted =
                muniment.post(
                        "admin",
                        "/api/access/" + person + "/grants",
                        "{\"id\": \"%s\", \"role\": \"%s\", \"reason\": \"Appointed\"}"
                                .formatted(id, role));
        ok(granted);
        return granted.json().get("position").asLong();
    }

    private static List<String> rolesOf(String person, String query) {
        return person(person, query)
                .path("grants")
                .valueStream()
                .map(grant -> grant.get("role").asString())
                .toList();
    }

    private static JsonNode person(String person, String query) {
        JsonNode items = muniment.get("auditor", "/api/access" + query).json().get("items");
        return items.valueStream()
                .filter(item -> item.get("person").asString().equals(person))
                .findFirst()
                .orElseGet(JsonNodeFactory.instance::objectNode);
    }

    private static void ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
    }

    private static String page(String who, String path) {
        Answer answer = muniment.get(who, path);
        assertThat(answer.status()).as(path + "\n" + answer.text()).isEqualTo(200);
        return answer.text();
    }
}
