package org.muniment.ops.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muniment.ops.Running;
import org.muniment.ops.Running.Answer;
import org.muniment.ops.token.TestProvider;
import org.muniment.ops.token.TestTokens;

/** With a provider outside, from its discovery document to its sign-out. */
class OutsideSignInTest {
    private static final String PERSON = "3f0c9d1e-7d56-4b0b-9d52-1f3f9a1c2b7a";
    private static final RSAKey RSA = TestTokens.newRsaKey("rsa");
    private static final ECKey EC = TestTokens.newKey("ec");

    private static TestProvider provider;
    private static Running muniment;
    private static Answer whileAway;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        Path secret = Files.writeString(data.resolve("secret"), TestProvider.SECRET + "\n");
        provider = new TestProvider().answering(500).with(EC, RSA);
        muniment =
                Running.on(
                        data,
                        "outside-people",
                        "--muniment.oidc-issuer=" + provider.issuer(),
                        "--muniment.oidc-client-id=" + TestProvider.CLIENT,
                        "--muniment.oidc-client-secret-file=" + secret,
                        "--muniment.first-administrator=" + PERSON);
        whileAway = Browser.at(muniment).open("/");
        provider.answering(200);
    }

    @AfterAll
    static void stop() {
        muniment.close();
        provider.close();
    }

    @Test
    void aProviderThatIsAwayStopsNoStartAndIsSaidToBe() {
        assertThat(whileAway.status()).isEqualTo(503);
        assertThat(whileAway.header("Retry-After")).isNotNull();
        assertThat(whileAway.header("Content-Type")).startsWith("text/html");
        assertThat(whileAway.text()).contains("Signing in is not possible at present");
    }

    @Test
    void aPersonOfTheProviderSignsInAndComesBackToThePageTheyAskedFor() {
        provider.giving(claims -> signed(honest(claims), EC));
        Browser browser = Browser.at(muniment);

        Answer page = browser.open("/?asOf=2017-09-14");

        assertThat(page.status()).as(page.text()).isEqualTo(200);
        assertThat(page.text()).contains("Signed in as <strong>" + PERSON + "</strong>");
        assertThat(browser.at()).hasPath("/").hasQuery("asOf=2017-09-14");
        assertThat(browser.askAsProgram("/api/me").json().at("/person").asString())
                .isEqualTo(PERSON);
        assertThat(browser.askAsProgram("/api/refusals").status()).isEqualTo(403);
        assertThat(browser.cookies()).hasSize(1);
    }

    /** A redirect could be the answer to a form, and form-action holds for those, too. */
    @Test
    void peopleAreSentToTheProviderByAPageAndNotByARedirect() {
        Answer start = Browser.at(muniment).ask(PageSignIn.START);

        assertThat(start.status()).isEqualTo(200);
        assertThat(start.header("Location")).isNull();
        assertThat(Browser.next(start))
                .startsWith(provider.issuer() + "/authorize?")
                .contains("nonce=", "state=", "code_challenge=", "code_challenge_method=S256")
                .contains("scope=openid&")
                .contains("redirect_uri=http://127.0.0.1:" + muniment.port() + "/login/oauth2/");
        assertThat(start.text()).contains(">Continue</a>");
    }

    @Test
    void whoeverSignsOutIsSentToTheProviderToSignOutThereAndTakesNoTokenAlong() {
        provider.giving(claims -> signed(honest(claims), RSA));
        Browser browser = Browser.at(muniment);
        browser.open("/");

        Answer out = browser.submit("/sign-out", Map.of());

        assertThat(out.status()).isEqualTo(200);
        assertThat(Browser.next(out))
                .isEqualTo(
                        provider.issuer()
                                + "/logout?client_id=pages&post_logout_redirect_uri="
                                + "http://127.0.0.1:"
                                + muniment.port()
                                + "/signed-out");
        assertThat(browser.askAsProgram("/api/me").status()).isEqualTo(401);
        assertThat(browser.ask("/signed-out").text()).contains("You are signed out");
    }

    @Test
    void thereIsNoFormOfOurs() {
        Browser browser = Browser.at(muniment);

        assertThat(browser.askAsProgram("/sign-in").status()).isEqualTo(401);
        assertThat(browser.askAsProgram("/oauth2/authorize").status()).isEqualTo(401);
        assertThat(browser.submit("/sign-in", Map.of("name", "x", "secret", "x")).status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource("spoilt")
    void anIdTokenThatIsNotRightInEveryPointSignsNobodyIn(
            Function<JWTClaimsSet.Builder, String> tokens) {
        provider.giving(tokens);
        Browser browser = Browser.at(muniment);

        Answer refused = browser.open("/");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text()).contains("You are not signed in").doesNotContain("Exception");
        assertThat(browser.askAsProgram("/api/me").status()).isEqualTo(401);
    }

    static Stream<Function<JWTClaimsSet.Builder, String>> spoilt() {
        Date past = Date.from(Instant.now().minusSeconds(61));
        return Stream.of(
                claims -> signed(honest(claims).claim("nonce", "another"), EC),
                claims -> signed(honest(claims).claim("nonce", null), EC),
                claims -> signed(honest(claims).audience("muniment"), EC),
                claims -> signed(honest(claims).audience(List.of("pages", "another")), EC),
                claims -> signed(honest(claims).issuer("https://else.example"), EC),
                claims -> signed(honest(claims).expirationTime(past), EC),
                claims -> signed(honest(claims).expirationTime(null), EC),
                claims -> signed(honest(claims).subject("muniment"), EC),
                claims -> signed(honest(claims).subject(null), EC),
                claims -> signed(honest(claims).subject("two words\n"), EC),
                claims -> signed(honest(claims), TestTokens.newKey("ec")),
                claims -> unsigned(honest(claims)),
                claims -> bySecret(honest(claims)),
                claims -> TestTokens.signed(honest(claims), EC), // typed as an access token
                claims -> "no token");
    }

    @Test
    void aPersonWithoutARoleIsSignedInMayDoNothingAndIsToldTheirId() {
        provider.giving(claims -> signed(honest(claims).subject("nobody-yet"), EC));

        Answer page = Browser.at(muniment).open("/");

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.text()).contains("signed in as nobody-yet", "An administrator");
    }

    @Test
    void onlyTheProvidersOwnHostIsAsked(@TempDir Path data) throws Exception {
        try (TestProvider another = new TestProvider();
                TestProvider lying = new TestProvider().withTokensAt(another.issuer() + "/token");
                Running misled = on(data, lying, TestProvider.CLIENT)) {
            assertThat(Browser.at(misled).open("/").status()).isEqualTo(503);
            assertThat(another.asked("/token")).isZero();
        }
    }

    @Test
    void aProviderForTokensAloneSignsNobodyInToPages(@TempDir Path data) {
        try (Running tokens = on(data, provider, "")) {
            Browser browser = Browser.at(tokens);

            assertThat(browser.ask("/").status()).isEqualTo(401);
            assertThat(browser.ask(PageSignIn.START).status()).isEqualTo(401);
            assertThat(browser.cookies()).isEmpty();
        }
    }

    @Test
    void aClientThatCannotBeSetUpRefusesTheStart(@TempDir Path data) {
        assertThatThrownBy(() -> on(data, provider, "muniment").close())
                .hasStackTraceContaining("the audience of access tokens");
        assertThatThrownBy(() -> new OutsideClient("pages", "one", "two"))
                .hasMessageContaining("are both set");
        assertThatThrownBy(() -> new OutsideClient("pages", "", data + "/none"))
                .hasMessageContaining("cannot be read");
    }

    private static Running on(Path data, TestProvider provider, String client) {
        return Running.on(
                data,
                "outside-people",
                "--muniment.oidc-issuer=" + provider.issuer(),
                "--muniment.oidc-client-id=" + client);
    }

    private static JWTClaimsSet.Builder honest(JWTClaimsSet.Builder claims) {
        return claims.subject(PERSON).claim("muniment_roles", List.of("auditor"));
    }

    /** Without a type, as most providers do it. */
    private static String signed(JWTClaimsSet.Builder claims, JWK key) {
        JWSAlgorithm algorithm = key instanceof RSAKey ? JWSAlgorithm.RS256 : JWSAlgorithm.ES256;
        JWSHeader header = new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build();
        return TestTokens.signed(header, claims, key);
    }

    private static String unsigned(JWTClaimsSet.Builder claims) {
        return TestTokens.encoded("{\"alg\":\"none\"}")
                + "."
                + TestTokens.encoded(claims.build().toString())
                + ".";
    }

    private static String bySecret(JWTClaimsSet.Builder claims) {
        byte[] secret = (TestProvider.SECRET.repeat(8)).getBytes(StandardCharsets.UTF_8);
        return TestTokens.signed(
                new JWSHeader(JWSAlgorithm.HS256),
                claims,
                new OctetSequenceKey.Builder(secret).build());
    }
}
