package org.muniment.ops.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.kernel.access.Role;
import org.muniment.ops.Running;
import org.muniment.ops.Running.Answer;
import tools.jackson.databind.JsonNode;

/** What roles, their reach and deputies mean to those who hold them. */
class RolesTest {
    private static final String ACTUAL = "{\"month\": \"2025-09\", \"actual\": \"80\"}";

    @TempDir private static Path data;
    private static Running muniment;
    private static TwoPartnerships two;

    @BeforeAll
    static void start() {
        muniment = Running.on(data, "demo-people");
        two = TwoPartnerships.in(muniment);
    }

    @AfterAll
    static void stop() {
        muniment.close();
    }

    @Test
    void aRoleThatIsTakenAwayIsGoneAtTheNextRequestWhateverTheTokenSays() {
        two.appoint("leaver", "member", "here", "");
        String token = two.tokenOf("leaver");
        String dashboard = "/api/plans/here-plan/dashboard";

        assertThat(muniment.getBearing(token, dashboard).status()).isEqualTo(200);
        two.send("admin", "/api/access/leaver/grants/leaver/withdrawal", "{'reason': 'Left'}");
        assertThat(muniment.getBearing(token, dashboard).status()).isEqualTo(403);
        two.send(
                "admin",
                "/api/access/leaver/grants",
                "{'id': 'again', 'role': 'member', 'partnership': 'here', 'reason': 'Back'}");
        assertThat(muniment.getBearing(token, dashboard).status()).isEqualTo(200);
    }

    @Test
    void aSecretThatIsCancelledEndsTheTokensItGave() {
        two.appoint("loser", "member", "here", "");
        String token = two.tokenOf("loser");

        two.send("admin", "/api/access/loser/secret/cancellation", "{'reason': 'Lost'}");

        assertThat(muniment.getBearing(token, "/api/plans").status()).isEqualTo(401);
        two.send("admin", "/api/access/loser/secret", "{}");
        assertThat(muniment.getBearing(token, "/api/plans").status())
                .as("a new secret revives nothing")
                .isEqualTo(401);
    }

    /** The body may be long in coming. */
    @Test
    void aRoleThatIsTakenAwayWhileARequestComesInIsGoneForIt() throws IOException {
        two.appoint("slow", "officer", "here", "");
        String body = project("too-late", "SAS");
        String head =
                "POST /api/plans/here-plan/projects HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                        + "Authorization: Bearer %s\r\nContent-Type: application/json\r\n"
                        + "Content-Length: %d\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), muniment.port())) {
            socket.getOutputStream()
                    .write(
                            (head.formatted(two.tokenOf("slow"), body.length()) + body.charAt(0))
                                    .getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            // Somebody else's answer: by then the beginning has been read.
            two.send("admin", "/api/access/slow/grants/slow/withdrawal", "{'reason': 'Left'}");
            socket.getOutputStream().write(body.substring(1).getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void ofTheLogNobodyReadsEventsOfElsewhere() {
        for (Role role : List.of(Role.AUDITOR, Role.SECRETARIAT, Role.HEAD_OF_SERVICE)) {
            String token = two.tokenOf(role, "here");
            int read = 0;
            for (int position = 1; position < 60; position++) {
                Answer event = muniment.getBearing(token, "/api/ledger/events/" + position);
                if (event.status() == 200) {
                    read++;
                    assertThat(event.text()).doesNotContain("there", "access.", "digest");
                } else {
                    assertThat(event.status()).isEqualTo(404);
                }
            }
            assertThat(read).isPositive();
        }
    }

    @Test
    void anEmptyListOfServicesIsNotAllOfThem() {
        Answer answer =
                muniment.post(
                        "admin",
                        "/api/access/nobody/grants",
                        """
                        {"id": "e", "role": "officer", "partnership": "here", "services": [],
                         "reason": "Nothing ticked"}
                        """);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("services");
    }

    @ParameterizedTest
    @ValueSource(strings = {"muniment", "muniment-pages", "%20u-1", "u-1%20"})
    void nobodyIsCalledLikeMunimentOrLikeSomebodyElse(String id) {
        assertThat(
                        muniment.post(
                                        "admin",
                                        "/api/access/" + id + "/grants",
                                        membership("m", "here"))
                                .status())
                .isEqualTo(400);
    }

    @Test
    void anAdministratorOfOnePartnershipIsAnsweredTwiceAlike() {
        two.appoint("twice", "member", "here", "");
        String admin = two.tokenOf(Role.ADMIN, "here");
        String path = "/api/access/twice/grants/twice/withdrawal";
        String[] headers = {"If-Match", "\"1\"", "Idempotency-Key", "once"};

        Answer first = muniment.postBearing(admin, path, "{\"reason\": \"Left\"}", headers);
        Answer again = muniment.postBearing(admin, path, "{\"reason\": \"Left\"}", headers);

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(muniment.getBearing(admin, "/api/access/twice").status()).isEqualTo(200);
    }

    @Test
    void whoeverKeepsAPartnershipSeesAllWhoMayActInIt() {
        two.send(
                "admin",
                "/api/access/everywhere/grants",
                "{'id': 'all', 'role': 'officer', 'reason': 'Both'}");

        assertThat(
                        muniment.getBearing(
                                        two.tokenOf(Role.AUDITOR, "here"), "/api/access/everywhere")
                                .json()
                                .at("/grants/0/role")
                                .asString())
                .isEqualTo("officer");
    }

    @Test
    void anOfficerReportsForTheirOwnCouncilAndServices() {
        two.appoint("other-council", "officer", "here", ", \"councils\": [\"TWO\"]");
        two.appoint("other-service", "officer", "here", ", \"services\": [\"SFS\"]");
        two.appoint(
                "of-both", "officer", "here", ", \"councils\": [\"ONE\"], \"services\": [\"SAS\"]");
        String actuals = "/api/kpis/here-kpi/actuals";
        String project = "/api/plans/here-plan/projects";

        assertForbidden(muniment.postBearing(two.tokenOf("other-council"), actuals, ACTUAL));
        assertForbidden(muniment.postBearing(two.tokenOf("other-service"), actuals, ACTUAL));
        assertThat(muniment.postBearing(two.tokenOf("of-both"), actuals, ACTUAL).status())
                .isNotIn(401, 403, 404);
        assertForbidden(
                muniment.postBearing(
                        two.tokenOf("other-service"), project, project("new-1", "SAS")));
        assertThat(
                        muniment.postBearing(
                                        two.tokenOf("other-service"),
                                        project,
                                        project("new-1", "SFS"))
                                .status())
                .isEqualTo(201);
    }

    @Test
    void ofAFileARowOutOfReachIsNamed() {
        two.appoint("importer", "officer", "here", ", \"services\": [\"SFS\"]");

        Answer answer =
                muniment.uploadBearing(
                        two.tokenOf("importer"),
                        "/api/plans/here-plan/imports?kind=kpi-actuals",
                        "text/csv",
                        "kpi,month,actual\nhere-kpi,2026-01,80\n");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().at("/rows/0/rule").asString()).isEqualTo("out-of-reach");
        assertThat(answer.json().at("/counts/refused").asInt()).isEqualTo(1);
    }

    @Test
    void everybodyReadsTheWholeOfTheirPartnership() {
        two.appoint("limited", "officer", "here", ", \"services\": [\"SFS\"]");

        assertThat(
                        muniment.getBearing(
                                        two.tokenOf("limited"), "/api/plans/here-plan/dashboard")
                                .status())
                .isEqualTo(200);
    }

    @Test
    void theRoleOnRecordIsTheOneThatReachesThere() {
        two.appoint("two-roles", "officer", "here", ", \"services\": [\"SFS\"]");
        two.send(
                "admin",
                "/api/access/two-roles/grants",
                """
                {'id': 'head', 'role': 'head-of-service', 'partnership': 'here',
                 'services': ['SAS'], 'reason': 'Appointed'}
                """);
        String token = two.tokenOf("two-roles");

        assertThat(
                        muniment.postBearing(
                                        token,
                                        "/api/plans/here-plan/projects",
                                        project("of-two", "SAS"))
                                .status())
                .isEqualTo(201);

        assertThat(history("/api/projects/of-two/history", 0).get("role").asString())
                .isEqualTo("head-of-service");
    }

    @Test
    void listsHoldOnlyWhatTheReaderHasAPartIn() {
        String member = two.tokenOf(Role.MEMBER, "here");
        String admin = two.tokenOf(Role.ADMIN, "here");

        assertThat(ids(muniment.getBearing(member, "/api/partnerships"), "id"))
                .containsExactly("here");
        assertThat(ids(muniment.getBearing(member, "/api/plans"), "id"))
                .containsExactly("here-plan");
        assertThat(ids(muniment.getBearing(member, "/api/people"), "person"))
                .containsExactly("here-p-1");
        assertThat(ids(muniment.getBearing(admin, "/api/access"), "person"))
                .contains("member-here", "here-somebody")
                .doesNotContain("member-there", "there-somebody");
        assertThat(muniment.getBearing(member, "/").header("Location"))
                .isEqualTo("/plans/here-plan");
        assertThat(muniment.getBearing(member, "/plans/there-plan").status()).isEqualTo(404);
    }

    @Test
    void anAdministratorOfOnePartnershipKeepsItsPeopleAndNobodyElses() {
        String admin = two.tokenOf(Role.ADMIN, "here");
        String grants = "/api/access/newcomer/grants";

        assertThat(muniment.postBearing(admin, grants, membership("m-1", "here")).status())
                .isEqualTo(201);
        assertForbidden(muniment.postBearing(admin, grants, membership("m-2", "there")));
        assertForbidden(
                muniment.postBearing(
                        admin,
                        grants,
                        "{\"id\": \"m-3\", \"role\": \"member\", \"reason\": \"Everywhere\"}"));
        assertForbidden(muniment.postBearing(admin, "/api/access/newcomer/secret", "{}"));
        assertThat(muniment.getBearing(admin, "/api/access/there-somebody").status())
                .isEqualTo(404);
        assertThat(muniment.getBearing(admin, "/api/access/newcomer").json().at("/grants/0/role"))
                .hasToString("\"member\"");
    }

    @Test
    void nobodyGivesThemselvesARole() {
        Answer answer =
                muniment.post("admin", "/api/access/admin/grants", membership("own", "here"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().get("rule").asString()).isEqualTo("own-access");
    }

    @Test
    void noRoleIsGivenToAnAddressThatCouldNeverBeErased() {
        Answer answer =
                muniment.post(
                        "admin", "/api/access/jane@example.org/grants", membership("m", "here"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("person");
    }

    @Test
    void aDeputyActsForSomebodyAndBothAreOnRecord() {
        String deputy = two.tokenOf("deputy");
        String path = "/api/plans/here-plan/projects";

        assertForbidden(muniment.postBearing(deputy, path, project("by-deputy", "SAS")));
        assertThat(
                        muniment.postBearing(
                                        deputy,
                                        path,
                                        project("by-deputy", "SAS"),
                                        "On-Behalf-Of",
                                        "lender")
                                .status())
                .isEqualTo(201);

        JsonNode event = history("/api/projects/by-deputy/history", 0);
        assertThat(event.get("by").asString()).isEqualTo("deputy");
        assertThat(event.get("onBehalfOf").asString()).isEqualTo("lender");
        assertThat(event.get("role").asString()).isEqualTo("officer");
    }

    @Test
    void whoeverIsNoDeputyOrNoLongerActsForNobody() {
        String path = "/api/plans/here-plan/projects";
        for (String person : List.of("dismissed", "officer-here")) {
            assertForbidden(
                    muniment.postBearing(
                            two.tokenOf(person),
                            path,
                            project("never", "SAS"),
                            "On-Behalf-Of",
                            "lender"));
        }
        assertForbidden(
                muniment.postBearing(
                        two.tokenOf("deputy"),
                        path,
                        project("never", "SAS"),
                        "On-Behalf-Of",
                        "officer-here"));
    }

    @Test
    void nobodyIsAdministratorForAnother() {
        two.appoint("keeper", "admin", "here", "");
        two.send(
                "admin",
                "/api/access/keeper/deputies",
                "{'id': 'understudy', 'until': '2099-01-31', 'reason': 'Leave'}");

        assertForbidden(
                muniment.postBearing(
                        two.tokenOf("understudy"),
                        "/api/access/another/grants",
                        membership("m", "here"),
                        "On-Behalf-Of",
                        "keeper"));
    }

    @Test
    void whoeverFrozeMayNotConfirmThroughADeputyOrAsOne() {
        two.appoint("secretary", "secretariat", "there", "");
        two.appoint("treasurer", "finance-officer", "there", "");
        two.send(
                "admin",
                "/api/access/treasurer/deputies",
                "{'id': 'secretary', 'until': '2099-01-31', 'reason': 'Leave'}");
        String secretary = two.tokenOf("secretary");
        two.freeze("there", "Q2", "there-q2", secretary);

        Answer answer =
                muniment.postBearing(
                        secretary,
                        "/api/snapshots/there-q2/confirmation",
                        "{}",
                        "On-Behalf-Of",
                        "treasurer",
                        "If-Match",
                        "\"1\"");

        assertThat(answer.status()).as(answer.text()).isEqualTo(409);
        assertThat(answer.json().get("rule").asString()).isEqualTo("own-freeze");
    }

    /** Of ids in bodies, too: nobody can find out what another partnership has. */
    @Test
    void anIdOfElsewhereInABodyIsAnsweredLikeOneThatNeverWas() {
        two.appoint("treasurer-here", "finance-officer", "here", "");
        two.appoint("secretary-here", "secretariat", "here", "");
        String treasurer = two.tokenOf("treasurer-here");
        String secretary = two.tokenOf("secretary-here");

        assertTheSame(
                treasurer,
                "/api/budget-lines/here-line/adjustments",
                "{\"change\": \"1\", \"reason\": \"A test\", \"counterpart\": \"%s\"}",
                "line");
        assertTheSame(
                secretary,
                "/api/snapshots/here-snapshot/publication",
                "{\"meeting\": \"%s\"}",
                "meeting");
        assertTheSame(
                secretary,
                "/api/plans/here-plan/snapshots",
                "{\"id\": \"new\", \"quarter\": \"Q1\", \"supersedes\": \"%s\"}",
                "snapshot");
        for (String id : List.of("there-kpi", "never-kpi")) {
            Answer answer =
                    muniment.uploadBearing(
                            two.tokenOf(Role.OFFICER, "here"),
                            "/api/plans/here-plan/imports?kind=kpi-actuals",
                            "text/csv",
                            "kpi,month,actual\n" + id + ",2025-12,80\n");
            assertThat(answer.json().at("/rows/0/rule").asString()).isEqualTo("unknown");
        }
    }

    private static void assertTheSame(String token, String path, String body, String noun) {
        String version =
                Running.thingChangedAt(path)
                        .map(thing -> muniment.getBearing(token, thing).header("ETag"))
                        .orElse("\"0\"");
        Answer there =
                muniment.postBearing(
                        token, path, body.formatted("there-" + noun), "If-Match", version);
        Answer never =
                muniment.postBearing(
                        token, path, body.formatted("never-" + noun), "If-Match", version);

        assertThat(there.status()).as(there.text()).isEqualTo(never.status()).isIn(404, 409);
        assertThat(there.text().replace("there-", "never-")).isEqualTo(never.text());
    }

    private static void assertForbidden(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(403);
        assertThat(answer.json().get("type").asString())
                .isEqualTo("urn:muniment:problem:forbidden");
    }

    private static JsonNode history(String path, int index) {
        return muniment.get(path).json().at("/events/" + index);
    }

    private static List<String> ids(Answer answer, String field) {
        return StreamSupport.stream(answer.json().get("items").spliterator(), false)
                .map(item -> item.get(field).asString())
                .toList();
    }

    private static String membership(String id, String partnership) {
        return "{\"id\": \"%s\", \"role\": \"member\", \"partnership\": \"%s\", \"reason\": \"Elected\"}"
                .formatted(id, partnership);
    }

    private static String project(String id, String service) {
        return """
        {"id": "%s", "service": "%s", "section": "%s", "title": "Review",
         "leads": ["Somebody"], "start": "2025-04"}
        """
                .formatted(id, service, service.equals("SAS") ? "Audit" : "Money");
    }
}
