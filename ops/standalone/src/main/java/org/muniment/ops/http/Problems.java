package org.muniment.ops.http;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Errors in the form of RFC 9457, alike for every cause. */
final class Problems {
    record FieldError(String field, String message) {}

    private Problems() {}

    static ProblemDetail of(HttpStatus status, String name, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:muniment:problem:" + name));
        problem.setTitle(status.getReasonPhrase());
        return problem;
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
