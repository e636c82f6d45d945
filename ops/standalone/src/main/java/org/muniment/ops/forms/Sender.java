package org.muniment.ops.forms;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muniment.ops.http.Admitted;
import org.muniment.ops.http.Correlation;
import org.muniment.ops.inner.Call;
import org.muniment.ops.inner.InnerAnswer;
import org.muniment.ops.inner.InnerRequests;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Sends what a form holds to the API, on behalf of whoever sent the form. */
@Component
class Sender {
    private static final String ON_BEHALF_OF = "On-Behalf-Of";

    private final InnerRequests requests;
    private final JsonMapper json;

    Sender(InnerRequests requests, JsonMapper json) {
        this.requests = requests;
        this.json = json;
    }

    InnerAnswer tried(HttpServletRequest outer, Form form, Entered typed)
            throws ServletException, IOException {
        return send(outer, form, typed, "dryRun=true", Map.of());
    }

    InnerAnswer sent(HttpServletRequest outer, Form form, Entered typed)
            throws ServletException, IOException {
        return send(outer, form, typed, "", Map.of("Idempotency-Key", typed.text(Steps.KEY)));
    }

    private InnerAnswer send(
            HttpServletRequest outer,
            Form form,
            Entered typed,
            String query,
            Map<String, String> more)
            throws ServletException, IOException {
        Map<String, String> headers = new HashMap<>(more);
        headers.put(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE);
        headers.put("X-Correlation-Id", Correlation.of(outer));
        Admitted.find(outer)
                .map(Admitted::onBehalfOf)
                .ifPresent(lender -> headers.put(ON_BEHALF_OF, lender));
        if (typed.has(Steps.VERSION)) {
            headers.put(HttpHeaders.IF_MATCH, '"' + typed.text(Steps.VERSION) + '"');
        }
        if (typed.has(Steps.WHY)) {
            headers.put("Reason", typed.text(Steps.WHY));
        }
        if (typed.has(Steps.TOKEN)) {
            headers.put("X-CSRF-TOKEN", typed.text(Steps.TOKEN));
        }
        List<Field> fields = form.fields();
        return requests.send(
                outer,
                new Call(
                        addressOf(form, outer),
                        query,
                        headers,
                        json.writeValueAsBytes(typed.json(fields))));
    }

    /** The page's own address, with the page's path replaced by the command's. */
    private static String addressOf(Form form, HttpServletRequest outer) {
        String page = outer.getRequestURI();
        int more = form.path().length() - (form.command().length() - "/api".length());
        return "/api" + page.substring(0, page.length() - more);
    }
}
