package org.muniment.ops.watching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.ops.Running;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class StructuredLogTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CONTROLS = "\\r\\nRefused \\u001b[2K";

    @TempDir private Path data;

    @Test
    void everyLineIsOneJsonObjectThatTellsTheIdOfItsRequest(CapturedOutput output) {
        try (Running muniment = Running.on(data, "demo-people", "--muniment.log-format=json")) {
            muniment.post(
                    "officer",
                    "/api/kpis/nobody/actuals",
                    "{\"month\":\"2017-07\",\"value\":\"" + CONTROLS + "\"}",
                    "X-Correlation-Id",
                    "given-1");
            LoggerFactory.getLogger("org.muniment").info("one\r\nRefused with \u001b[2K");
        }

        List<JsonNode> lines =
                output.getOut()
                        .lines()
                        .filter(it -> it.contains("@timestamp"))
                        .map(JSON::readTree)
                        .toList();
        assertThat(lines).hasSizeGreaterThan(2);
        assertThat(output.getOut().lines().filter(it -> it.contains("Refused with")))
                .hasSize(2)
                .allSatisfy(line -> assertThat(JSON.readTree(line).isObject()).isTrue());
        JsonNode refused =
                lines.stream()
                        .filter(line -> line.at("/message").asString().startsWith("Refused with 4"))
                        .findFirst()
                        .orElseThrow();
        assertThat(refused.at("/correlationId").asString()).isEqualTo("given-1");
        assertThat(refused.at("/traceId").asString()).matches("[0-9a-f]{32}");
        assertThat(refused.at("/service/name").asString()).isEqualTo("muniment");
        assertThat(output.getOut()).doesNotContain("\u001b");
    }

    @Test
    void aFormThatIsUnknownIsRefusedAtStart() {
        assertThatThrownBy(() -> Running.on(data, "demo-people", "--muniment.log-format=xml"))
                .hasMessageContaining("MUNIMENT_LOG_FORMAT");
    }
}
