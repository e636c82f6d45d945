package org.muniment.ops.watching;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.muniment.kernel.log.EventForm;
import org.muniment.kernel.log.EventForms;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Goes on with a command's trace where its events are taken into the read models. Which trace an
 * event came of is remembered here, in this process and for a while, and not in the event: what is
 * stored is hashed, and must not differ because somebody was looking. An event that came another
 * way, or long ago, is taken without a span.
 */
@Component
@ConditionalOnBooleanProperty("management.tracing.export.enabled")
final class Traces implements ConfigurerModule {
    /** At a thousand events a second, some seconds of them. */
    private static final int REMEMBERED = 8_192;

    private final Tracer tracer;
    private final Map<String, TraceContext> causes =
            Collections.synchronizedMap(
                    new LinkedHashMap<>() {
                        @Override
                        protected boolean removeEldestEntry(
                                Map.Entry<String, TraceContext> eldest) {
                            return size() > REMEMBERED;
                        }
                    });

    Traces(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public void configureModule(Configurer configurer) {
        configurer.onInitialize(
                axon ->
                        axon.onStart(
                                () -> axon.eventStore().registerDispatchInterceptor(this::note)));
        configurer
                .eventProcessing()
                .registerDefaultHandlerInterceptor((axon, processor) -> this::taken);
    }

    private BiFunction<Integer, EventMessage<?>, EventMessage<?>> note(
            List<? extends EventMessage<?>> published) {
        Span cause = tracer.currentSpan();
        if (cause != null) {
            published.forEach(event -> causes.put(event.getIdentifier(), cause.context()));
        }
        return (index, event) -> event;
    }

    /** The span ends when the batch is written in which the event was taken. */
    private Object taken(UnitOfWork<? extends EventMessage<?>> work, InterceptorChain chain)
            throws Exception {
        EventMessage<?> event = work.getMessage();
        TraceContext cause = causes.remove(event.getIdentifier());
        if (cause != null) {
            Span span =
                    tracer.spanBuilder()
                            .setParent(cause)
                            .name("projection")
                            .tag("event", nameOf(event))
                            .start();
            work.onCleanup(written -> span.end());
        }
        return chain.proceed();
    }

    private static String nameOf(EventMessage<?> event) {
        return EventForms.of(event.getPayloadType()).map(EventForm::name).orElse("unknown");
    }
}
