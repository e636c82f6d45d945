package org.muniment.ops.http;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.muniment.kernel.words.Malformed;
import org.muniment.ops.http.Problems.FieldError;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What a request got wrong before it reached the product, with the name of the field. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class WebErrors extends ResponseEntityExceptionHandler {
    private static final Pattern DOUBLED =
            Pattern.compile("Duplicate Object property \"([^\"]{1,100})\"");

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyLimit.TooLarge tooLarge) {
                return answer(tooLarge.problem());
            }
        }
        return answer(
                unreadable.getCause() instanceof JacksonException json
                        ? Problems.malformed(field(json), message(json))
                        : Problems.malformed("body", "a JSON object is required"));
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        List<FieldError> errors =
                invalid.getFieldErrors().stream()
                        .map(error -> new FieldError(error.getField(), error.getDefaultMessage()))
                        .sorted(Comparator.comparing(FieldError::field))
                        .toList();
        return answer(Problems.malformed(errors));
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        String field =
                mismatch instanceof MethodArgumentTypeMismatchException argument
                        ? argument.getName()
                        : mismatch.getPropertyName();
        Throwable root = mismatch.getMostSpecificCause();
        boolean ours = root.getClass() == IllegalArgumentException.class;
        String message = ours ? root.getMessage() : "cannot be understood";
        return answer(Problems.malformed(field, oneOf(mismatch.getRequiredType(), message)));
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException missing,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return answer(Problems.malformed(missing.getParameterName(), "must not be absent"));
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail problem) {
            Problems.named(problem);
        }
        return super.createResponseEntity(body, headers, status, request);
    }

    /** Where there are only so many answers, these; otherwise what went wrong. */
    private static String oneOf(Class<?> type, String message) {
        return type != null && type.isEnum()
                ? "must be one of " + Arrays.toString(type.getEnumConstants())
                : message;
    }

    private static ResponseEntity<Object> answer(ProblemDetail problem) {
        return ResponseEntity.status(HttpStatus.valueOf(problem.getStatus())).body(problem);
    }

    private static String field(JacksonException json) {
        String path =
                json.getPath().stream()
                        .map(
                                step ->
                                        step.getPropertyName() == null
                                                ? "[" + step.getIndex() + "]"
                                                : "." + step.getPropertyName())
                        .collect(Collectors.joining());
        String own = json.getCause() instanceof Malformed malformed ? "." + malformed.field() : "";
        Matcher doubled = DOUBLED.matcher(String.valueOf(json.getOriginalMessage()));
        String twice = doubled.find() ? "." + doubled.group(1) : "";
        String field = (path + own + twice).replaceFirst("^\\.", "");
        return field.isEmpty() ? "body" : field;
    }

    private static String expectation(Class<?> wanted) {
        if (wanted == null) {
            return "cannot be understood";
        }
        if (wanted.isEnum()) {
            return "must be one of " + Arrays.toString(wanted.getEnumConstants());
        }
        if (wanted == LocalDate.class) {
            return CalendarDay.EXPECTATION;
        }
        return wanted == YearMonth.class
                ? "must be a month of the calendar, such as 2017-07"
                : "is not a valid " + wanted.getSimpleName();
    }

    /** Where, and not what: it may be about a person. */
    private static String notWellFormed(TokenStreamLocation where) {
        return "is not well-formed JSON: see line %s, column %s"
                .formatted(where.getLineNr(), where.getColumnNr());
    }

    private static String message(JacksonException json) {
        if (json.getCause() instanceof IllegalArgumentException ours) {
            return ours.getMessage();
        }
        if (json instanceof UnrecognizedPropertyException) {
            return "is not a field of this request";
        }
        if (json instanceof InvalidFormatException format) {
            return expectation(format.getTargetType());
        }
        if (json instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return "has the wrong type; figures, dates and texts are strings";
        }
        if (DOUBLED.matcher(json.getOriginalMessage()).find()) {
            return "is given twice";
        }
        return json instanceof StreamReadException
                ? notWellFormed(json.getLocation())
                : "cannot be understood";
    }
}
