package org.muniment.ops.access;

import static org.muniment.kernel.access.Role.ADMIN;
import static org.muniment.kernel.access.Role.AUDITOR;
import static org.muniment.kernel.access.Role.CLIENT_OFFICER;
import static org.muniment.kernel.access.Role.FINANCE_OFFICER;
import static org.muniment.kernel.access.Role.HEAD_OF_SERVICE;
import static org.muniment.kernel.access.Role.MEMBER;
import static org.muniment.kernel.access.Role.OFFICER;
import static org.muniment.kernel.access.Role.PUBLIC;
import static org.muniment.kernel.access.Role.SECRETARIAT;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.muniment.kernel.access.Role;
import org.muniment.ops.token.PagesClient;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Every endpoint, and the roles that may use it. What is not listed is denied. */
public final class AccessTable {
    private static final Set<Role> EVERYONE = EnumSet.complementOf(EnumSet.of(PUBLIC));

    /** Also whoever has not signed in; of snapshots only what was published. */
    private static final Set<Role> ANYBODY = EnumSet.allOf(Role.class);

    private static final Set<Role> REPORTERS = EnumSet.of(OFFICER, HEAD_OF_SERVICE);

    /** Whoever may check a figure somebody else has recorded. */
    private static final Set<Role> CHECKERS = EnumSet.of(OFFICER, HEAD_OF_SERVICE, FINANCE_OFFICER);

    private static final Set<Role> AUDIT = EnumSet.of(AUDITOR, SECRETARIAT, HEAD_OF_SERVICE);
    private static final Set<Role> CONFIRMERS = EnumSet.of(FINANCE_OFFICER, HEAD_OF_SERVICE);

    /** Always two of them; who keeps the machine has no part in what is said of people. */
    private static final Set<Role> ERASERS = EnumSet.of(SECRETARIAT, HEAD_OF_SERVICE);

    private static final Set<Role> STAFF =
            EnumSet.complementOf(EnumSet.of(MEMBER, CLIENT_OFFICER, PUBLIC));

    /** Whoever has to know whether the record still proves itself. */
    private static final Set<Role> KEEPERS = EnumSet.of(AUDITOR, ADMIN, SECRETARIAT);

    /** Whoever has to know who may do what. */
    private static final Set<Role> PEOPLE_KEEPERS = EnumSet.of(ADMIN, AUDITOR);

    /** Whoever imports anything; which kind, {@link ImportAccess} says. */
    private static final Set<Role> IMPORTERS =
            EnumSet.of(OFFICER, HEAD_OF_SERVICE, FINANCE_OFFICER);

    /** Whoever may have something to do. */
    private static final Set<Role> WORKERS =
            EnumSet.of(OFFICER, HEAD_OF_SERVICE, FINANCE_OFFICER, SECRETARIAT);

    private static final Set<Role> OPERATIONS = EnumSet.of(ADMIN, AUDITOR);

    /** What segment of an address stands for which kind of thing. */
    private static final Map<String, String> NOUNS =
            Map.of(
                    "partnerships", "partnership",
                    "plans", "plan",
                    "kpis", "kpi",
                    "projects", "project",
                    "budget-lines", "budget-line",
                    "meetings", "meeting",
                    "snapshots", "snapshot",
                    "published", "snapshot",
                    "people", "person");

    static final String IMPORTS = "/api/plans/{plan}/imports";
    private static final String UNLISTED = "an address not listed";

    /** Where people and clients sign in, and out: open to all, and therefore in no row. */
    private static final Set<String> SIGN_IN =
            Set.of("/sign-in", "/sign-out", PagesClient.REDIRECT_PATH, "/oauth2/token");

    /** Where a role must reach for a request to be let in. */
    enum Within {
        /** To the thing that the address names. */
        THING,

        /**
         * Everywhere: it is about the installation, and a role in one partnership is not enough.
         */
        INSTALLATION,

        /** Nowhere: whoever has signed in asks about themselves, and needs no role for it. */
        ONESELF,

        /** Anywhere: the answer holds only what it reaches, or the command's body says where. */
        WHAT_IS_ASKED
    }

    /** {@code path} as controllers spell it. */
    record Row(HttpMethod method, String path, Set<Role> roles, Within within) {
        private static final Pattern THING = Pattern.compile("(?:/api)?/([a-z-]+)/\\{([a-z]+)}.*");

        Row(HttpMethod method, String path, Set<Role> roles) {
            this(method, path, roles, nounOf(path) == null ? Within.WHAT_IS_ASKED : Within.THING);
        }

        static Row ofInstallation(HttpMethod method, String path, Set<Role> roles) {
            return new Row(method, path, roles, Within.INSTALLATION);
        }

        /** The same for others. */
        Row by(Set<Role> others) {
            return new Row(method, path, others, within);
        }

        /** The stream of what the address names; null where it names nothing. */
        String thing(Map<String, String> variables) {
            String noun = nounOf(path);
            return noun == null ? null : noun + ":" + variables.get(variableOf(path));
        }

        private static String nounOf(String path) {
            Matcher thing = THING.matcher(path);
            return thing.matches() ? NOUNS.get(thing.group(1)) : null;
        }

        private static String variableOf(String path) {
            Matcher thing = THING.matcher(path);
            return thing.matches() ? thing.group(2) : null;
        }
    }

    static final Row IMPORTING = new Row(POST, IMPORTS, IMPORTERS);

    private static final List<Row> SAID =
            List.of(
                    Row.ofInstallation(POST, "/api/partnerships", EnumSet.of(ADMIN)),
                    new Row(POST, "/api/partnerships/{partnership}/plans", EnumSet.of(ADMIN)),
                    new Row(POST, "/api/plans/{plan}/kpis", REPORTERS),
                    new Row(POST, "/api/kpis/{kpi}/actuals", REPORTERS),
                    new Row(POST, "/api/kpis/{kpi}/not-measured", REPORTERS),
                    new Row(POST, "/api/kpis/{kpi}/restatements", REPORTERS),
                    new Row(POST, "/api/kpis/{kpi}/targets", REPORTERS),
                    new Row(POST, "/api/kpis/{kpi}/sign-offs", CHECKERS),
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
                    IMPORTING,
                    new Row(GET, IMPORTS, IMPORTERS),
                    new Row(GET, "/api/plans/{plan}/tasks", WORKERS),
                    new Row(GET, "/plans/{plan}/tasks", WORKERS),
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
                    new Row(GET, "/api/kpis/{kpi}", EVERYONE),
                    new Row(GET, "/api/projects/{project}", EVERYONE),
                    new Row(GET, "/api/budget-lines/{line}", EVERYONE),
                    new Row(GET, "/api/meetings/{meeting}", EVERYONE),
                    new Row(GET, "/api/snapshots/{snapshot}", ANYBODY),
                    new Row(GET, "/api/snapshots/{snapshot}/content", ANYBODY),
                    new Row(GET, "/api/snapshots/{snapshot}/report.html", ANYBODY),
                    new Row(GET, "/api/snapshots/{snapshot}/report.pdf", ANYBODY),
                    new Row(GET, "/api/snapshots/{snapshot}/report.csv", ANYBODY),
                    new Row(GET, "/api/snapshots/{snapshot}/report.xlsx", ANYBODY),
                    new Row(GET, "/api/snapshots/{snapshot}/evidence.zip", ANYBODY),
                    new Row(GET, "/api/publications", ANYBODY),
                    new Row(GET, "/api/open-data/kpis.csv", ANYBODY),
                    new Row(GET, "/api/open-data/projects.csv", ANYBODY),
                    new Row(GET, "/api/open-data/budget.csv", ANYBODY),
                    new Row(GET, "/api/open-data/dictionary.csv", ANYBODY),
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
                    Row.ofInstallation(GET, "/api/operations/self-audits", KEEPERS),
                    Row.ofInstallation(POST, "/api/operations/self-audits", KEEPERS),
                    new Row(GET, "/api/ledger/key", ANYBODY),
                    new Row(GET, "/api/ledger/policy", ANYBODY),
                    Row.ofInstallation(POST, "/api/ledger/key/rotation", EnumSet.of(ADMIN)),
                    new Row(GET, "/api/ledger/checkpoint", ANYBODY),
                    new Row(GET, "/api/ledger/events/{position}", AUDIT),
                    new Row(GET, "/api/ledger/events/{position}/proof", ANYBODY),
                    new Row(GET, "/api/ledger/consistency", ANYBODY),
                    new Row(GET, "/api/ledger/leaves", ANYBODY),
                    Row.ofInstallation(GET, "/api/operations/projections", OPERATIONS),
                    new Row(GET, "/api/access", PEOPLE_KEEPERS),
                    new Row(GET, "/api/access/{person}", PEOPLE_KEEPERS),
                    Row.ofInstallation(GET, "/api/access/{person}/history", PEOPLE_KEEPERS),
                    new Row(POST, "/api/access/{person}/grants", EnumSet.of(ADMIN)),
                    new Row(
                            POST,
                            "/api/access/{person}/grants/{grant}/withdrawal",
                            EnumSet.of(ADMIN)),
                    Row.ofInstallation(POST, "/api/access/{person}/deputies", EnumSet.of(ADMIN)),
                    Row.ofInstallation(
                            POST,
                            "/api/access/{person}/deputies/{deputy}/dismissal",
                            EnumSet.of(ADMIN)),
                    Row.ofInstallation(POST, "/api/access/{person}/secret", EnumSet.of(ADMIN)),
                    Row.ofInstallation(
                            POST, "/api/access/{person}/secret/cancellation", EnumSet.of(ADMIN)),
                    new Row(GET, "/api/refusals", EnumSet.of(AUDITOR)),
                    new Row(GET, "/api/me", EVERYONE, Within.ONESELF),
                    new Row(GET, "/actuator/health", ANYBODY),
                    new Row(GET, "/actuator/health/liveness", ANYBODY),
                    new Row(GET, "/actuator/health/readiness", ANYBODY),
                    new Row(GET, "/brand/colours.css", ANYBODY),
                    new Row(GET, "/brand/logo", ANYBODY),
                    new Row(GET, "/", EVERYONE),
                    new Row(GET, "/plans/{plan}", EVERYONE),
                    new Row(GET, "/api/plans/{plan}/why", EVERYONE),
                    new Row(GET, "/api/plans/{plan}/events.csv", AUDIT),
                    new Row(GET, "/api/plans/{plan}/replay", AUDIT),
                    new Row(GET, "/api/plans/{plan}/what-if", AUDIT),
                    new Row(GET, "/api/erasures", AUDIT),
                    new Row(GET, "/api/ledger/verification", KEEPERS),
                    Row.ofInstallation(POST, "/api/ledger/verification", KEEPERS),
                    new Row(GET, "/plans/{plan}/why", EVERYONE),
                    new Row(GET, "/kpis/{kpi}", EVERYONE),
                    new Row(GET, "/projects/{project}", EVERYONE),
                    new Row(GET, "/budget-lines/{line}", EVERYONE),
                    new Row(GET, "/plans/{plan}/seen", EVERYONE),
                    new Row(GET, "/plans/{plan}/trail", AUDIT),
                    new Row(GET, "/plans/{plan}/replay", AUDIT),
                    new Row(GET, "/plans/{plan}/what-if", AUDIT),
                    new Row(GET, "/ledger", KEEPERS),
                    Row.ofInstallation(POST, "/ledger", KEEPERS),
                    new Row(GET, "/refusals", EnumSet.of(AUDITOR)),
                    new Row(GET, "/erasures", AUDIT),
                    Row.ofInstallation(GET, "/self-audits", KEEPERS),
                    Row.ofInstallation(POST, "/self-audits", KEEPERS),
                    new Row(GET, "/access", PEOPLE_KEEPERS),
                    new Row(GET, "/plans/{plan}/trends", EVERYONE),
                    new Row(GET, "/plans/{plan}/live", EVERYONE),
                    new Row(GET, "/plans/{plan}/changes", EVERYONE),
                    new Row(GET, "/plans/{plan}/compare", EVERYONE),
                    new Row(GET, "/plans/{plan}/packs", EVERYONE),
                    new Row(GET, "/published", ANYBODY),
                    new Row(GET, "/published/{snapshot}", ANYBODY),
                    new Row(GET, "/open-data", ANYBODY),
                    new Row(GET, "/partnerships/{partnership}/meetings", EVERYONE),
                    new Row(GET, "/plans/{plan}/quarters", STAFF),
                    new Row(GET, "/api/plans/{plan}/quarters", STAFF),
                    new Row(GET, "/snapshots/{snapshot}", EVERYONE),
                    new Row(GET, "/accessibility", ANYBODY),
                    Row.ofInstallation(GET, "/api/operations/dead-letters", OPERATIONS),
                    Row.ofInstallation(GET, "/api/operations/dead-letters/{letter}", OPERATIONS),
                    Row.ofInstallation(
                            POST, "/api/operations/dead-letters/{letter}/retry", EnumSet.of(ADMIN)),
                    Row.ofInstallation(
                            POST,
                            "/api/operations/dead-letters/{letter}/eviction",
                            EnumSet.of(ADMIN)),
                    Row.ofInstallation(GET, "/api/operations/rebuilds", OPERATIONS),
                    Row.ofInstallation(POST, "/api/operations/rebuilds", EnumSet.of(ADMIN)),
                    Row.ofInstallation(
                            POST,
                            "/api/operations/rebuilds/{generation}/switch",
                            EnumSet.of(ADMIN)),
                    Row.ofInstallation(
                            POST,
                            "/api/operations/rebuilds/{generation}/switch-back",
                            EnumSet.of(ADMIN)),
                    Row.ofInstallation(
                            POST, "/api/operations/rebuilds/{generation}/drop", EnumSet.of(ADMIN)),
                    Row.ofInstallation(
                            POST,
                            "/api/operations/projections/{projection}/rebuild",
                            EnumSet.of(ADMIN)),
                    Row.ofInstallation(GET, "/api/operations/determinism", OPERATIONS),
                    Row.ofInstallation(POST, "/api/operations/determinism", OPERATIONS),
                    Row.ofInstallation(GET, "/operations", OPERATIONS),
                    Row.ofInstallation(POST, "/operations", EnumSet.of(ADMIN)));

    /** Commands that people do not send by a form of their own. */
    private static final Set<String> WITHOUT_FORM =
            Set.of(
                    "/api/partnerships",
                    "/api/partnerships/{partnership}/plans",
                    "/api/people",
                    "/api/people/{person}/rectification",
                    "/api/people/{person}/erasure",
                    "/api/people/{person}/erasure/confirmation",
                    "/api/operations/self-audits",
                    "/api/operations/dead-letters/{letter}/retry",
                    "/api/operations/dead-letters/{letter}/eviction",
                    "/api/operations/rebuilds",
                    "/api/operations/rebuilds/{generation}/switch",
                    "/api/operations/rebuilds/{generation}/switch-back",
                    "/api/operations/rebuilds/{generation}/drop",
                    "/api/operations/projections/{projection}/rebuild",
                    "/api/operations/determinism",
                    "/api/ledger/key/rotation",
                    "/api/ledger/verification",
                    "/api/access/{person}/grants",
                    "/api/access/{person}/grants/{grant}/withdrawal",
                    "/api/access/{person}/deputies",
                    "/api/access/{person}/deputies/{deputy}/dismissal",
                    "/api/access/{person}/secret",
                    "/api/access/{person}/secret/cancellation");

    static final List<Row> ROWS =
            Stream.concat(SAID.stream(), SAID.stream().flatMap(AccessTable::formsOf)).toList();

    /** Whoever may send a command may see its form and send it by that. */
    private static Stream<Row> formsOf(Row row) {
        return row.method() == POST
                        && row.path().startsWith("/api/")
                        && !WITHOUT_FORM.contains(row.path())
                ? Stream.of(GET, POST)
                        .map(method -> new Row(method, formOf(row.path()), row.roles()))
                : Stream.empty();
    }

    /** The page of a command's form. Of meetings, the page without more is their list. */
    public static String formOf(String command) {
        String page = command.substring("/api".length());
        return page.endsWith("/meetings") ? page + "/new" : page;
    }

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
                .flatMap(row -> EnumSet.copyOf(row.roles).stream())
                .map(Role::value)
                .toList();
    }

    /** A row, and the stream of what the address names; null where it names nothing. */
    record Addressed(Row row, String thing) {}

    /** A row and its path, read once: every link of every page is looked up. */
    private record Address(Row row, PathPattern pattern) {
        static Address of(Row row) {
            return new Address(row, PathPatternParser.defaultInstance.parse(row.path));
        }

        Optional<Addressed> meant(PathContainer asked) {
            return Optional.ofNullable(pattern.matchAndExtract(asked))
                    .map(match -> new Addressed(row, row.thing(match.getUriVariables())));
        }
    }

    private static final List<Address> ADDRESSES = ROWS.stream().map(Address::of).toList();

    /** The row a request falls under. */
    static Optional<Addressed> find(String method, String path) {
        try {
            PathContainer asked = PathContainer.parsePath(path);
            return ADDRESSES.stream()
                    .filter(address -> address.row.method.matches(method))
                    .flatMap(address -> address.meant(asked).stream())
                    .findFirst();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** Whether anything can be asked at such an address, by whatever method and whoever it is. */
    static boolean isListed(String path) {
        return SIGN_IN.contains(path)
                || Stream.of(GET, POST).anyMatch(method -> find(method.name(), path).isPresent());
    }

    /** The row a request falls under, which names no thing and no person. */
    static String patternOf(String method, String path) {
        if (SIGN_IN.contains(path)) {
            return path;
        }
        return find(method, path).map(addressed -> addressed.row.path).orElse(UNLISTED);
    }

    public static boolean isForEveryone(List<String> roles) {
        return roles.size() >= EVERYONE.size();
    }
}
