package org.muniment.query.people;

import org.muniment.kernel.access.Warrant;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who was erased, as a page; it names nobody who was. */
@Controller
class ErasuresPage {
    private final ErasuresApi answers;

    ErasuresPage(ErasuresApi answers) {
        this.answers = answers;
    }

    @GetMapping("/erasures")
    String erasures(Warrant warrant, Model model) {
        model.addAttribute("erasures", answers.erasures(warrant).items());
        return "erasures";
    }
}
