package org.muniment.ops.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.ops.Running;
import org.muniment.ops.Running.Answer;
import org.muniment.ops.safe.FileSafe;
import tools.jackson.databind.JsonNode;

/** The people of an outside identity provider, with the roles it gives them. */
class OutsideProviderTest {
    private static final String PERSON = "3f0c9d1e-7d56-4b0b-9d52-1f3f9a1c2b7a";
    private static final String ANOTHER = "8e1f7f0c-0b7e-4a53-9a49-0d7c1b6d2f11";
    private static final String PLANS = "/api/plans";

    private static final ECKey KEY = TestTokens.newKey("ec");
    private static RSAKey rsa;
    private static TestProvider provider;
    private static Running muniment;
    private static Path data;
    private static Answer whileAway;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        data = directory;
        rsa = TestTokens.newRsaKey("rsa");
        provider = new TestProvider().answering(500).with(KEY, rsa);
        muniment =
                Running.on(
                        data,
                        "outside-people",
                        "--muniment.oidc-issuer=" + provider.issuer(),
                        "--muniment.first-administrator=" + PERSON);
        whileAway = muniment.getBearing(signed(with("auditor")), PLANS);
        provider.answering(200);
    }

    @AfterAll
    static void stop() {
        muniment.close();
        provider.close();
    }

    @Test
    void aProviderOutOfReachIsSaidToBeSo() {
        assertThat(whileAway.status()).isEqualTo(503);
        assertThat(whileAway.header("Retry-After")).isNotNull();
        assertThat(whileAway.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void aPersonActsInTheRolesTheyWereGivenHereAndIsNamedAsTheProviderDoes() {
        String administrator = signed(with());
        String pair =
                """
                {"id": "pair", "name": "A pair", "councils": [{"code": "ONE", "name": "One"}],
                 "services": [{"code": "SAS", "name": "Shared", "sections": ["Audit"]}],
                 "amberWithinPercent": "5"}
                """;
        String plan =
                """
                {"id": "plan", "financialYear": "2026/27", "title": "Plan"}
                """;
        String audit =
                """
                {"id": "audit", "role": "auditor", "partnership": "pair", "reason": "Appointed"}
                """;
        String auditor = signed(with().subject(ANOTHER));

        assertThat(muniment.postBearing(administrator, "/api/partnerships", pair).status())
                .isEqualTo(201);
        assertThat(
                        muniment.postBearing(administrator, "/api/partnerships/pair/plans", plan)
                                .status())
                .isEqualTo(201);
        assertThat(muniment.getBearing(auditor, "/api/plans/plan/events").status()).isEqualTo(403);
        assertThat(
                        muniment.postBearing(
                                        administrator, "/api/access/" + ANOTHER + "/grants", audit)
                                .status())
                .isEqualTo(201);
        JsonNode event =
                muniment.getBearing(auditor, "/api/plans/plan/events").json().at("/events/0");
        assertThat(event.get("by").asString()).isEqualTo(PERSON);
        assertThat(event.get("role").asString()).isEqualTo("admin");
        assertThat(muniment.postBearing(auditor, "/api/people", "{}").status()).isEqualTo(403);
    }

    @Test
    void bothKindsOfKeysAreTakenAndTheTypeNeedNotBeSaid() {
        JWSHeader untyped = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("rsa").build();
        JWSHeader plain =
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID("ec")
                        .type(JOSEObjectType.JWT)
                        .build();

        assertThat(status(TestTokens.signed(untyped, with("member"), rsa))).isEqualTo(200);
        assertThat(status(TestTokens.signed(plain, with("member"), KEY))).isEqualTo(200);
    }

    @Test
    void whatATokenClaimsOpensNothing() {
        assertThat(status(signed(with("admin").subject("nobody-yet")))).isEqualTo(403);
        for (String claim : List.of("muniment_roles", "roles", "scope", "scp", "groups")) {
            assertThat(status(signed(with().subject("nobody-yet").claim(claim, List.of("admin")))))
                    .as(claim)
                    .isEqualTo(403);
        }
    }

    @Test
    void aNameOfAClientOfOursBringsNoneOfItsRights() {
        assertThat(status(signed(with().subject("admin")))).isEqualTo(403);
        assertThat(status(signed(with("admin").subject("muniment")))).isEqualTo(401);
    }

    @Test
    void ourOwnTokensAreNotTakenAndNotGiven() {
        String ours =
                TestTokens.signed(
                        with("admin").issuer(provider.issuer()),
                        TokenKey.in(new FileSafe(data.resolve("access"))));

        assertThat(status(ours)).isIn(401, 503);
        assertThat(
                        muniment.postForm(
                                        Running.basic("admin", Running.SECRET),
                                        "/oauth2/token",
                                        "grant_type=client_credentials")
                                .text())
                .isEqualTo("{\"error\":\"invalid_client\"}");
    }

    @Test
    void withoutTheDemoNoSecretIsTakenNorAskedFor() {
        Answer answer = muniment.get("auditor", PLANS);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.response().headers().allValues("WWW-Authenticate"))
                .containsExactly("Bearer realm=\"Muniment\"");
    }

    @Test
    void forgeriesAreRefused() throws Exception {
        JWSHeader symmetric = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("rsa").build();
        OctetSequenceKey shared =
                new OctetSequenceKey.Builder(rsa.toRSAPublicKey().getEncoded()).build();
        JWSHeader stronger = new JWSHeader.Builder(JWSAlgorithm.RS512).keyID("rsa").build();

        assertThat(status(TestTokens.signed(with("admin"), TestTokens.newKey("ec"))))
                .isEqualTo(401);
        String[] parts = signed(with("admin")).split("\\.");
        String zeros = TestTokens.encoded(new byte[64]);
        assertThat(status(parts[0] + "." + parts[1] + "." + zeros)).isEqualTo(401);
        assertThat(status(TestTokens.signed(symmetric, with("admin"), shared))).isEqualTo(401);
        assertThat(status(TestTokens.signed(stronger, with("admin"), rsa))).isEqualTo(401);
        assertThat(status(signed(with("admin").issuer(TestTokens.ISSUER)))).isEqualTo(401);
        assertThat(status(signed(with("admin").audience("another")))).isEqualTo(401);
    }

    private static JWTClaimsSet.Builder with(String... roles) {
        return TestTokens.claims(Instant.now())
                .issuer(provider.issuer())
                .subject(PERSON)
                .claim("muniment_roles", List.of(roles));
    }

    private static String signed(JWTClaimsSet.Builder claims) {
        return TestTokens.signed(claims, KEY);
    }

    private static int status(String token) {
        return muniment.getBearing(token, PLANS).status();
    }
}
