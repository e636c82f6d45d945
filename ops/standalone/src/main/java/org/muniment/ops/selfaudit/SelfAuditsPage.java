package org.muniment.ops.selfaudit;

import org.muniment.command.dispatch.Caller;
import org.muniment.query.moment.Moments;
import org.muniment.query.selfaudit.SelfAuditLog;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The results of the self-audits, and a way to run one now. */
@Controller
class SelfAuditsPage {
    private static final int SHOWN = 30;

    private final SelfAudits audits;
    private final SelfAuditLog results;
    private final Moments moments;

    SelfAuditsPage(SelfAudits audits, SelfAuditLog results, Moments moments) {
        this.audits = audits;
        this.results = results;
        this.moments = moments;
    }

    @GetMapping("/self-audits")
    String runs(Model model) {
        moments.resolve(null, "asOf");
        model.addAttribute("runs", results.runs().stream().limit(SHOWN).toList());
        return "self-audits";
    }

    @PostMapping("/self-audits")
    String run(Caller caller) {
        audits.run(caller);
        return "redirect:/self-audits";
    }
}
