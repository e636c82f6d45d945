package org.muniment.ops.forms;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.muniment.kernel.words.PersonId;
import org.muniment.ops.forms.Field.Kind;
import org.muniment.ops.inner.InnerAnswer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every form, in three steps: what is asked, what will happen, and that it has happened. Whatever
 * goes wrong, what was typed is shown again.
 */
@Controller
class FormPages {
    private static final int MOST_PROPOSALS = 9;

    private final Subjects subjects;
    private final Sender sender;
    private final Theirs theirs;
    private final JsonMapper json;

    FormPages(Subjects subjects, Sender sender, Theirs theirs, JsonMapper json) {
        this.subjects = subjects;
        this.sender = sender;
        this.theirs = theirs;
        this.json = json;
    }

    /** One form of one thing, on its way. */
    private record Visit(
            Form form,
            Subject subject,
            Entered typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Visit typing(Entered other) {
            return new Visit(form, subject, other, request, response, model);
        }
    }

    /** What stands in the query is filled in already. */
    ModelAndView show(
            @PathVariable Map<String, String> named,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Visit visit = visit(named, request, response, model);
        return asked(visit.typing(begun(visit.typed, visit.subject)), Complaints.NONE);
    }

    ModelAndView send(
            @PathVariable Map<String, String> named,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws ServletException, IOException {
        Visit visit = visit(named, request, response, model);
        String step = visit.typed.text(Steps.STEP);
        if (step.equals(Steps.CHANGE) || visit.typed.has("more")) {
            return asked(visit, Complaints.NONE);
        }
        return step.equals(Steps.SEND) ? sent(visit) : checked(visit);
    }

    private Visit visit(
            Map<String, String> named,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String path = (String) request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        Form form = Catalogue.at(path);
        PersonId reader = new PersonId(request.getUserPrincipal().getName());
        Entered typed = Entered.of(request.getParameterMap()).compacted(form.fields());
        return new Visit(form, subjects.find(named, reader), typed, request, response, model);
    }

    private static Entered begun(Entered typed, Subject subject) {
        Entered keyed = typed.with(Steps.KEY, UUID.randomUUID().toString());
        return subject.version() == null
                ? keyed
                : keyed.with(Steps.VERSION, subject.version().toString());
    }

    private ModelAndView checked(Visit visit) throws ServletException, IOException {
        Visit proposing = visit;
        InnerAnswer answer = sender.tried(visit.request, visit.form, visit.typed);
        for (int attempt = 1; attempt <= MOST_PROPOSALS && lacksId(visit, answer); attempt++) {
            proposing = visit.typing(proposed(visit, attempt));
            answer = sender.tried(visit.request, visit.form, proposing.typed);
            if (!ruleOf(answer).equals("id-taken")) {
                break;
            }
        }
        if (!answer.succeeded()) {
            return refused(visit, answer);
        }
        JsonNode receipt = json.readTree(answer.body());
        List<String> sentences = new ArrayList<>();
        for (JsonNode event : receipt.path("would")) {
            String type = event.path("type").asString("");
            sentences.addAll(
                    type.equals("snapshot.published")
                            ? Sentences.published(event.path("payload"), visit.subject)
                            : Sentences.of(type, event.path("payload")));
        }
        if (receipt.path("would").isEmpty()) {
            sentences.add("Nothing will change: this is on record already.");
        }
        visit.model.addAttribute("sentences", sentences);
        visit.model.addAttribute("entered", Summary.of(proposing.typed, visit.form, visit.subject));
        return page("form-check", proposing, Complaints.NONE);
    }

    private static boolean lacksId(Visit visit, InnerAnswer answer) {
        return !answer.succeeded()
                && !visit.typed.has("id")
                && visit.form.fields().stream().anyMatch(it -> it.kind() == Kind.ID);
    }

    private static Entered proposed(Visit visit, int attempt) {
        Field id =
                visit.form.fields().stream()
                        .filter(it -> it.kind() == Kind.ID)
                        .findFirst()
                        .orElseThrow();
        Field from =
                visit.form.fields().stream()
                        .filter(it -> it.name().equals(id.from()))
                        .findFirst()
                        .orElseThrow();
        String words = visit.typed.said(from, "");
        String within =
                from.name().equals("quarter")
                        ? words + "-" + visit.subject.plan().adopted().financialYear()
                        : words;
        return visit.typed.with("id", Proposal.of(within, attempt));
    }

    private String ruleOf(InnerAnswer answer) {
        return answer.succeeded() ? "" : json.readTree(answer.body()).path("rule").asString("");
    }

    private ModelAndView sent(Visit visit) throws ServletException, IOException {
        InnerAnswer answer = sender.sent(visit.request, visit.form, visit.typed);
        if (!answer.succeeded()) {
            return refused(visit, answer);
        }
        JsonNode receipt = json.readTree(answer.body());
        if (visit.request.getSession(false) != null) {
            RequestContextUtils.getOutputFlashMap(visit.request)
                    .put("recorded", receipt.path("position").asLong());
        }
        RedirectView there = new RedirectView(pageOf(visit, receipt.path("id").asString("")));
        there.setStatusCode(HttpStatus.SEE_OTHER);
        there.setExposeModelAttributes(false);
        return new ModelAndView(there);
    }

    /** Of what is new, its own page. */
    private static String pageOf(Visit visit, String id) {
        String command = visit.form.command();
        boolean adds = visit.form.fields().stream().anyMatch(it -> it.kind() == Kind.ID);
        return adds && visit.subject.plan() != null
                ? command.substring(command.lastIndexOf('/')) + "/" + id
                : visit.subject.page();
    }

    private ModelAndView refused(Visit visit, InnerAnswer answer) {
        JsonNode problem = json.readTree(answer.body());
        visit.response.setStatus(answer.status());
        if (answer.status() == HttpStatus.PRECONDITION_FAILED.value()) {
            return conflicting(visit, problem.path("version").asLong());
        }
        if (answer.status() == HttpStatus.UNPROCESSABLE_CONTENT.value()) {
            Entered again = visit.typed.with(Steps.KEY, UUID.randomUUID().toString());
            return asked(
                    visit.typing(again),
                    Complaints.that(
                            "This form was sent before with other answers. Check whether that is"
                                    + " what you meant, and send it again if not."));
        }
        if (ruleOf(answer).equals("quarter-frozen")) {
            visit.model.addAttribute("instead", restatement(visit));
        }
        return asked(
                visit.typing(withFindings(visit.typed, problem)),
                Complaints.of(problem, visit.form.fields()));
    }

    /** The form by which a figure that is frozen is corrected, filled in as far as it asks. */
    private static String restatement(Visit visit) {
        UriComponentsBuilder there =
                UriComponentsBuilder.fromPath(visit.subject.page() + "/restatements");
        for (String name : List.of("month", "actual")) {
            if (visit.typed.has(name)) {
                there.queryParam(name, "{" + name + "}");
            }
        }
        return there.encode()
                .buildAndExpand(
                        Map.of(
                                "month", visit.typed.text("month"),
                                "actual", visit.typed.text("actual")))
                .toUriString();
    }

    /** What stands in the way is filled in, so that only the reasons are wanting. */
    private static Entered withFindings(Entered typed, JsonNode problem) {
        Entered filled = typed;
        int row = 0;
        while (filled.has("overrides[%d].finding".formatted(row))) {
            row++;
        }
        for (JsonNode finding : problem.path("findings")) {
            String name = nameOf(finding);
            filled = filled.with("overrides[%d].finding".formatted(row++), name);
        }
        return filled;
    }

    private static String nameOf(JsonNode finding) {
        JsonNode subjects = finding.path("subjects");
        String id = finding.path("id").asString("");
        return subjects.size() == 1 ? id + ":" + subjects.get(0).asString("") : id;
    }

    private ModelAndView conflicting(Visit visit, long version) {
        long seen = Long.parseLong(visit.typed.text(Steps.VERSION));
        visit.model.addAttribute(
                "conflict", theirs.since(seen, visit.subject, visit.form, visit.typed));
        return page(
                "form-conflict",
                visit.typing(visit.typed.with(Steps.VERSION, Long.toString(version))),
                Complaints.NONE);
    }

    private ModelAndView asked(Visit visit, Complaints complaints) {
        return page("form", visit, complaints);
    }

    private static ModelAndView page(String view, Visit visit, Complaints complaints) {
        Form form = visit.form;
        Entered typed = visit.typed;
        visit.model.addAttribute("form", form);
        visit.model.addAttribute("subject", visit.subject);
        visit.model.addAttribute("about", visit.subject.planEntry());
        visit.model.addAttribute("address", visit.request.getRequestURI());
        visit.model.addAttribute(
                "fields", Shown.all(form.fields(), visit.subject, typed, complaints));
        visit.model.addAttribute("present", form.present().apply(visit.subject, typed));
        visit.model.addAttribute("again", typed.again(form.fields()));
        visit.model.addAttribute("complaints", complaints.all());
        visit.model.addAttribute("key", typed.text(Steps.KEY));
        visit.model.addAttribute("version", typed.text(Steps.VERSION));
        visit.model.addAttribute("why", typed.text(Steps.WHY));
        visit.model.addAttribute("onBehalfOf", typed.text(Steps.ON_BEHALF_OF));
        return new ModelAndView(view);
    }
}
