package org.muniment.ops.nodes;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.muniment.ops.http.Correlation;
import org.muniment.ops.http.Hop;
import org.muniment.ops.http.Problems;
import org.muniment.ops.inner.InnerRequests;
import org.muniment.ops.log.LogTransactions;
import org.muniment.ops.nodes.RelayedRequest.Answered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passes commands on to the process that writes, after everything that is checked here: who sends
 * it, whether they may, how long it is. There all is checked again.
 */
@Component
@Order(RelayFilter.BEHIND_THE_BODY)
class RelayFilter extends OncePerRequestFilter {
    static final String KIND = "request";
    static final int BEHIND_THE_BODY = -90;

    private static final List<String> SAID =
            List.of(
                    HttpHeaders.CONTENT_TYPE,
                    HttpHeaders.ACCEPT,
                    HttpHeaders.IF_MATCH,
                    "Idempotency-Key",
                    "Reason",
                    "On-Behalf-Of");

    private static final List<String> DONE_HERE =
            List.of(
                    "/api/ledger/verification",
                    "/api/operations/determinism",
                    "/api/operations/projections",
                    "/api/operations/rebuilds");

    private final Relay relay;
    private final LogTransactions log;
    private final JsonMapper json;

    RelayFilter(Relay relay, LogTransactions log, JsonMapper json) {
        this.relay = relay;
        this.log = log;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return relay.isHere()
                || !HttpMethod.POST.matches(request.getMethod())
                || !request.getRequestURI().startsWith("/api/")
                || isDoneHere(request.getRequestURI());
    }

    /** What is the work of the process that was asked, and changes nothing on record. */
    private static boolean isDoneHere(String path) {
        return DONE_HERE.stream().anyMatch(path::startsWith);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (Hop.isOne(request)) {
            nobody(response);
            return;
        }
        byte[] body = request.getInputStream().readAllBytes();
        RelayedRequest asked =
                new RelayedRequest(
                        request.getUserPrincipal().getName(),
                        request.getRequestURI(),
                        request.getQueryString(),
                        said(request),
                        body);
        Answered answered;
        try {
            answered =
                    json.readValue(relay.send(KIND, json.writeValueAsBytes(asked)), Answered.class);
            // Whoever asks here next finds what was done.
            log.takeIn();
        } catch (RuntimeException absent) {
            logger.warn("A command could not be passed on: " + absent.getMessage());
            nobody(response);
            return;
        }
        InnerRequests.noteSent(request);
        response.setStatus(answered.status());
        answered.headers().forEach(response::setHeader);
        response.getOutputStream().write(answered.body());
    }

    private void nobody(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        Problems.write(
                response,
                Problems.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "unavailable",
                        "no process takes commands at present; whether this one was kept is told to"
                                + " whoever asks again with the same Idempotency-Key"),
                json);
    }

    private static Map<String, String> said(HttpServletRequest request) {
        Map<String, String> said = new TreeMap<>();
        for (String name : SAID) {
            String value = request.getHeader(name);
            if (value != null) {
                said.put(name, value);
            }
        }
        said.put("X-Correlation-Id", Correlation.of(request));
        return said;
    }
}
