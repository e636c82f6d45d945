package org.muniment.query.operations;

import java.util.List;
import org.muniment.query.moment.LogHead;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ProjectionsApi {
    private final Rebuilds rebuilds;
    private final LogHead logHead;

    ProjectionsApi(Rebuilds rebuilds, LogHead logHead) {
        this.rebuilds = rebuilds;
        this.logHead = logHead;
    }

    record Projections(List<Projection> items) {}

    /**
     * One set of read models that follows the log.
     *
     * @param lag how many events on disk it does not know yet
     * @param read whether it is the one that questions are answered from
     */
    record Projection(
            String name, int generation, boolean read, String state, long position, long lag) {
        static Projection of(Rebuild rebuild, long head) {
            long lag = Math.max(0, head - rebuild.position());
            return new Projection(
                    Rebuilds.NAME,
                    rebuild.number(),
                    rebuild.current(),
                    switch (rebuild.state()) {
                        case FOLLOWING -> lag == 0 ? "CURRENT" : "CATCHING_UP";
                        default -> rebuild.state().name();
                    },
                    rebuild.position(),
                    lag);
        }
    }

    /** The one that is read first, then the newest. */
    @GetMapping("/api/operations/projections")
    Projections projections() {
        long head = logHead.position();
        return new Projections(
                rebuilds.all().stream()
                        .filter(rebuild -> rebuild.state() != Rebuild.State.FAILED)
                        .sorted((one, other) -> Boolean.compare(other.current(), one.current()))
                        .map(rebuild -> Projection.of(rebuild, head))
                        .toList());
    }
}
