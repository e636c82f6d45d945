package org.muniment.ops.operations;

import java.util.List;
import org.muniment.command.dispatch.Caller;
import org.muniment.kernel.deadletter.DeadLetterId;
import org.muniment.kernel.words.Malformed;
import org.muniment.kernel.words.Narrative;
import org.muniment.query.operations.Determinism;
import org.muniment.query.operations.Rebuilds;
import org.muniment.query.page.Complaint;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The read models: what they cannot take, how they are rebuilt, and whether they come out alike.
 */
@Controller
class OperationsPage {
    private static final String HERE = "redirect:/operations";

    private final DeadLetterDesk desk;
    private final Rebuilds rebuilds;
    private final Determinism determinism;

    OperationsPage(DeadLetterDesk desk, Rebuilds rebuilds, Determinism determinism) {
        this.desk = desk;
        this.rebuilds = rebuilds;
        this.determinism = determinism;
    }

    @GetMapping(path = "/operations", params = "!part")
    String show(Model model) {
        model.addAttribute("letters", desk.all());
        generations(model);
        model.addAttribute("check", determinism.last().orElse(null));
        return "operations";
    }

    /** The part that changes while a rebuild is under way. */
    @GetMapping(path = "/operations", params = "part=generations")
    String progress(Model model) {
        generations(model);
        return "operations :: generations";
    }

    private void generations(Model model) {
        model.addAttribute("generations", rebuilds.all());
        model.addAttribute("underWay", rebuilds.isUnderWay());
    }

    @PostMapping(path = "/operations", params = "what=rebuild")
    String rebuild(Caller caller) {
        rebuilds.begin(caller.by());
        return HERE + "#generations";
    }

    @PostMapping(path = "/operations", params = "what=switch")
    String switchTo(@RequestParam int number, Caller caller) {
        rebuilds.switchTo(number, caller.by());
        return HERE + "#generations";
    }

    @PostMapping(path = "/operations", params = "what=drop")
    String drop(@RequestParam int number) {
        rebuilds.drop(number);
        return HERE + "#generations";
    }

    @PostMapping(path = "/operations", params = "what=check")
    String check() {
        determinism.run();
        return HERE + "#check";
    }

    @PostMapping(path = "/operations", params = "what=retry")
    String retry(@RequestParam long number, Caller caller) {
        desk.retry(new DeadLetterId(number), caller);
        return HERE;
    }

    @PostMapping(path = "/operations", params = "what=evict")
    String evict(
            @RequestParam long number,
            @RequestParam(defaultValue = "") String reason,
            Caller caller,
            Model model) {
        try {
            desk.evict(new DeadLetterId(number), reasonOf(reason), caller);
            return HERE;
        } catch (IllegalArgumentException wrong) {
            model.addAttribute(
                    "errors", List.of(new Complaint("reason-" + number, wrong.getMessage())));
            model.addAttribute("wrong", number);
            return show(model);
        }
    }

    private static Narrative reasonOf(String text) {
        if (text.isBlank()) {
            throw new Malformed("reason", "Say why the event is left out");
        }
        return new Narrative(text.strip());
    }
}
