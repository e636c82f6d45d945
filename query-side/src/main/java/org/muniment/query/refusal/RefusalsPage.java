package org.muniment.query.refusal;

import org.muniment.kernel.access.Warrant;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who was refused what, as a page. */
@Controller
class RefusalsPage {
    private static final int SHOWN = 100;

    private final RefusalsApi answers;

    RefusalsPage(RefusalsApi answers) {
        this.answers = answers;
    }

    @GetMapping("/refusals")
    String refusals(@RequestParam(defaultValue = "0") long after, Warrant warrant, Model model) {
        model.addAttribute("refusals", answers.refusals(after, SHOWN, warrant));
        model.addAttribute("after", after);
        return "refusals";
    }
}
