package org.muniment.query.accessibility;

import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The accessibility statement, in the form of the model statement.
 *
 * @see <a href="https://www.legislation.gov.uk/uksi/2018/952/regulation/8">regulation 8</a>
 */
@Controller
class StatementPage {
    private final String contact;
    private final LocalDate tested;

    StatementPage(
            @Value("${muniment.accessibility.contact:}") String contact,
            @Value("${muniment.accessibility.tested}") LocalDate tested) {
        this.contact = contact;
        this.tested = tested;
    }

    @GetMapping("/accessibility")
    String show(Model model) {
        model.addAttribute("contact", contact.isBlank() ? null : contact);
        model.addAttribute("tested", tested);
        return "accessibility";
    }
}
