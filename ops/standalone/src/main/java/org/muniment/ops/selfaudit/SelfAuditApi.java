package org.muniment.ops.selfaudit;

import java.util.List;
import org.muniment.command.dispatch.Caller;
import org.muniment.command.dispatch.Receipt;
import org.muniment.query.moment.Moments;
import org.muniment.query.selfaudit.SelfAuditLog;
import org.muniment.query.selfaudit.SelfAuditLog.Run;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SelfAuditApi {
    private final SelfAudits audits;
    private final SelfAuditLog results;
    private final Moments moments;

    SelfAuditApi(SelfAudits audits, SelfAuditLog results, Moments moments) {
        this.audits = audits;
        this.results = results;
        this.moments = moments;
    }

    /** Newest first. */
    record Runs(List<Run> items) {}

    @PostMapping("/api/operations/self-audits")
    ResponseEntity<Receipt> run(Caller caller) {
        caller.requireEarnest("a self-audit keeps its results");
        return audits.run(caller);
    }

    @GetMapping("/api/operations/self-audits")
    Runs runs() {
        moments.resolve(null, "asOf");
        return new Runs(results.runs());
    }
}
