package org.muniment.ops.http;

import com.mongodb.MongoException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.muniment.command.dispatch.KeyReused;
import org.muniment.command.dispatch.OutOfReach;
import org.muniment.command.dispatch.StaleVersion;
import org.muniment.command.dispatch.VersionMissing;
import org.muniment.command.person.VaultUnavailable;
import org.muniment.kernel.words.Malformed;
import org.muniment.kernel.words.Refused;
import org.muniment.ops.http.Problems.FieldError;
import org.muniment.ops.ledger.Unprovable;
import org.muniment.ops.log.LogUnavailable;
import org.muniment.ops.operations.UnknownLetter;
import org.muniment.ops.safe.SafeUnavailable;
import org.muniment.query.journal.PlanStopped;
import org.muniment.query.journal.UnknownPlan;
import org.muniment.query.journal.UnknownThing;
import org.muniment.query.moment.NotCaughtUp;
import org.muniment.query.operations.UnknownGeneration;
import org.muniment.query.people.CannotBeOpened;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageConversionException;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns what went wrong in the product into problems; the framework's own are in WebErrors. */
@RestControllerAdvice
@Order(0)
class ApiErrors {
    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);
    private static final Duration SOON = Duration.ofSeconds(1);

    @ExceptionHandler
    ProblemDetail on(Malformed malformed) {
        return Problems.malformed(malformed.field(), malformed.getMessage());
    }

    /** The server reads queries and forms late, when they are asked for. */
    @ExceptionHandler({InvalidParameterException.class, RequestRejectedException.class})
    ProblemDetail onUnreadable(RuntimeException unreadable) {
        return Problems.malformed("query", "is not well formed: an escape or its bytes are wrong");
    }

    /** An object where a word is wanted; what could not be written is another matter. */
    @ExceptionHandler
    ProblemDetail on(HttpMessageConversionException unreadable) {
        if (unreadable instanceof HttpMessageNotWritableException) {
            throw unreadable;
        }
        return Problems.malformed(
                "body", "has the wrong type; figures, dates and texts are strings");
    }

    @ExceptionHandler
    ProblemDetail on(Refused refused) {
        ProblemDetail problem = Problems.refused(refused.rule(), refused.getMessage());
        refused.details().forEach(problem::setProperty);
        refused.field()
                .ifPresent(
                        field ->
                                problem.setProperty(
                                        "errors",
                                        List.of(new FieldError(field, refused.getMessage()))));
        return problem;
    }

    @ExceptionHandler
    ProblemDetail on(VersionMissing missing) {
        String wanted =
                "must say the version last seen: it is the ETag of the thing's own address and of"
                        + " the answer to its last change";
        ProblemDetail problem =
                Problems.of(
                        HttpStatus.PRECONDITION_REQUIRED,
                        "precondition-required",
                        "If-Match " + wanted);
        problem.setProperty("errors", List.of(new FieldError(HttpHeaders.IF_MATCH, wanted)));
        return problem;
    }

    @ExceptionHandler
    ProblemDetail on(StaleVersion stale) {
        ProblemDetail problem =
                Problems.of(
                        HttpStatus.PRECONDITION_FAILED,
                        "stale",
                        "it is at version %d, not %d: read it again"
                                .formatted(stale.actual(), stale.expected()));
        problem.setProperty("version", stale.actual());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail on(KeyReused reused) {
        return Problems.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "key-reused",
                "this Idempotency-Key was given to another request: use a new one");
    }

    @ExceptionHandler
    ProblemDetail on(OutOfReach outside) {
        return Problems.of(HttpStatus.FORBIDDEN, "forbidden", outside.getMessage());
    }

    @ExceptionHandler
    ProblemDetail on(AggregateStreamCreationException taken) {
        return Problems.refused("id-taken", "there is already a thing with this id");
    }

    @ExceptionHandler
    ProblemDetail on(ConcurrencyException raced) {
        return Problems.refused(
                "changed-meanwhile", "another change came first; read it again and retry");
    }

    @ExceptionHandler
    ProblemDetail on(AggregateNotFoundException unknown) {
        return Problems.of(
                HttpStatus.NOT_FOUND,
                "unknown",
                "there is no "
                        + String.valueOf(unknown.getAggregateIdentifier()).replaceFirst(":", " "));
    }

    @ExceptionHandler({
        UnknownPlan.class,
        UnknownThing.class,
        UnknownGeneration.class,
        UnknownLetter.class
    })
    ProblemDetail onUnknown(RuntimeException unknown) {
        return Problems.of(HttpStatus.NOT_FOUND, "unknown", unknown.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(NotCaughtUp behind) {
        return later("behind", "position " + behind.wanted() + " cannot be read yet");
    }

    /** What was known before can be asked for: it says at which position. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(PlanStopped stopped) {
        ResponseEntity<ProblemDetail> answer =
                later(
                        "plan-stopped",
                        stopped.getMessage()
                                + "; until somebody has seen to it, ask with asOf=position:"
                                + stopped.position());
        answer.getBody().setProperty("position", stopped.position());
        answer.getBody().setProperty("deadLetter", stopped.letter());
        return answer;
    }

    @ExceptionHandler({LogUnavailable.class, EventStoreException.class})
    ResponseEntity<ProblemDetail> onUnavailable(RuntimeException unavailable) {
        LOG.error("The log refused a write", unavailable);
        return later("unavailable", "the log cannot be written at present");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(DataAccessException unavailable) {
        LOG.error("The log could not be read", unavailable);
        return later("unavailable", "the log cannot be read at present");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(MongoException unavailable) {
        LOG.error("The read store did not answer", unavailable);
        return later("unavailable", "the read store cannot be reached at present");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(VaultUnavailable unavailable) {
        LOG.error("The vault refused a change", unavailable);
        return later("unavailable", "the vault cannot be changed at present");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(SafeUnavailable unavailable) {
        LOG.error("What is kept beside the log cannot be reached", unavailable);
        return later("unavailable", "keys and people cannot be reached at present");
    }

    @ExceptionHandler
    ProblemDetail on(CannotBeOpened unreadable) {
        return Problems.refused("unreadable", "the vault does not hold what was committed to");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(Unprovable unprovable) {
        return later("unprovable", unprovable.getMessage());
    }

    @ExceptionHandler
    ProblemDetail onAnythingElse(Exception unexpected, HttpServletRequest request)
            throws Exception {
        if (unexpected instanceof ErrorResponse || unexpected instanceof AccessDeniedException) {
            throw unexpected;
        }
        if (unexpected instanceof IllegalArgumentException && isOfAnyType(request)) {
            return Problems.of(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "unsupported-media-type",
                    "a body is of one type");
        }
        LOG.error("Unexpected failure", unexpected);
        return Problems.of(
                HttpStatus.INTERNAL_SERVER_ERROR, "unexpected", "something failed on our side");
    }

    /** The framework stumbles over a wildcard in a request's type before it looks for a reader. */
    private static boolean isOfAnyType(HttpServletRequest request) {
        return request.getContentType() != null && request.getContentType().contains("*");
    }

    private static ResponseEntity<ProblemDetail> later(String name, String detail) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(SOON.toSeconds()))
                .body(Problems.of(HttpStatus.SERVICE_UNAVAILABLE, name, detail));
    }
}
