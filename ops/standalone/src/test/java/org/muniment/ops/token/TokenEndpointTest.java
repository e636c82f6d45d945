package org.muniment.ops.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.ops.Running;
import org.muniment.ops.Running.Answer;
import tools.jackson.databind.JsonNode;

/** Who is given a token, for what, and what is in it. */
class TokenEndpointTest {
    private static final String TOKEN = "/oauth2/token";
    private static final String GRANT = "grant_type=client_credentials";
    private static final String PARTNERSHIP =
            """
            {"id": "%s", "name": "A pair", "councils": [{"code": "ONE", "name": "One"}],
             "services": [{"code": "SAS", "name": "Shared", "sections": ["Audit"]}],
             "amberWithinPercent": "5"}
            """;

    @TempDir private static Path data;
    private static Running muniment;

    @BeforeAll
    static void start() {
        muniment = Running.on(data, "demo-people", "--muniment.issuer=" + TestTokens.ISSUER);
    }

    @AfterAll
    static void stop() {
        muniment.close();
    }

    @Test
    void aClientIsGivenATokenForItsSecret() throws ParseException {
        Answer answer = ask("auditor", Running.SECRET, GRANT);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.json().get("token_type").asString()).isEqualTo("Bearer");
        assertThat(answer.json().get("expires_in").asLong()).isBetween(590L, 600L);
        assertThat(answer.json().get("refresh_token")).isNull();
        SignedJWT token = SignedJWT.parse(answer.json().get("access_token").asString());
        JWTClaimsSet claims = token.getJWTClaimsSet();
        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
        assertThat(token.getHeader().getType()).isEqualTo(TestTokens.TYPE);
        assertThat(claims.getIssuer()).isEqualTo(TestTokens.ISSUER);
        assertThat(claims.getAudience()).containsExactly("muniment");
        assertThat(claims.getSubject()).isEqualTo("auditor");
        Instant now = Instant.now();
        assertThat(claims.getIssueTime().toInstant()).isBetween(now.minusSeconds(60), now);
        assertThat(
                        Duration.between(
                                claims.getIssueTime().toInstant(),
                                claims.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void aTokenOpensWhatItsRoleMayDoAndNothingElse() {
        String auditor = muniment.tokenOf("auditor");
        String member = muniment.tokenOf("member");

        assertThat(muniment.getBearing(auditor, "/api/plans").status()).isEqualTo(200);
        assertThat(muniment.getBearing(member, "/api/plans").status()).isEqualTo(200);
        assertThat(muniment.getBearing(auditor, "/api/refusals").status()).isEqualTo(200);
        assertThat(muniment.getBearing(member, "/api/refusals").status()).isEqualTo(403);
        assertThat(muniment.getBearing(auditor, "/actuator/env").status()).isEqualTo(403);
    }

    @Test
    void theRecordNamesTheSameSenderHoweverTheySignedIn() {
        String pair = PARTNERSHIP.formatted("by-token");
        String plan =
                """
                {"id": "%s", "financialYear": "2026/27", "title": "Plan"}
                """;
        String plans = "/api/partnerships/by-token/plans";
        String token = muniment.tokenOf("admin");

        assertThat(muniment.postBearing(token, "/api/partnerships", pair).status()).isEqualTo(201);
        assertThat(muniment.postBearing(token, plans, plan.formatted("one")).status())
                .isEqualTo(201);
        assertThat(muniment.post("admin", plans, plan.formatted("two")).status()).isEqualTo(201);

        JsonNode byToken = muniment.get("/api/plans/one/events").json().at("/events/0");
        JsonNode bySecret = muniment.get("/api/plans/two/events").json().at("/events/0");
        for (JsonNode event : new JsonNode[] {byToken, bySecret}) {
            assertThat(event.get("by").asString()).isEqualTo("admin");
            assertThat(event.get("role").asString()).isEqualTo("admin");
        }
    }

    @ParameterizedTest
    @CsvSource({"auditor, wrong", "nobody, test-secret", "auditor, test-secre"})
    void aWrongSecretAndAnUnknownClientAreToldTheSame(String client, String secret) {
        Answer answer = ask(client, secret, GRANT);

        assertStranger(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic =", "Basic YXVkaXRvcg==", "Basic YXVkaXRvcjo="})
    void credentialsThatCannotBeReadAreMalformed(String authorization) {
        Answer answer = muniment.postForm(authorization, TOKEN, GRANT);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).isEqualTo("{\"error\":\"invalid_request\"}");
    }

    @Test
    void aSecretIsTakenFromNowhereButTheHeader() {
        String credentials = "&client_id=auditor&client_secret=" + Running.SECRET;

        assertStranger(muniment.postForm(null, TOKEN, GRANT));
        assertStranger(muniment.postForm(null, TOKEN, GRANT + credentials));
        assertStranger(muniment.postForm(null, TOKEN + "?" + GRANT + credentials, ""));
        assertStranger(muniment.postForm("Bearer " + muniment.tokenOf("auditor"), TOKEN, GRANT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    grant_type=password&username=a&password=b                         | unsupported_grant_type
                    grant_type=authorization_code&code=x                              | invalid_grant
                    grant_type=refresh_token&refresh_token=x                          | unsupported_grant_type
                    grant_type=urn:ietf:params:oauth:grant-type:token-exchange        | unsupported_grant_type
                    grant_type=urn:ietf:params:oauth:grant-type:device_code           | unsupported_grant_type
                    grant_type=nonsense                                               | unsupported_grant_type
                    grant_type=client_credentials&grant_type=client_credentials       | invalid_request
                    scope=admin                                                       | invalid_request
                    ``                                                                | invalid_request
                    grant_type=client_credentials&scope=admin                         | invalid_scope
                    """)
    void anythingButAPlainGrantIsRefusedInTheWordsOfTheStandard(String form, String error) {
        Answer answer = ask("auditor", Running.SECRET, form);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).isEqualTo("{\"error\":\"" + error + "\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth2/introspect",
                "/oauth2/revoke",
                "/oauth2/jwks",
                "/oauth2/device_authorization",
                "/oauth2/par",
                "/oauth2/register",
                "/connect/register",
                "/userinfo",
                "/login",
                "/.well-known/oauth-authorization-server",
                "/.well-known/openid-configuration"
            })
    void nothingElseOfAnAuthorizationServerIsThere(String path) {
        String basic = Running.basic("admin", Running.SECRET);

        assertThat(muniment.anonymously(path).status()).isEqualTo(401);
        assertThat(muniment.postForm(null, path, "token=x").status()).isEqualTo(401);
        assertThat(muniment.postForm(basic, path, "token=x").status()).isEqualTo(403);
    }

    @Test
    void aTokenIsAskedForWithPostAlone() {
        assertThat(muniment.anonymously(TOKEN + "?" + GRANT).status()).isEqualTo(401);
        assertThat(muniment.get("auditor", TOKEN + "?" + GRANT).status()).isEqualTo(403);
    }

    @Test
    void theKeyIsForItsOwnerAlone() throws Exception {
        Path key = data.resolve("access/token-key");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key.getParent())))
                .isEqualTo("rwx------");
    }

    private static Answer ask(String client, String secret, String form) {
        return muniment.postForm(Running.basic(client, secret), TOKEN, form);
    }

    private static void assertStranger(Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text()).isEqualTo("{\"error\":\"invalid_client\"}");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Basic realm=\"Muniment\"");
    }
}
