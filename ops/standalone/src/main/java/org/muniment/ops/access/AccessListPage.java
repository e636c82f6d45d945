package org.muniment.ops.access;

import org.muniment.kernel.access.Warrant;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who may do what, now or on a past day, as a page. */
@Controller
class AccessListPage {
    private final AccessListApi answers;

    AccessListPage(AccessListApi answers) {
        this.answers = answers;
    }

    @GetMapping("/access")
    String everybody(@RequestParam(required = false) String on, Warrant warrant, Model model) {
        model.addAttribute("people", answers.everybody(on, warrant).items());
        model.addAttribute("on", on == null || on.isBlank() ? null : on);
        return "access";
    }
}
