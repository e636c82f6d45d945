package org.muniment.ops.sheets;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.muniment.command.imports.ImportKind;
import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.plan.PlanId;
import org.muniment.ops.access.ImportAccess;
import org.muniment.ops.http.Admitted;
import org.muniment.ops.http.Correlation;
import org.muniment.ops.inner.Call;
import org.muniment.ops.inner.InnerAnswer;
import org.muniment.ops.inner.InnerRequests;
import org.muniment.ops.sheets.KeptSheets.Sheet;
import org.muniment.query.page.May;
import org.muniment.query.page.PlanPages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.view.RedirectView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sheet is tried when it is uploaded, and recorded when whoever did so has seen the rows. */
@Controller
class ImportPage {
    private static final String CSV = "text/csv";
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final PlanPages pages;
    private final InnerRequests requests;
    private final JsonMapper json;
    private final May may;

    /** The real time in the demo too, whose clock is simulated. */
    private final KeptSheets kept = new KeptSheets(Clock.systemUTC());

    ImportPage(PlanPages pages, InnerRequests requests, JsonMapper json, May may) {
        this.may = may;
        this.pages = pages;
        this.requests = requests;
        this.json = json;
    }

    /** {@code field} is the id of the control it is about. */
    record Complaint(String field, String message) {}

    @GetMapping("/plans/{plan}/imports")
    String choose(@PathVariable PlanId plan, Warrant warrant, Model model) {
        pages.open(plan, null, null, warrant, model);
        return asked(null, List.of(), model);
    }

    @PostMapping("/plans/{plan}/imports")
    ModelAndView take(
            @PathVariable PlanId plan,
            Warrant warrant,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws ServletException, IOException {
        String key = request.getParameter("sheet");
        if (key != null) {
            return record(plan, key, warrant, request, response, model);
        }
        Part file = isUpload(request) ? request.getPart("file") : null;
        String kind = request.getParameter("kind");
        List<Complaint> missing = missing(kind, file);
        if (!missing.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return shown(plan, warrant, asked(kind, missing, model), model);
        }
        byte[] bytes = file.getInputStream().readAllBytes();
        String name = Optional.ofNullable(file.getSubmittedFileName()).orElse("");
        String by = request.getUserPrincipal().getName();
        String type = name.toLowerCase(Locale.ROOT).endsWith(".xlsx") ? XLSX : CSV;
        Sheet sheet = new Sheet(by, plan.value(), kind, name, type, bytes, null);
        InnerAnswer answer = send(request, sheet, "true", Map.of());
        if (!answer.succeeded()) {
            return refused(plan, sheet, answer, warrant, response, model);
        }
        model.addAttribute("key", kept.keep(by, plan.value(), kind, name, type, bytes));
        return rows(plan, sheet, json.readTree(answer.body()), warrant, model);
    }

    private static boolean isUpload(HttpServletRequest request) {
        return String.valueOf(request.getContentType()).startsWith("multipart/form-data");
    }

    private static List<Complaint> missing(String kind, Part file) {
        List<Complaint> missing = new ArrayList<>();
        if (kind == null || kind.isEmpty()) {
            missing.add(new Complaint("kind-1", "Select what the sheet holds"));
        }
        if (file == null || file.getSize() == 0) {
            missing.add(new Complaint("file", "Select a sheet that is not empty"));
        }
        return missing;
    }

    private ModelAndView record(
            PlanId plan,
            String key,
            Warrant warrant,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws ServletException, IOException {
        String by = request.getUserPrincipal().getName();
        Optional<Sheet> sheet = kept.find(key, by, plan.value());
        if (sheet.isEmpty()) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return shown(
                    plan,
                    warrant,
                    asked(
                            null,
                            List.of(
                                    new Complaint(
                                            "file",
                                            "The sheet was recorded already, or is kept no longer:"
                                                    + " choose it again")),
                            model),
                    model);
        }
        InnerAnswer answer = send(request, sheet.get(), "false", Map.of("Idempotency-Key", key));
        if (!answer.succeeded()) {
            return refused(plan, sheet.get(), answer, warrant, response, model);
        }
        JsonNode recorded = json.readTree(answer.body());
        if (request.getSession(false) != null) {
            RequestContextUtils.getOutputFlashMap(request)
                    .put("recorded", recorded.path("lastPosition").asString("the same as before"));
        }
        RedirectView there = new RedirectView("/plans/" + plan.value() + "/imports");
        there.setStatusCode(HttpStatus.SEE_OTHER);
        there.setExposeModelAttributes(false);
        return new ModelAndView(there);
    }

    private InnerAnswer send(
            HttpServletRequest outer, Sheet sheet, String dryRun, Map<String, String> more)
            throws ServletException, IOException {
        Map<String, String> headers = new HashMap<>(more);
        headers.put(HttpHeaders.CONTENT_TYPE, sheet.type());
        headers.put("X-Correlation-Id", Correlation.of(outer));
        Admitted.find(outer)
                .map(Admitted::onBehalfOf)
                .ifPresent(lender -> headers.put("On-Behalf-Of", lender));
        Optional.ofNullable(outer.getParameter("_csrf"))
                .ifPresent(token -> headers.put("X-CSRF-TOKEN", token));
        String kind = kindOf(sheet.kind());
        return requests.send(
                outer,
                new Call(
                        "/api/plans/" + sheet.plan() + "/imports",
                        "kind=" + kind + "&dryRun=" + dryRun,
                        headers,
                        sheet.bytes()));
    }

    /** Whatever else was sent is no kind, and the API says so. */
    private static String kindOf(String sent) {
        return sent.matches("[a-z-]{1,30}") ? sent : "none";
    }

    private ModelAndView rows(
            PlanId plan, Sheet sheet, JsonNode answer, Warrant warrant, Model model) {
        model.addAttribute("name", sheet.name());
        model.addAttribute("kind", sheet.kind());
        model.addAttribute("encoding", answer.path("encoding").asString(""));
        model.addAttribute("rows", SheetRow.notable(answer.path("rows")));
        model.addAttribute("more", SheetRow.more(answer.path("rows")));
        model.addAttribute("recordable", answer.at("/counts/recorded").asLong(0));
        model.addAttribute("unchanged", answer.at("/counts/unchanged").asLong(0));
        model.addAttribute("empty", answer.at("/counts/empty").asLong(0));
        model.addAttribute("refused", answer.at("/counts/refused").asLong(0));
        return shown(plan, warrant, "import-rows", model);
    }

    private ModelAndView refused(
            PlanId plan,
            Sheet sheet,
            InnerAnswer answer,
            Warrant warrant,
            HttpServletResponse response,
            Model model) {
        response.setStatus(answer.status());
        JsonNode problem = json.readTree(answer.body());
        if (problem.has("rows")) {
            return rows(plan, sheet, problem, warrant, model);
        }
        List<Complaint> complaints = new ArrayList<>();
        for (JsonNode error : problem.path("errors")) {
            complaints.add(
                    new Complaint(
                            "file",
                            "The sheet: %s %s"
                                    .formatted(
                                            error.path("field").asString(""),
                                            error.path("message").asString(""))));
        }
        if (complaints.isEmpty()) {
            complaints.add(new Complaint("file", problem.path("detail").asString("Refused")));
        }
        return shown(plan, warrant, asked(sheet.kind(), complaints, model), model);
    }

    private String asked(String kind, List<Complaint> complaints, Model model) {
        model.addAttribute("kinds", kinds());
        model.addAttribute("kind", kind);
        model.addAttribute("complaints", complaints);
        return "imports";
    }

    /** Those that the reader may send; all where only a lender's role lets them in. */
    private List<ImportKind> kinds() {
        List<ImportKind> theirs =
                Arrays.stream(ImportKind.values())
                        .filter(
                                kind ->
                                        !Collections.disjoint(
                                                ImportAccess.rolesOf(kind.value()), may.roles()))
                        .toList();
        return theirs.isEmpty() ? List.of(ImportKind.values()) : theirs;
    }

    private ModelAndView shown(PlanId plan, Warrant warrant, String view, Model model) {
        pages.open(plan, null, null, warrant, model);
        return new ModelAndView(view);
    }
}
