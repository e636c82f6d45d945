package org.muniment.ops.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.ops.Running;
import tools.jackson.databind.JsonNode;

/** What the document says; that it is the truth is shown by HostileRequestsTest. */
class DescribedTest {
    @Test
    void everyOperationTellsItsAnswers(@TempDir Path data) {
        JsonNode document;
        try (Running muniment = Running.on(data, "demo-people")) {
            document = muniment.anonymously("/v3/api-docs").json();
        }

        assertThat(answers(document, "/api/kpis/{kpi}/actuals", "post"))
                .containsExactly(
                        "200", "400", "401", "403", "404", "409", "412", "413", "415", "422", "428",
                        "429", "503");
        assertThat(document.at("/paths/~1api~1kpis~1{kpi}~1actuals/post/parameters").toString())
                .contains("Idempotency-Key", "If-Match", "Reason", "X-Correlation-Id");
        assertThat(answers(document, "/api/partnerships", "post"))
                .startsWith("201")
                .doesNotContain("404", "428");
        assertThat(answers(document, "/api/plans", "get"))
                .containsExactly("200", "400", "401", "413", "429", "503");
        assertThat(
                        document.at("/paths/~1api~1plans~1{plan}~1events/get/parameters/7/schema")
                                .toString())
                .contains("\"minimum\":1", "\"maximum\":1000");
        assertThat(document.at("/components/schemas/Definition/properties/id/pattern").asString())
                .isEqualTo(Forms.ID);
        assertThat(
                        document.at("/paths/~1api~1snapshots~1{snapshot}~1report.pdf/get")
                                .at("/responses/200/content")
                                .propertyNames())
                .containsExactly("application/pdf");
        assertThat(document.at("/components/securitySchemes/signIn/scheme").asString())
                .isEqualTo("basic");
        assertThat(document.at("/components/schemas/Problem/required").toString())
                .contains("type", "title", "status", "detail");
    }

    private static List<String> answers(JsonNode document, String path, String method) {
        return document.get("paths").get(path).get(method).get("responses").propertyNames().stream()
                .toList();
    }
}
