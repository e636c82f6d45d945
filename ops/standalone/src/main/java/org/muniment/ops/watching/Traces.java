package org.muniment.ops.watching;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.muniment.ops.log.LogTransactions;
import org.muniment.query.journal.ReadPosition;
import org.muniment.query.moment.LogHead;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Goes on with a command's trace until its events can be read: from the moment they are on disk to
 * the moment the read models hold them. It asks the two positions and puts nothing into the event:
 * what is stored is hashed, and must not differ because somebody was looking.
 */
@Component
@ConditionalOnBooleanProperty("management.tracing.export.enabled")
final class Traces {
    /** Who comes when so many wait already is not followed. */
    private static final int MOST_WAITING = 1_024;

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final BlockingQueue<Taken> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Tracer tracer;
    private final LogTransactions transactions;
    private final LogHead log;
    private final ReadPosition read;
    private final Thread thread = new Thread(this::follow, "traces");

    /** What was appended up to {@code position} is being taken into the read models. */
    private record Taken(long position, Span span) {}

    Traces(Tracer tracer, LogTransactions transactions, LogHead log, ReadPosition read) {
        this.tracer = tracer;
        this.transactions = transactions;
        this.log = log;
        this.read = read;
    }

    @PostConstruct
    void start() {
        thread.setDaemon(true);
        thread.start();
        transactions.afterCommit(this::appended);
    }

    private void appended() {
        Span cause = tracer.currentSpan();
        if (cause != null) {
            Span span = tracer.spanBuilder().setParent(cause.context()).name("projection").start();
            if (!waiting.offer(new Taken(log.position(), span))) {
                span.abandon();
            }
        }
    }

    private void follow() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Taken next = waiting.take();
                boolean readable = read.await(next.position(), LONGEST);
                next.span().tag("outcome", readable ? "readable" : "late").end();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @PreDestroy
    void stop() {
        thread.interrupt();
    }
}
