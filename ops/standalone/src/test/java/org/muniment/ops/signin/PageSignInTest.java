package org.muniment.ops.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.net.HttpCookie;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.ops.Running;
import org.muniment.ops.Running.Answer;
import org.muniment.ops.hostile.Wire;
import org.muniment.ops.hostile.Wire.Heard;
import org.muniment.ops.http.Examples;

/** With the embedded authorization server, as a browser sees it. */
class PageSignInTest {
    private static final String PAGE = "/?asOf=2017-09-14&asAt=";
    private static final String PAIR =
            """
            {"id": "%s", "name": "A pair", "councils": [{"code": "ONE", "name": "One"}],
             "services": [{"code": "SAS", "name": "Shared", "sections": ["Audit"]}],
             "amberWithinPercent": "5"}
            """;

    private static Running muniment;

    @BeforeAll
    static void start(@TempDir Path data) {
        muniment = Running.on(data, "demo-people");
    }

    @AfterAll
    static void stop() {
        muniment.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost"})
    void whoeverSignsInComesBackToThePageTheyAskedForByWhateverName(String host) {
        Browser browser = new Browser("http://" + host + ":" + muniment.port());

        Answer form = browser.open(PAGE);
        assertThat(browser.at()).hasPath("/sign-in").hasHost(host);
        assertThat(form.text()).contains("for=\"name\"").contains("lang=\"en-GB\"");
        Answer page = browser.signIn(PAGE, "member", Running.SECRET);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("Signed in as <strong>member</strong>");
        assertThat(browser.at()).hasHost(host).hasPath("/").hasQuery("asOf=2017-09-14&asAt=");
        assertThat(browser.askAsProgram("/api/plans").status()).isEqualTo(200);
        assertThat(browser.askAsProgram("/api/me").json().at("/person").asString())
                .isEqualTo("member");
        assertThat(browser.askAsProgram("/api/operations/projections").status()).isEqualTo(403);
    }

    @Test
    void everybodyElseIsToldToSignInAsBeforeAndGetsNoCookie() {
        Browser browser = Browser.at(muniment);

        assertUnknown(browser.askAsProgram("/"));
        assertUnknown(browser.ask("/api/plans"));
        assertUnknown(browser.post("/api/plans/x/kpis", "{}", "Accept", "text/html"));
        assertUnknown(browser.submit("/nowhere", "", Map.of("name", "x".repeat(100_000))));
        assertUnknown(browser.with("Accept", "text/html, x", "/"));
        assertThat(browser.cookies()).isEmpty();
    }

    @Test
    void aPageThatThereIsNotIsSaidNotToBeAndBeginsNoSession() {
        Browser browser = Browser.at(muniment);

        for (String nowhere : List.of("/nowhere", "/publishd", "/plans", "/plans/x/y")) {
            assertThat(browser.ask(nowhere).status()).as(nowhere).isEqualTo(404);
        }
        assertThat(browser.ask("/nowhere").text()).contains("There is no such page");
        assertThat(browser.cookies()).isEmpty();
        assertUnknown(browser.ask("/api/nowhere"));
        assertUnknown(browser.askAsProgram("/nowhere"));
        browser.signIn("/", "member", Running.SECRET);
        assertThat(browser.ask("/nowhere").status()).isEqualTo(404);
        assertThat(browser.ask("/access").status()).as("there is, for others").isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/plans/no-such",
                "/plans/no-such/tasks",
                "/kpis/no-such",
                "/snapshots/no-such",
                "/published/no-such",
                "/kpis/no-such/actuals",
                "/access"
            })
    void whetherAThingExistsIsNotTold(String address) {
        assertThat(Browser.at(muniment).ask(address).header("Location")).endsWith(PageSignIn.START);
    }

    @Test
    void theSessionIsOneCookieThatScriptsCannotReadAndChangesWithEverySignIn() {
        Browser browser = Browser.at(muniment);
        String cookie = browser.ask("/").header("Set-Cookie");
        String stranger = session(browser);

        assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/").doesNotContain("Secure");
        browser.signIn("/", "member", Running.SECRET);
        assertThat(browser.cookies()).hasSize(1);
        assertThat(session(browser)).isNotEqualTo(stranger);
        assertUnknown(
                Browser.at(muniment).with("Cookie", "muniment-session=" + stranger, "/api/me"));
        assertThat(
                        Browser.at(muniment)
                                .with("Cookie", "muniment-session=" + session(browser), "/api/me")
                                .status())
                .isEqualTo(200);
    }

    @Test
    void aChangeBySessionNeedsTheTokenOfAPageAndOneByHeaderNone() {
        Browser browser = Browser.at(muniment);
        browser.signIn("/", "admin", Running.SECRET);
        String token = browser.token();
        String path = "/api/partnerships";

        Answer refused = browser.post(path, PAIR.formatted("forged"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(browser.post(path, PAIR.formatted("x"), "X-CSRF-TOKEN", "x").status())
                .isEqualTo(403);
        assertThat(browser.post(path, PAIR.formatted("x"), "Origin", "https://else").status())
                .isEqualTo(403);
        assertThat(browser.submit("/sign-out", "", Map.of()).status()).isEqualTo(403);
        assertThat(browser.post(path, PAIR.formatted("ours"), "X-CSRF-TOKEN", token).status())
                .isEqualTo(201);
        assertThat(
                        muniment.postBearing(
                                        muniment.tokenOf("admin"), path, PAIR.formatted("theirs"))
                                .status())
                .isEqualTo(201);
        assertThat(muniment.get("admin", path).text()).contains("ours").doesNotContain("forged");
    }

    @Test
    void aHeaderWinsOverTheSessionAndNeedsNoToken() {
        Browser browser = Browser.at(muniment);
        browser.signIn("/", "member", Running.SECRET);
        String auditor = Running.basic("auditor", Running.SECRET);

        assertThat(browser.with("Authorization", auditor, "/api/me").text()).contains("auditor");
        assertThat(browser.with("Authorization", "Bearer x", "/api/me").status()).isEqualTo(401);
        assertThat(
                        browser.post(
                                        "/api/partnerships",
                                        PAIR.formatted("by-header"),
                                        "Authorization",
                                        Running.basic("admin", Running.SECRET))
                                .status())
                .isEqualTo(201);
    }

    @Test
    void aRequestByHeaderBeginsNoSession() {
        assertThat(muniment.get("member", "/").header("Set-Cookie")).isNull();
        assertThat(muniment.get("member", "/").text())
                .contains("Signed in as <strong>member</strong>")
                .doesNotContain("/sign-out");
        assertThat(muniment.getBearing("x", "/api/plans").header("Set-Cookie")).isNull();
        assertThat(muniment.anonymously("/v3/api-docs").text())
                .contains("/api/me")
                .doesNotContain("sign-in", "sign-out", "signed-out");
    }

    @Test
    void anUnknownNameAndAWrongSecretLookAlike() {
        Browser browser = Browser.at(muniment);
        Answer wrong = browser.signIn("/", "officer", "wrong");
        Answer unknown =
                browser.submit("/sign-in", Map.of("name", "<b>nobody", "secret", Running.SECRET));

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.header("Content-Type")).startsWith("text/html");
        assertThat(wrong.text()).contains("<title>Error: ", "The name or the secret is not right");
        assertThat(without(unknown)).isEqualTo(without(wrong));
        assertThat(unknown.text()).contains("&lt;b&gt;nobody").doesNotContain("<b>");
        String token = browser.token();
        assertUnknown(browser.askAsProgram("/api/me"));
        Answer page =
                browser.follow(
                        browser.submit(
                                "/sign-in",
                                token,
                                Map.of("name", "officer", "secret", Running.SECRET)));
        assertThat(page.text()).contains("Signed in as <strong>officer</strong>");
    }

    /** What is left when the names and tokens, which differ, are taken out. */
    private static String without(Answer form) {
        return form.text().replaceAll("value=\"[^\"]*\"", "");
    }

    @Test
    void guessingIsStoppedAndThePageSaysForHowLong(@TempDir Path data) {
        try (Running another = Running.on(data, "demo-people")) {
            Browser browser = Browser.at(another);
            for (int i = 0; i < 10; i++) {
                String name = i % 2 == 0 ? "officer" : " Officer";
                assertThat(browser.signIn("/", name, "guess-" + i).status()).isEqualTo(401);
            }

            Answer stopped = browser.signIn("/", "officer", Running.SECRET);
            assertThat(stopped.status()).isEqualTo(429);
            assertThat(Integer.parseInt(stopped.header("Retry-After"))).isBetween(1, 60);
            assertThat(stopped.text()).contains("There have been too many attempts");
            assertThat(another.get("officer", "/api/me").status()).isEqualTo(429);
            assertThat(browser.signIn("/", "member", Running.SECRET).text())
                    .contains("Signed in as <strong>member</strong>");
        }
    }

    @Test
    void aSecretIsNotGuessedAtTheTokenEndpointEither(@TempDir Path data) {
        try (Running another = Running.on(data, "demo-people")) {
            String grant = "grant_type=client_credentials";
            for (int i = 0; i < 10; i++) {
                String guess = Running.basic("officer", "guess-" + i);
                assertThat(another.postForm(guess, "/oauth2/token", grant).status()).isEqualTo(401);
            }

            String right = Running.basic("officer", Running.SECRET);
            assertThat(another.postForm(right, "/oauth2/token", grant).status()).isEqualTo(429);
        }
    }

    @Test
    void theFormAloneOpensNothing() {
        Browser browser = Browser.at(muniment);
        browser.open("/");
        Answer in = browser.submit("/sign-in", Map.of("name", "member", "secret", Running.SECRET));

        assertThat(in.header("Location")).startsWith("/oauth2/authorize?");
        assertUnknown(browser.askAsProgram("/api/me"));
    }

    @Test
    void aFormThatWasNotOursOrIsTooOldIsShownAgain() {
        Browser browser = Browser.at(muniment);
        browser.open("/");
        Answer forged =
                browser.submit("/sign-in", "x", Map.of("name", "member", "secret", Running.SECRET));

        assertThat(forged.status()).isEqualTo(403);
        assertThat(forged.text()).contains("too long: try again");
        Answer page =
                browser.follow(
                        browser.submit(
                                "/sign-in", Map.of("name", "member", "secret", Running.SECRET)));
        assertThat(page.text()).contains("Signed in as");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://else.example/login/oauth2/code/oidc",
                "http://127.0.0.1:1/login/oauth2/code/oidc",
                "http://else@127.0.0.1:PORT/login/oauth2/code/oidc",
                "http://127.0.0.1:PORT/login/oauth2/code/oidc/more",
                "http://127.0.0.1:PORT/"
            })
    void aCodeGoesToNobodyElse(String redirect) {
        Browser browser = Browser.at(muniment);
        browser.signIn("/", "member", Running.SECRET);
        Answer code =
                browser.ask(
                        "/oauth2/authorize?response_type=code&client_id=muniment-pages&scope=openid"
                                + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
                                + "&code_challenge_method=S256&redirect_uri="
                                + redirect.replace("PORT", String.valueOf(muniment.port())));

        assertThat(code.status()).isEqualTo(400);
        assertThat(code.header("Location")).isNull();
    }

    @Test
    void aCodeIsGivenForAProofKeyOnlyAndTradedInHereAlone() {
        Browser browser = Browser.at(muniment);
        browser.signIn("/", "member", Running.SECRET);
        String ours = "http://127.0.0.1:" + muniment.port() + "/login/oauth2/code/oidc";
        String ask =
                "/oauth2/authorize?response_type=code&client_id=muniment-pages&scope=openid"
                        + "&redirect_uri="
                        + ours;
        String key = "&code_challenge_method=S256&code_challenge=";

        assertThat(browser.ask(ask).header("Location")).contains("error=invalid_request");
        String given =
                browser.ask(ask + key + "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
                        .header("Location");
        assertThat(given).startsWith(ours + "?code=");
        String code = given.replaceAll(".*code=([^&]+).*", "$1");
        String form =
                "grant_type=authorization_code&client_id=muniment-pages&redirect_uri="
                        + ours
                        + "&code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk&code="
                        + code;
        assertThat(muniment.postForm(null, "/oauth2/token", form).status()).isEqualTo(401);
        assertThat(muniment.postForm(null, "/oauth2/authorize", form).status()).isEqualTo(401);
        assertThat(
                        muniment.postForm(
                                        Running.basic("member", Running.SECRET),
                                        "/oauth2/token",
                                        form)
                                .status())
                .isEqualTo(400);
        assertThat(Browser.at(muniment).ask(given).status()).isEqualTo(401);
    }

    @Test
    void aCodeIsGoodOnceAndOnlyForTheBrowserThatAskedForIt() {
        Browser browser = Browser.at(muniment);
        browser.open("/");
        Answer in = browser.submit("/sign-in", Map.of("name", "member", "secret", Running.SECRET));
        String back = browser.ask(in.header("Location")).header("Location");

        Answer stolen = Browser.at(muniment).ask(back);
        assertThat(stolen.status()).isEqualTo(401);
        assertThat(stolen.text()).contains("You are not signed in");
        assertThat(browser.ask(back.replace("state=", "state=x")).status()).isEqualTo(401);
        assertUnknown(browser.askAsProgram("/api/me"));
    }

    @Test
    void whoeverSignsOutIsOutAndTheCookieOpensNothingMore() {
        Browser browser = Browser.at(muniment);
        browser.signIn("/", "member", Running.SECRET);
        String session = session(browser);
        String token = browser.token();

        assertThat(browser.ask("/sign-out").status()).isEqualTo(403);
        assertThat(browser.askAsProgram("/api/me").status()).isEqualTo(200);
        Answer out = browser.follow(browser.submit("/sign-out", token, Map.of()));
        assertThat(out.text()).contains("You are signed out");
        assertUnknown(
                Browser.at(muniment).with("Cookie", "muniment-session=" + session, "/api/me"));
        assertThat(browser.open("/").text()).contains("<h1 class=\"govuk-heading-l\">Sign in</h1>");
    }

    @Test
    void whatAMemberIsGivenInASessionIsOnRecord(@TempDir Path data) {
        try (Running first = Running.on(data, "demo-people")) {
            first.post("admin", "/api/partnerships", Examples.PARTNERSHIP);
            first.post("admin", "/api/partnerships/pair/plans", Examples.PLAN);
            assertThat(Browser.at(first).signIn("/", "member", Running.SECRET).status())
                    .isEqualTo(200);
        }
        // What was not on record yet is put there when it ends.
        try (Running second = Running.on(data, "demo-people")) {
            assertThat(second.get("/api/plans/plan/servings").json().at("/items/0/reader"))
                    .hasToString("\"member\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//else.example/",
                "/\\else.example",
                "/%2f/else.example",
                "/%5celse.example",
                "/;else.example",
                "http://else.example/"
            })
    void nobodyIsSentElsewhere(String path) throws IOException {
        String request = "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/html\r\n\r\n";
        try (Wire wire = new Wire(muniment.port())) {
            Heard heard =
                    wire.ask(request.formatted(path).getBytes(StandardCharsets.US_ASCII), false);

            assertThat(heard.status()).isIn(302, 400);
            assertThat(heard.header("Location")).isIn("", PageSignIn.START);
        }
    }

    @Test
    void theSignInPagesAreAsSafeAsAllOthers() {
        for (Answer page :
                List.of(
                        Browser.at(muniment).open("/"),
                        Browser.at(muniment).signIn("/", "nobody", "wrong"),
                        Browser.at(muniment).ask("/signed-out"),
                        Browser.at(muniment).ask("/login/oauth2/code/oidc?code=x&state=x"),
                        Browser.at(muniment).ask("/oauth2/authorization/else"),
                        Browser.at(muniment).ask("/oauth2/authorize?client_id=else"),
                        muniment.postForm(null, "/sign-in", "name=" + "x".repeat(70_000)),
                        muniment.postForm(null, "/sign-in", "name=%"))) {
            assertThat(page.header("Content-Security-Policy")).contains("form-action 'self'");
            assertThat(page.header("Cache-Control")).contains("no-store");
            assertThat(page.status()).isLessThan(500);
            assertThat(page.text()).doesNotContain("<script>", "Exception");
        }
    }

    @Test
    void aSessionIsIdleForHalfAnHourAtMost() {
        assertThat(muniment.bean("servletContext", ServletContext.class).getSessionTimeout())
                .isEqualTo(30);
    }

    @Test
    void behindTlsTheCookieIsForThisHostAloneAndPeopleComeBackToItsAddress(@TempDir Path data) {
        try (Running proxied =
                Running.on(data, "demo-people", "--muniment.issuer=https://muniment.example/")) {
            Answer asked = proxied.getWith("/", "Accept", "text/html");
            Answer start = proxied.getWith(asked.header("Location"), "Accept", "text/html");

            assertThat(asked.header("Set-Cookie"))
                    .startsWith("__Host-muniment=")
                    .contains("Path=/;", "Secure", "HttpOnly", "SameSite=Lax")
                    .doesNotContain("Domain");
            assertThat(start.header("Location"))
                    .startsWith("/oauth2/authorize?")
                    .contains("redirect_uri=https://muniment.example/login/oauth2/code/oidc&");
        }
    }

    private static String session(Browser browser) {
        return browser.cookies().stream()
                .filter(cookie -> cookie.getName().equals("muniment-session"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static void assertUnknown(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("Set-Cookie")).isNull();
    }
}
