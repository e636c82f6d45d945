package org.muniment.query.live;

import java.io.IOException;
import java.security.Principal;
import org.muniment.kernel.plan.PlanId;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Server-sent events for an open page of a plan. */
@Controller
class LivePage {
    private final Listeners listeners;

    LivePage(Listeners listeners) {
        this.listeners = listeners;
    }

    /**
     * @param after the position that the page shows
     * @param lastEventId the last one a browser was told that comes again
     */
    @GetMapping(path = "/plans/{plan}/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> live(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "0") long after,
            @RequestHeader(name = "Last-Event-ID", required = false) Long lastEventId,
            Principal person)
            throws IOException {
        SseEmitter emitter = new SseEmitter(Listeners.LONGEST.toMillis());
        Listener listener =
                new Listener(
                        person.getName(),
                        plan,
                        lastEventId == null ? after : lastEventId,
                        System.nanoTime(),
                        emitter);
        emitter.onCompletion(() -> listeners.remove(listener));
        if (!listeners.add(listener)) {
            throw crowded();
        }
        listener.greet();
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                // A proxy that gathers an answer before it passes it on would tell nobody anything.
                .header("X-Accel-Buffering", "no")
                .body(emitter);
    }

    private static ErrorResponseException crowded() {
        ErrorResponseException crowded = new ErrorResponseException(HttpStatus.SERVICE_UNAVAILABLE);
        crowded.setDetail("too many pages are open: this one is not brought up to date by itself");
        crowded.getHeaders().set(HttpHeaders.RETRY_AFTER, "60");
        return crowded;
    }
}
