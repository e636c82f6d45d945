package org.muniment.query.live;

import java.io.IOException;
import org.muniment.kernel.plan.PlanId;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One open page. */
final class Listener {
    private final String person;
    private final PlanId plan;
    private final long since;
    private final SseEmitter emitter;
    private long known;

    /**
     * @param known the position that the page shows
     * @param since when it began to listen, in nanoseconds
     */
    Listener(String person, PlanId plan, long known, long since, SseEmitter emitter) {
        this.person = person;
        this.plan = plan;
        this.known = known;
        this.since = since;
        this.emitter = emitter;
    }

    String person() {
        return person;
    }

    PlanId plan() {
        return plan;
    }

    long since() {
        return since;
    }

    /** The first words, so that the browser knows at once that it is listened to. */
    void greet() throws IOException {
        emitter.send(SseEmitter.event().reconnectTime(1_000).comment("listening"));
    }

    /** Says that the plan has come to {@code position}, where the page does not know it yet. */
    void tell(long position) throws IOException {
        if (position > known) {
            known = position;
            emitter.send(
                    SseEmitter.event().id(Long.toString(position)).name("recorded").data(position));
        }
    }

    /** Finds out whether anybody is still there. */
    void beat() throws IOException {
        emitter.send(SseEmitter.event().comment("still here"));
    }

    void end() {
        emitter.complete();
    }
}
