package org.muniment.ops.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** Errors in the form of RFC 9457, alike for every cause. */
public final class Problems {
    private static final String PREFIX = "urn:muniment:problem:";

    record FieldError(String field, String message) {}

    private static final String NAME = Problems.class.getName();

    private Problems() {}

    /** Leaves word with the request by what name, or under which rule, it was refused. */
    static void note(ProblemDetail problem, HttpServletRequest request) {
        Map<String, Object> more = problem.getProperties();
        Object rule = more == null ? null : more.get("rule");
        String type = String.valueOf(problem.getType());
        request.setAttribute(
                NAME, rule == null ? type.substring(type.lastIndexOf(':') + 1) : rule.toString());
    }

    /** Empty where it was refused before it came to the product, or not at all. */
    public static Optional<String> nameIn(HttpServletRequest request) {
        return Optional.ofNullable((String) request.getAttribute(NAME));
    }

    public static ProblemDetail of(HttpStatus status, String name, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(PREFIX + name));
        problem.setTitle(status.getReasonPhrase());
        return problem;
    }

    /** Straight to the wire, where no controller is at hand. */
    public static void write(HttpServletResponse response, ProblemDetail problem, JsonMapper json)
            throws IOException {
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }

    /** A problem the framework describes, named like its status. */
    static ProblemDetail named(ProblemDetail problem) {
        if (problem.getType() == null || problem.getType().toString().equals("about:blank")) {
            problem.setType(URI.create(PREFIX + nameOf(problem.getTitle())));
        }
        return problem;
    }

    private static String nameOf(String title) {
        return title == null ? "refused" : title.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    static ProblemDetail malformed(List<FieldError> errors) {
        String fields = String.join(", ", errors.stream().map(FieldError::field).toList());
        ProblemDetail problem =
                of(HttpStatus.BAD_REQUEST, "malformed", "the request is malformed: " + fields);
        problem.setProperty("errors", errors);
        return problem;
    }

    static ProblemDetail malformed(String field, String message) {
        return malformed(List.of(new FieldError(field, message)));
    }

    static ProblemDetail refused(String rule, String detail) {
        ProblemDetail problem = of(HttpStatus.CONFLICT, "refused", detail);
        problem.setProperty("rule", rule);
        return problem;
    }
}
