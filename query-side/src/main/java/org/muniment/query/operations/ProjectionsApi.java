package org.muniment.query.operations;

import java.util.List;
import org.muniment.query.journal.ReadPosition;
import org.muniment.query.moment.LogHead;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ProjectionsApi {
    private static final String NAME = "plan-pictures";

    private final ReadPosition readPosition;
    private final LogHead logHead;

    ProjectionsApi(ReadPosition readPosition, LogHead logHead) {
        this.readPosition = readPosition;
        this.logHead = logHead;
    }

    record Projections(List<Projection> items) {}

    /** {@code lag} is how many events on disk it does not know yet. */
    record Projection(String name, String state, long position, long lag) {}

    @GetMapping("/api/operations/projections")
    Projections projections() {
        long head = logHead.position();
        long position = readPosition.head().position();
        long lag = Math.max(0, head - position);
        String state = lag == 0 ? "CURRENT" : "CATCHING_UP";
        return new Projections(List.of(new Projection(NAME, state, position, lag)));
    }
}
