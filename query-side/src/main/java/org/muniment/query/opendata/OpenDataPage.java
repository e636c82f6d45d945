package org.muniment.query.opendata;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where the open data is, and what its columns mean. */
@Controller
class OpenDataPage {
    private final String licence;

    /** {@code licence} is a line of text; blank where the council has decided on none. */
    OpenDataPage(@Value("${muniment.open-data-licence:}") String licence) {
        this.licence = licence;
    }

    @GetMapping("/open-data")
    String dictionary(Model model) {
        model.addAttribute("dictionary", Dictionary.of(OpenTables.ALL));
        model.addAttribute("licence", licence);
        return "open-data";
    }
}
