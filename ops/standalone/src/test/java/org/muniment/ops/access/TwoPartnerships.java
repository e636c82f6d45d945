package org.muniment.ops.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.muniment.kernel.access.Role;
import org.muniment.ops.Running;
import org.muniment.ops.Running.Answer;

/**
 * Two partnerships, here and there, with one of everything each; the snapshot of here is published.
 * And people who hold each role in one of them, or nothing any more.
 */
final class TwoPartnerships {
    private static final List<String> BOTH = List.of("here", "there");
    private static final Map<String, String> NOUNS =
            Map.of(
                    "partnerships", "",
                    "plans", "-plan",
                    "kpis", "-kpi",
                    "projects", "-project",
                    "budget-lines", "-line",
                    "meetings", "-meeting",
                    "snapshots", "-snapshot",
                    "published", "-snapshot",
                    "people", "-p-1",
                    "access", "-somebody");

    private final Running muniment;
    private final Map<String, String> tokens = new HashMap<>();

    private TwoPartnerships(Running muniment) {
        this.muniment = muniment;
    }

    static TwoPartnerships in(Running muniment) {
        TwoPartnerships two = new TwoPartnerships(muniment);
        BOTH.forEach(two::establish);
        two.publish("here");
        for (String where : BOTH) {
            for (Role role : Role.values()) {
                if (role.isGiven()) {
                    two.appoint(role.value() + "-" + where, role.value(), where, "");
                }
            }
        }
        BOTH.forEach(where -> two.appoint(where + "-somebody", "member", where, ""));
        two.appoint("expired", "officer", "here", ", \"until\": \"2020-01-31\"");
        two.appoint("withdrawn", "officer", "here", "");
        two.send(
                "admin", "/api/access/withdrawn/grants/withdrawn/withdrawal", "{'reason': 'Left'}");
        two.appoint("lender", "officer", "here", "");
        two.send(
                "admin",
                "/api/access/lender/deputies",
                "{'id': 'deputy', 'until': '2099-01-31', 'reason': 'Leave'}");
        two.send(
                "admin",
                "/api/access/lender/deputies",
                "{'id': 'dismissed', 'until': '2099-01-31', 'reason': 'Leave'}");
        two.send("admin", "/api/access/lender/deputies/dismissed/dismissal", "{'reason': 'Back'}");
        return two;
    }

    /** A row's path, its first variable filled with the thing of that kind there. */
    static String addressIn(String where, String path) {
        String noun = path.replaceFirst("^/(api/)?", "").split("/")[0];
        String id = where + NOUNS.getOrDefault(noun, "");
        return path.replaceFirst(
                        "/\\{(partnership|plan|kpi|project|line|meeting|snapshot|person|id)}",
                        "/" + id)
                .replace("{position}", "1")
                .replaceAll("\\{[a-z]+}", "any");
    }

    String tokenOf(Role role, String where) {
        return tokenOf(role.value() + "-" + where);
    }

    String tokenOf(String person) {
        return tokens.computeIfAbsent(
                person,
                unasked -> {
                    String secret =
                            send("admin", "/api/access/" + person + "/secret", "{}")
                                    .json()
                                    .get("secret")
                                    .asString();
                    return muniment.postForm(
                                    Running.basic(person, secret),
                                    "/oauth2/token",
                                    "grant_type=client_credentials")
                            .json()
                            .get("access_token")
                            .asString();
                });
    }

    void appoint(String person, String role, String where, String more) {
        send(
                "admin",
                "/api/access/" + person + "/grants",
                "{'id': '%s', 'role': '%s', 'partnership': '%s', 'reason': 'Appointed'%s}"
                        .formatted(person, role, where, more));
    }

    private void establish(String where) {
        send(
                "admin",
                "/api/partnerships",
                """
                {'id': '%s', 'name': 'Two councils', 'amberWithinPercent': '5',
                 'councils': [{'code': 'ONE', 'name': 'One'}, {'code': 'TWO', 'name': 'Two'}],
                 'services': [{'code': 'SAS', 'name': 'Audit', 'sections': ['Audit']},
                              {'code': 'SFS', 'name': 'Finance', 'sections': ['Money']}]}
                """
                        .formatted(where));
        send(
                "admin",
                "/api/partnerships/" + where + "/plans",
                "{'id': '%s-plan', 'financialYear': '2025/26', 'title': 'Plan'}".formatted(where));
        send(
                "officer",
                "/api/plans/" + where + "-plan/kpis",
                """
                {'id': '%s-kpi', 'service': 'SAS', 'section': 'Audit', 'title': 'Audits done',
                 'scope': 'ONE', 'lead': 'Head of audit', 'unit': 'PERCENT',
                 'polarity': 'HIGHER_IS_BETTER', 'cadence': 'ANNUAL'}
                """
                        .formatted(where));
        send(
                "officer",
                "/api/plans/" + where + "-plan/projects",
                """
                {'id': '%s-project', 'service': 'SAS', 'section': 'Audit', 'title': 'Review',
                 'leads': ['Head of audit'], 'start': '2025-04'}
                """
                        .formatted(where));
        send(
                "finance-officer",
                "/api/plans/" + where + "-plan/budget-lines",
                "{'id': '%s-line', 'category': 'Salaries', 'amount': '1', 'kind': 'BASE'}"
                        .formatted(where));
        send(
                "secretariat",
                "/api/partnerships/" + where + "/meetings",
                "{'id': '%s-meeting', 'startsAt': '2025-09'}".formatted(where));
        send(
                "secretariat",
                "/api/people",
                "{'id': '%s-p-1', 'partnership': '%s', 'name': 'Jane Roe'}"
                        .formatted(where, where));
        freeze(where);
    }

    private void freeze(String where) {
        freeze(where, "Q1", where + "-snapshot", muniment.tokenOf("secretariat"));
    }

    /** Whatever stands in the way is overridden. */
    void freeze(String where, String quarter, String snapshot, String token) {
        Answer draft =
                muniment.getBearing(
                        token,
                        "/api/plans/%s-plan/snapshots/draft?quarter=%s".formatted(where, quarter));
        String overrides =
                StreamSupport.stream(draft.json().get("blocking").spliterator(), false)
                        .map(finding -> finding.get("id").asString())
                        .distinct()
                        .map("{\"finding\": \"%s\", \"reason\": \"A test\"}"::formatted)
                        .collect(Collectors.joining(", "));
        Answer answer =
                muniment.postBearing(
                        token,
                        "/api/plans/" + where + "-plan/snapshots",
                        "{\"id\": \"%s\", \"quarter\": \"%s\", \"overrides\": [%s]}"
                                .formatted(snapshot, quarter, overrides));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private void publish(String where) {
        String snapshot = "/api/snapshots/" + where + "-snapshot";
        send("head-of-service", snapshot + "/confirmation", "{}");
        send(
                "secretariat",
                snapshot + "/publication",
                "{'meeting': '%s-meeting'}".formatted(where));
    }

    /** As that client, with ' for the quotes. */
    Answer send(String client, String path, String body) {
        Answer answer = muniment.post(client, path, body.replace('\'', '"'));
        assertThat(answer.status()).as("%s: %s", path, answer.text()).isIn(200, 201);
        return answer;
    }
}
