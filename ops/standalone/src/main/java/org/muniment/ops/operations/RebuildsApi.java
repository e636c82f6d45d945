package org.muniment.ops.operations;

import java.util.List;
import org.muniment.command.dispatch.Caller;
import org.muniment.kernel.words.Malformed;
import org.muniment.query.operations.Determinism;
import org.muniment.query.operations.Rebuild;
import org.muniment.query.operations.Rebuilds;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RebuildsApi {
    private final Rebuilds rebuilds;
    private final Determinism determinism;

    RebuildsApi(Rebuilds rebuilds, Determinism determinism) {
        this.rebuilds = rebuilds;
        this.determinism = determinism;
    }

    /** The newest first. */
    record Generations(List<Rebuild> items) {}

    /** Absent where it was never checked. */
    record Checks(Determinism.Result last) {}

    @GetMapping("/api/operations/rebuilds")
    Generations all() {
        return new Generations(rebuilds.all());
    }

    /** Once it is filled and verified it is read; until then everything stays as it is. */
    @PostMapping("/api/operations/rebuilds")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Rebuild begin(Caller caller) {
        caller.requireEarnest("read models are filled beside the log");
        return rebuilds.of(rebuilds.begin(caller.by()));
    }

    /** The same, named by what is rebuilt. */
    @PostMapping("/api/operations/projections/{projection}/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Rebuild begin(@PathVariable String projection, Caller caller) {
        if (!projection.equals(Rebuilds.NAME)) {
            throw new Malformed("projection", "must be " + Rebuilds.NAME);
        }
        return begin(caller);
    }

    @PostMapping("/api/operations/rebuilds/{generation}/switch")
    Rebuild switchTo(@PathVariable int generation, Caller caller) {
        caller.requireEarnest("which read models are read is not in the log");
        rebuilds.switchTo(generation, caller.by());
        return rebuilds.of(generation);
    }

    /** The generation that was read before this one is read again. */
    @PostMapping("/api/operations/rebuilds/{generation}/switch-back")
    Rebuild switchBack(@PathVariable int generation, Caller caller) {
        caller.requireEarnest("which read models are read is not in the log");
        return rebuilds.of(rebuilds.switchBack(generation, caller.by()));
    }

    @PostMapping("/api/operations/rebuilds/{generation}/drop")
    Rebuild drop(@PathVariable int generation, Caller caller) {
        caller.requireEarnest("read models are dropped beside the log");
        rebuilds.drop(generation);
        return rebuilds.of(generation);
    }

    @GetMapping("/api/operations/determinism")
    Checks lastCheck() {
        return new Checks(determinism.last().orElse(null));
    }

    /** Folds the whole log twice, as differently as can be, and compares. */
    @PostMapping("/api/operations/determinism")
    Checks check(Caller caller) {
        caller.requireEarnest("the log is only read");
        return new Checks(determinism.run());
    }
}
