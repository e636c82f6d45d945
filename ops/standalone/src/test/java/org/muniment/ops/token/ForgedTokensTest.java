package org.muniment.ops.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.kernel.words.Sha256;
import org.muniment.ops.Running;
import org.muniment.ops.Running.Answer;
import org.muniment.ops.safe.FileSafe;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;

/** Tokens that are good but for one thing. Nobody is let in, nor told what the thing was. */
class ForgedTokensTest {
    private static final String PATH = "/api/plans";

    private static Running muniment;
    private static RSAKey key;

    @BeforeAll
    static void start(@TempDir Path data) {
        muniment =
                Running.on(
                        data,
                        "demo-people",
                        "--muniment.issuer=" + TestTokens.ISSUER,
                        "--muniment.limits.failed-sign-ins=0");
        key = TokenKey.in(new FileSafe(data.resolve("access")));
    }

    @AfterAll
    static void stop() {
        muniment.close();
    }

    @Test
    void theUnspoiltTokenIsGood() {
        assertThat(muniment.getBearing(signed(good()), PATH).status()).isEqualTo(200);
        assertThat(muniment.getWith(PATH, "Authorization", "bearer " + signed(good())).status())
                .isEqualTo(200);
    }

    @Test
    void wrongClaimsAreRefused() {
        Instant now = Instant.now();
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("expired", signed(good().expirationTime(Date.from(now.minusSeconds(300)))));
        tokens.put("never ending", signed(good().expirationTime(null)));
        tokens.put("not yet good", signed(good().notBeforeTime(Date.from(now.plusSeconds(300)))));
        tokens.put("for others", signed(good().audience("another")));
        tokens.put("for nobody", signed(good().audience(List.of())));
        tokens.put("of another issuer", signed(good().issuer("https://another.example")));
        tokens.put("of an issuer much alike", signed(good().issuer(TestTokens.ISSUER + "/")));
        tokens.put("of no issuer", signed(good().issuer(null)));
        tokens.put("about nobody", signed(good().subject(null)));
        tokens.put("about a blank", signed(good().subject(" ")));
        tokens.put("about two lines", signed(good().subject("auditor\nadmin")));
        tokens.put("about ourselves", signed(good().subject("muniment")));
        tokens.put("about a stranger", signed(good().subject("stranger")));
        tokens.put("with a wrong time", signed(good().claim("exp", "tomorrow")));

        assertRefused(tokens);
    }

    @Test
    void wrongSignaturesAreRefused() throws Exception {
        String[] parts = signed(good()).split("\\.");
        String admin = TestTokens.encoded(good().subject("admin").build().toString());
        RSAKey other = TestTokens.newRsaKey(key.getKeyID());
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("another key", TestTokens.signed(good(), other));
        tokens.put(
                "another key of its own name",
                TestTokens.signed(good(), TestTokens.newRsaKey("another")));
        tokens.put(
                "another kind of key",
                TestTokens.signed(good(), TestTokens.newKey(key.getKeyID())));
        tokens.put(
                "a key brought along",
                TestTokens.signed(
                        TestTokens.header(other).jwk(other.toPublicJWK()).build(), good(), other));
        tokens.put("another payload", parts[0] + "." + admin + "." + parts[2]);
        tokens.put("half a signature", parts[0] + "." + parts[1] + "." + parts[2].substring(171));
        tokens.put("no signature", parts[0] + "." + parts[1] + ".");
        tokens.put("two parts", parts[0] + "." + parts[1]);
        tokens.put("five parts", String.join(".", parts) + "." + parts[0] + "." + parts[1]);
        tokens.put(
                "a signature of zeros",
                parts[0] + "." + parts[1] + "." + TestTokens.encoded(new byte[256]));

        assertRefused(tokens);
    }

    @Test
    void wrongHeadersAreRefused() throws Exception {
        Map<String, String> tokens = new LinkedHashMap<>();
        String payload = TestTokens.encoded(good().build().toString());
        for (String none : List.of("none", "None", "nOnE", "NONE", "")) {
            String header = "{\"alg\":\"" + none + "\",\"typ\":\"at+jwt\"}";
            tokens.put("alg '" + none + "'", TestTokens.encoded(header) + "." + payload + ".");
        }
        tokens.put("no alg", TestTokens.encoded("{\"typ\":\"at+jwt\"}") + "." + payload + ".");
        for (byte[] known :
                List.of(
                        key.toRSAPublicKey().getEncoded(),
                        key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8))) {
            OctetSequenceKey shared = new OctetSequenceKey.Builder(known).build();
            JWSHeader header =
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .type(TestTokens.TYPE)
                            .keyID(key.getKeyID())
                            .build();
            tokens.put(
                    "HMAC with our public key, of " + known.length + " bytes",
                    TestTokens.signed(header, good(), shared));
        }
        for (String name : List.of("../../../../dev/null", "' OR '1'='1", "another")) {
            tokens.put("key " + name, withHeader(TestTokens.header(key).keyID(name)));
        }
        tokens.put(
                "another type",
                withHeader(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID())));
        tokens.put(
                "a demand nobody knows",
                withHeader(
                        TestTokens.header(key)
                                .criticalParams(Set.of("urgent"))
                                .customParam("urgent", true)));

        assertRefused(tokens);
    }

    @Test
    void noAddressInATokenIsEverAsked() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer elsewhere =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    exchange.sendResponseHeaders(404, -1);
                    exchange.close();
                });
        elsewhere.start();
        try {
            URI address = URI.create("http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/");
            RSAKey other = TestTokens.newRsaKey("theirs");

            assertRefused(
                    "keys elsewhere",
                    TestTokens.signed(
                            TestTokens.header(other).jwkURL(address).x509CertURL(address).build(),
                            good().issuer(address.toString()),
                            other));

            assertThat(asked).hasValue(0);
        } finally {
            elsewhere.stop(0);
        }
    }

    @Test
    void aRoleCannotBeClaimed() {
        JWTClaimsSet.Builder claims = good().subject("member");
        for (String name : List.of("scope", "scp", "roles", "authorities", "muniment_roles")) {
            claims.claim(name, List.of("admin", "auditor"));
        }
        String token = signed(claims);

        assertThat(muniment.getBearing(token, PATH).status()).isEqualTo(200);
        assertThat(muniment.getBearing(token, "/actuator/prometheus").status()).isEqualTo(403);
        assertThat(muniment.postBearing(token, "/api/partnerships", "{}").status()).isEqualTo(403);
    }

    @Test
    void whatIsTooLongOrNoTokenIsRefused() {
        JWTClaimsSet.Builder much = good().claim("x", "x".repeat(4_000));
        assertThat(muniment.getBearing(signed(much), PATH).status()).isEqualTo(200);
        assertRefused("long", TestTokens.signed(much, TestTokens.newRsaKey(key.getKeyID())));
        for (String nonsense : List.of("x", "...", "null", "a.b.c", "ü", "x".repeat(5_000))) {
            assertThat(muniment.getBearing(nonsense, PATH).status()).isEqualTo(401);
        }
        Answer huge = muniment.getBearing(signed(good().claim("x", "x".repeat(100_000))), PATH);
        assertThat(huge.status()).isBetween(400, 431);
        assertThat(huge.text()).doesNotContain("Exception", "at org.");
    }

    @Test
    void whoeverSignsInTwiceIsRefused() {
        String token = "Bearer " + signed(good());
        String basic = Running.basic("auditor", Running.SECRET);

        for (String second : List.of(token, basic)) {
            for (String path : List.of(PATH, "/oauth2/token", "/actuator/health")) {
                Answer answer =
                        muniment.getWith(path, "Authorization", token, "Authorization", second);
                assertThat(answer.status()).isEqualTo(400);
                assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            }
        }
        assertThat(muniment.getWith(PATH, "Authorization", token + ", " + basic).status())
                .isEqualTo(401);
    }

    @Test
    void aTokenIsTakenFromNowhereButTheHeader() {
        String token = signed(good());

        assertThat(muniment.anonymously(PATH + "?access_token=" + token).status()).isEqualTo(401);
        assertThat(muniment.postForm(null, PATH, "access_token=" + token).status()).isEqualTo(401);
        assertThat(muniment.getWith(PATH, "Cookie", "access_token=" + token).status())
                .isEqualTo(401);
    }

    @Test
    void aTokenOfAnotherSecretIsNone() {
        String before = SecretMark.of(account("the one before"));

        assertThat(muniment.getBearing(signed(good()), PATH).status()).isEqualTo(200);
        assertThat(
                        muniment.getBearing(signed(good().claim(SecretMark.CLAIM, before)), PATH)
                                .status())
                .isEqualTo(401);
        assertThat(muniment.getBearing(signed(good().claim(SecretMark.CLAIM, null)), PATH).status())
                .isEqualTo(401);
    }

    @Test
    void bothWaysToSignInAreOffered() {
        assertThat(muniment.anonymously(PATH).response().headers().allValues("WWW-Authenticate"))
                .containsExactly("Basic realm=\"Muniment\"", "Bearer realm=\"Muniment\"");
    }

    private static JWTClaimsSet.Builder good() {
        return TestTokens.claims(Instant.now())
                .claim(SecretMark.CLAIM, SecretMark.of(account(Running.SECRET)));
    }

    private static UserDetails account(String secret) {
        return User.withUsername("auditor")
                .password(Sha256.of(secret).value())
                .authorities(List.of())
                .build();
    }

    private static String signed(JWTClaimsSet.Builder claims) {
        return TestTokens.signed(claims, key);
    }

    private static String withHeader(JWSHeader.Builder header) {
        return TestTokens.signed(header.build(), good(), key);
    }

    /** All at once, so that one that is let in does not hide the next. */
    private static void assertRefused(Map<String, String> tokens) {
        assertThat(tokens.keySet())
                .filteredOn(what -> muniment.getBearing(tokens.get(what), PATH).status() != 401)
                .isEmpty();
        tokens.forEach(ForgedTokensTest::assertRefused);
    }

    private static void assertRefused(String what, String token) {
        Answer answer = muniment.getBearing(token, PATH);

        assertThat(answer.status()).as(what).isEqualTo(401);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("detail").asString()).isEqualTo("sign in first");
        assertThat(answer.response().headers().allValues("WWW-Authenticate"))
                .as(what)
                .last()
                .asString()
                .startsWith("Bearer realm=\"Muniment\"")
                .doesNotContain("description");
    }
}
