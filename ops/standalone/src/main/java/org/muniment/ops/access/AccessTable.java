package org.muniment.ops.access;

import static org.muniment.ops.access.Role.ADMIN;
import static org.muniment.ops.access.Role.AUDITOR;
import static org.muniment.ops.access.Role.CLIENT_OFFICER;
import static org.muniment.ops.access.Role.FINANCE_OFFICER;
import static org.muniment.ops.access.Role.HEAD_OF_SERVICE;
import static org.muniment.ops.access.Role.MEMBER;
import static org.muniment.ops.access.Role.OFFICER;
import static org.muniment.ops.access.Role.SECRETARIAT;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.muniment.ops.token.PagesClient;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/** Every endpoint, and the roles that may use it. What is not listed is denied. */
public final class AccessTable {
    private static final Set<Role> EVERYONE = EnumSet.allOf(Role.class);
    private static final Set<Role> REPORTERS = EnumSet.of(OFFICER, HEAD_OF_SERVICE);
    private static final Set<Role> AUDIT = EnumSet.of(AUDITOR, SECRETARIAT, HEAD_OF_SERVICE);
    private static final Set<Role> CONFIRMERS = EnumSet.of(FINANCE_OFFICER, HEAD_OF_SERVICE);

    /** Always two of them; who keeps the machine has no part in what is said of people. */
    private static final Set<Role> ERASERS = EnumSet.of(SECRETARIAT, HEAD_OF_SERVICE);

    private static final Set<Role> STAFF = EnumSet.complementOf(EnumSet.of(MEMBER, CLIENT_OFFICER));

    /** Whoever has to know whether the record still proves itself. */
    private static final Set<Role> KEEPERS = EnumSet.of(AUDITOR, ADMIN, SECRETARIAT);

    /** Whoever imports anything; which kind, {@link ImportAccess} says. */
    private static final Set<Role> IMPORTERS =
            EnumSet.of(OFFICER, HEAD_OF_SERVICE, FINANCE_OFFICER);

    private static final Set<Role> OPERATIONS = EnumSet.of(ADMIN, AUDITOR);

    static final String IMPORTS = "/api/plans/{plan}/imports";
    private static final String UNLISTED = "an address not listed";

    /** Where people and clients sign in, and out: open to all, and therefore in no row. */
    private static final Set<String> SIGN_IN =
            Set.of("/sign-in", "/sign-out", PagesClient.REDIRECT_PATH, "/oauth2/token");

    record Row(HttpMethod method, String path, Set<Role> roles) {}

    static final List<Row> ROWS =
            List.of(
                    new Row(POST, "/api/partnerships", EnumSet.of(ADMIN)),
                    new Row(POST, "/api/partnerships/{partnership}/plans", EnumSet.of(ADMIN)),
                    new Row(POST, "/api/plans/{plan}/kpis", REPORTERS),
                    new Row(POST, "/api/kpis/{kpi}/actuals", REPORTERS),
                    new Row(POST, "/api/kpis/{kpi}/not-measured", REPORTERS),
                    new Row(POST, "/api/kpis/{kpi}/restatements", REPORTERS),
                    new Row(POST, "/api/kpis/{kpi}/targets", REPORTERS),
                    new Row(POST, "/api/plans/{plan}/projects", REPORTERS),
                    new Row(POST, "/api/projects/{project}/progress", REPORTERS),
                    new Row(POST, "/api/projects/{project}/reschedule", REPORTERS),
                    new Row(POST, "/api/projects/{project}/completion", REPORTERS),
                    new Row(POST, "/api/plans/{plan}/budget-lines", EnumSet.of(FINANCE_OFFICER)),
                    new Row(
                            POST,
                            "/api/budget-lines/{line}/adjustments",
                            EnumSet.of(FINANCE_OFFICER)),
                    new Row(
                            POST,
                            "/api/budget-lines/{line}/forecasts",
                            EnumSet.of(FINANCE_OFFICER)),
                    new Row(POST, "/api/plans/{plan}/variations", EnumSet.of(FINANCE_OFFICER)),
                    new Row(POST, "/api/plans/{plan}/stated-figures", EnumSet.of(SECRETARIAT)),
                    new Row(
                            POST,
                            "/api/partnerships/{partnership}/meetings",
                            EnumSet.of(SECRETARIAT)),
                    new Row(POST, "/api/meetings/{meeting}/reschedule", EnumSet.of(SECRETARIAT)),
                    new Row(POST, "/api/plans/{plan}/snapshots", EnumSet.of(SECRETARIAT)),
                    new Row(POST, "/api/snapshots/{snapshot}/confirmation", CONFIRMERS),
                    new Row(POST, "/api/snapshots/{snapshot}/publication", EnumSet.of(SECRETARIAT)),
                    new Row(
                            POST,
                            "/api/snapshots/{snapshot}/supersession",
                            EnumSet.of(SECRETARIAT)),
                    new Row(POST, "/api/people", EnumSet.of(SECRETARIAT)),
                    new Row(POST, "/api/people/{person}/rectification", EnumSet.of(SECRETARIAT)),
                    new Row(POST, "/api/people/{person}/erasure", EnumSet.of(SECRETARIAT)),
                    new Row(POST, "/api/people/{person}/erasure/confirmation", ERASERS),
                    new Row(POST, IMPORTS, IMPORTERS),
                    new Row(GET, IMPORTS + "/template", IMPORTERS),
                    new Row(GET, "/api/partnerships", EVERYONE),
                    new Row(GET, "/api/partnerships/{partnership}/meetings", EVERYONE),
                    new Row(GET, "/api/plans", EVERYONE),
                    new Row(GET, "/api/plans/{plan}/dashboard", EVERYONE),
                    new Row(GET, "/api/plans/{plan}/changes", EVERYONE),
                    new Row(GET, "/api/plans/{plan}/seen", EVERYONE),
                    new Row(GET, "/api/plans/{plan}/restatements", EVERYONE),
                    new Row(GET, "/api/plans/{plan}/snapshots", EVERYONE),
                    new Row(GET, "/api/plans/{plan}/snapshots/draft", STAFF),
                    new Row(GET, "/api/snapshots/{snapshot}", EVERYONE),
                    new Row(GET, "/api/snapshots/{snapshot}/content", EVERYONE),
                    new Row(GET, "/api/snapshots/{snapshot}/report.html", EVERYONE),
                    new Row(GET, "/api/snapshots/{snapshot}/report.pdf", EVERYONE),
                    new Row(GET, "/api/snapshots/{snapshot}/report.csv", EVERYONE),
                    new Row(GET, "/api/snapshots/{snapshot}/report.xlsx", EVERYONE),
                    new Row(GET, "/api/snapshots/{snapshot}/evidence.zip", EVERYONE),
                    new Row(GET, "/api/people", EVERYONE),
                    new Row(GET, "/api/people/{person}", EVERYONE),
                    new Row(
                            GET,
                            "/api/people/{person}/evidence.zip",
                            EnumSet.of(AUDITOR, SECRETARIAT)),
                    new Row(GET, "/api/plans/{plan}/events", AUDIT),
                    new Row(GET, "/api/kpis/{id}/history", AUDIT),
                    new Row(GET, "/api/projects/{id}/history", AUDIT),
                    new Row(GET, "/api/budget-lines/{id}/history", AUDIT),
                    new Row(GET, "/api/snapshots/{id}/history", AUDIT),
                    new Row(GET, "/api/people/{id}/history", AUDIT),
                    new Row(GET, "/api/plans/{plan}/servings", AUDIT),
                    new Row(GET, "/api/operations/self-audits", KEEPERS),
                    new Row(POST, "/api/operations/self-audits", KEEPERS),
                    new Row(GET, "/api/ledger/key", EVERYONE),
                    new Row(GET, "/api/ledger/policy", EVERYONE),
                    new Row(POST, "/api/ledger/key/rotation", EnumSet.of(ADMIN)),
                    new Row(GET, "/api/ledger/checkpoint", EVERYONE),
                    new Row(GET, "/api/ledger/events/{position}", AUDIT),
                    new Row(GET, "/api/ledger/events/{position}/proof", EVERYONE),
                    new Row(GET, "/api/ledger/consistency", EVERYONE),
                    new Row(GET, "/api/ledger/leaves", EVERYONE),
                    new Row(GET, "/api/operations/projections", OPERATIONS),
                    new Row(GET, "/actuator/prometheus", OPERATIONS),
                    new Row(GET, "/api/me", EVERYONE),
                    new Row(GET, "/", EVERYONE));

    /** The roles of a command, by its path. */
    static Set<Role> rolesOf(String path) {
        return ROWS.stream()
                .filter(row -> row.method() == POST && row.path().equals(path))
                .findFirst()
                .orElseThrow()
                .roles();
    }

    private AccessTable() {}

    /** Their values in order; none where the endpoint is not listed. */
    public static List<String> rolesThatMay(String method, String path) {
        return ROWS.stream()
                .filter(row -> row.method.matches(method) && row.path.equals(path))
                .flatMap(row -> row.roles.stream())
                .map(Role::value)
                .toList();
    }

    /** The row a request falls under, which names no thing and no person. */
    static String patternOf(String method, String path) {
        if (SIGN_IN.contains(path)) {
            return path;
        }
        try {
            PathContainer asked = PathContainer.parsePath(path);
            return ROWS.stream()
                    .filter(row -> row.method.matches(method))
                    .map(Row::path)
                    .filter(row -> PathPatternParser.defaultInstance.parse(row).matches(asked))
                    .findFirst()
                    .orElse(UNLISTED);
        } catch (IllegalArgumentException unreadable) {
            return UNLISTED;
        }
    }

    public static boolean isForEveryone(List<String> roles) {
        return roles.size() == EVERYONE.size();
    }
}
