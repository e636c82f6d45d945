package org.muniment.ops.watching;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What leaves this machine of a span: what is listed here, and nothing else. The message of an
 * exception may hold what somebody wrote.
 */
@Configuration(proxyBeanMethods = false)
class PlainSpans {
    private static final Set<String> TOLD =
            Set.of("method", "uri", "status", "outcome", "command", "event");

    @Bean
    SpanExporters plainly(ObjectProvider<SpanExporter> exporters) {
        return SpanExporters.of(exporters.orderedStream().map(Exporter::new).toList());
    }

    private record Exporter(SpanExporter to) implements SpanExporter {
        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            return to.export(spans.stream().<SpanData>map(Plain::new).toList());
        }

        @Override
        public CompletableResultCode flush() {
            return to.flush();
        }

        @Override
        public CompletableResultCode shutdown() {
            return to.shutdown();
        }
    }

    private static final class Plain extends DelegatingSpanData {
        Plain(SpanData span) {
            super(span);
        }

        @Override
        public Attributes getAttributes() {
            return super.getAttributes().toBuilder()
                    .removeIf(attribute -> !TOLD.contains(attribute.getKey()))
                    .build();
        }

        @Override
        public int getTotalAttributeCount() {
            return getAttributes().size();
        }

        @Override
        public List<EventData> getEvents() {
            return List.of();
        }

        @Override
        public int getTotalRecordedEvents() {
            return 0;
        }

        @Override
        public StatusData getStatus() {
            return StatusData.create(super.getStatus().getStatusCode(), "");
        }
    }
}
