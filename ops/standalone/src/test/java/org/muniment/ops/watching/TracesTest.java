package org.muniment.ops.watching;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.tracing.Tracer;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.ops.Patience;
import org.muniment.ops.Running;
import org.muniment.ops.http.Examples;
import org.muniment.ops.watching.Collector.Span;

/** One trace leads from a request to the read models, and tells nothing of anybody. */
class TracesTest {
    private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @TempDir private Path data;

    @Test
    void aCommandIsFollowedFromItsRequestToTheReadModels() {
        try (Collector collector = new Collector();
                Running muniment = watched(collector)) {
            establish(muniment, "pair");
            Patience.await().until(() -> collector.named("projection").isPresent());
            Patience.await()
                    .until(() -> collector.named("http post /api/partnerships").isPresent());

            Span request = collector.named("http post /api/partnerships").orElseThrow();
            Span command = collector.named("command EstablishPartnership").orElseThrow();
            Span append = collector.named("append").orElseThrow();
            Span projection = collector.named("projection").orElseThrow();
            assertThat(List.of(request, command, append, projection))
                    .extracting(Span::trace)
                    .containsOnly("0af7651916cd43dd8448eb211c80319c");
            assertThat(request.parent()).isEqualTo("b7ad6b7169203331");
            assertThat(command.parent()).isEqualTo(request.id());
            assertThat(append.parent()).isEqualTo(command.id());
            assertThat(projection.parent()).isEqualTo(command.id());
        }
    }

    @Test
    void whatLeavesIsListedAndNothingThatAnybodyWroteIsPartOfIt() {
        try (Collector collector = new Collector();
                Running muniment = watched(collector)) {
            establish(muniment, "jane-roe");
            establish(muniment, "jane-roe");
            muniment.get("auditor", "/api/partnerships/jane-roe?jane-roe=1");
            muniment.getWith("/api/plans/jane-roe/dashboard", "X-Correlation-Id", "jane-roe");
            muniment.signingInWith("jane-roe", "jane-roe");
            establish(muniment, "last");
            Patience.await()
                    .until(
                            () ->
                                    collector.spans().stream()
                                                    .filter(it -> it.name().startsWith("proj"))
                                                    .count()
                                            >= 2);

            assertThat(collector.spans())
                    .flatExtracting(Span::attributes)
                    .isSubsetOf(Set.of("method", "uri", "status", "outcome", "command", "event"));
            assertThat(collector.everything())
                    .contains("EstablishPartnership", "partnership.established")
                    .doesNotContain("jane-roe", "roe");
        }
    }

    @Test
    void whatAnExceptionSaysStaysHere() {
        try (Collector collector = new Collector();
                Running muniment = watched(collector)) {
            muniment.bean("micrometerOtelTracer", Tracer.class)
                    .nextSpan()
                    .name("failing")
                    .tag("email", "jane-roe")
                    .event("jane-roe")
                    .error(new IllegalStateException("jane-roe"))
                    .end();
            Patience.await().until(() -> collector.named("failing").isPresent());

            assertThat(collector.everything()).doesNotContain("jane-roe");
        }
    }

    @Test
    void nothingIsSentWhereNoCollectorIsSet() {
        try (Collector collector = new Collector()) {
            try (Running muniment = Running.on(data, "demo-people")) {
                establish(muniment, "pair");
                muniment.get("/api/partnerships");
            }
            assertThat(collector.bodies()).isEmpty();
        }
    }

    @Test
    void whatIsStoredDoesNotTellWhetherAnybodyWasLooking() {
        String traced;
        try (Collector collector = new Collector();
                Running muniment = watched(collector)) {
            establish(muniment, "pair");
            traced = muniment.get("/api/ledger/events/1").text();
        }
        assertThat(traced).contains("correlationId").doesNotContain("0af7651916cd", "traceparent");
    }

    private Running watched(Collector collector) {
        return Running.on(
                data,
                "demo-people",
                "--muniment.otlp-endpoint=" + collector.endpoint(),
                "--management.opentelemetry.tracing.export.schedule-delay=100ms");
    }

    private static void establish(Running muniment, String id) {
        muniment.post(
                "admin",
                "/api/partnerships",
                Examples.PARTNERSHIP.replace("\"pair\"", "\"" + id + "\""),
                "traceparent",
                PARENT);
    }
}
