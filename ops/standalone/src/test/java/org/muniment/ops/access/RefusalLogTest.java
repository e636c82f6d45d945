package org.muniment.ops.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.ops.Running;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class RefusalLogTest {
    @Test
    void everyRefusalIsOneLineWithoutAnythingTheSenderMadeUp(
            @TempDir Path data, CapturedOutput output) {
        try (Running muniment = Running.on(data, "demo-people")) {
            muniment.post(
                    "officer",
                    "/api/kpis/jane-roe/actuals",
                    "{\"month\":\"2017-13\",\"comment\":\"Jane Roe\"}",
                    "X-Correlation-Id",
                    "given-1");
            muniment.post("member", "/api/people", "{\"name\":\"Jane Roe\"}");
            muniment.signingInWith("jane-roe", "secret-of-hers");
            muniment.get("member", "/api/kpis/jane-roe/history?after=jane-roe");
            muniment.get("member", "/jane-roe");
            muniment.get("member", "/api/plans/jane-roe/dashboard");
            muniment.get("member", "/api/plans");
        }

        List<String> lines =
                output.getAll().lines().filter(line -> line.contains("Refused with")).toList();
        assertThat(lines).hasSize(5).allSatisfy(line -> assertThat(line).contains("Z, corr"));
        assertThat(lines.get(0))
                .contains("404: POST /api/kpis/{kpi}/actuals by officer at ")
                .endsWith("correlation given-1");
        assertThat(lines.get(1)).contains("403: POST /api/people by member");
        assertThat(lines.get(2)).contains("401: GET /api/plans by nobody");
        assertThat(lines.get(3)).contains("403: GET /api/kpis/{id}/history by member");
        assertThat(lines.get(4)).contains("403: GET an address not listed by member");
        assertThat(output.getAll()).doesNotContain("jane-roe", "Jane Roe", "secret-of-hers");
    }

    @Test
    void aNameCannotBeginALineOrHideOne() {
        assertThat(RefusalLog.escaped("a\r\nRefused \u001b[2K\u202e\u2028\\u000a ü"))
                .isEqualTo("a\\u000d\\u000aRefused \\u001b[2K\\u202e\\u2028\\u005cu000a ü");
    }
}
