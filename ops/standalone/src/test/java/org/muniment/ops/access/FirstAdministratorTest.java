package org.muniment.ops.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.ops.Running;
import org.muniment.ops.log.CannotStart;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class FirstAdministratorTest {
    private static final Pattern SECRET = Pattern.compile("shown only now: (\\S+)");
    private static final String FIRST = "--muniment.first-administrator=u-1";

    @TempDir private Path data;

    @Test
    void theFirstAdministratorSignsInWithTheSecretThatWasPrintedAndAppointsTheOthers(
            CapturedOutput output) {
        try (Running once = Running.on(data, "nobody", FIRST)) {
            assertThat(once.anonymously("/api/plans").status()).isEqualTo(401);
        }
        Matcher printed = SECRET.matcher(output.getOut());
        assertThat(printed.find()).isTrue();
        String secret = printed.group(1);

        try (Running muniment = Running.on(data, "nobody")) {
            String token = token(muniment, "u-1", secret);
            assertThat(
                            muniment.postBearing(
                                            token,
                                            "/api/access/u-2/grants",
                                            "{\"id\": \"a\", \"role\": \"auditor\", \"reason\": \"Hired\"}")
                                    .status())
                    .isEqualTo(201);
            String issued =
                    muniment.postBearing(token, "/api/access/u-2/secret", "{}")
                            .json()
                            .get("secret")
                            .asString();
            String history =
                    muniment.getBearing(token(muniment, "u-2", issued), "/api/access/u-1/history")
                            .text();
            assertThat(history).contains("access.role-granted").doesNotContain(secret, issued);
            assertThat(token(muniment, "u-2", secret)).isNull();
            assertThat(token(muniment, "admin", Running.SECRET)).isNull();
        }
    }

    @Test
    void whereThereIsOneNobodyBecomesTheFirst() {
        Running.on(data, "nobody", FIRST).close();

        assertThatThrownBy(() -> Running.on(data, "nobody", "--muniment.first-administrator=u-9"))
                .isInstanceOf(CannotStart.class)
                .hasMessage("there is an administrator already");
    }

    @Test
    void anAdministratorWhoLostTheirSecretIsGivenAnother(CapturedOutput output) {
        Running.on(data, "nobody", FIRST).close();
        Running.on(data, "nobody", FIRST).close();

        Matcher printed = SECRET.matcher(output.getOut());
        assertThat(printed.find()).isTrue();
        String lost = printed.group(1);
        assertThat(printed.find()).isTrue();
        try (Running muniment = Running.on(data, "nobody")) {
            assertThat(token(muniment, "u-1", lost)).isNull();
            assertThat(token(muniment, "u-1", printed.group(1))).isNotNull();
        }
    }

    private static String token(Running muniment, String person, String secret) {
        var answer =
                muniment.postForm(
                        Running.basic(person, secret),
                        "/oauth2/token",
                        "grant_type=client_credentials");
        return answer.status() == 200 ? answer.json().get("access_token").asString() : null;
    }
}
