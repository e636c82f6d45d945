package org.muniment.ops.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.muniment.ops.access.AccessTable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Every status one operation can answer, what each carries, and who may ask. */
final class Answers {
    static final String PROBLEM = "Problem";

    /** Refused by the server, not signed in, body too large, too often, not caught up. */
    private static final Set<Integer> ALWAYS = Set.of(400, 401, 413, 429, 503);

    /** Refused by a rule, another version, another request under the same key. */
    private static final Set<Integer> OF_COMMANDS = Set.of(409, 412, 422);

    private static final Set<Integer> WITH_RETRY_AFTER = Set.of(429, 503);

    private static final Map<String, String> FILES =
            Map.of(
                    ".html", "text/html",
                    ".pdf", "application/pdf",
                    ".csv", "text/csv",
                    ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    ".zip", "application/zip",
                    "/checkpoint", "text/plain",
                    "/proof", "text/plain",
                    "/policy", "text/plain");

    /** Those with an entity tag that lasts: who has the answer still need not be sent it. */
    private static final List<String> LASTING =
            List.of("/content", ".html", ".pdf", ".csv", ".xlsx", "/dashboard");

    /** What goes on after it was answered. */
    private static final List<String> BEGUN = List.of("/verification", "/rebuilds", "/rebuild");

    /** What makes nothing, though nothing is said with it. */
    private static final List<String> DONE =
            List.of("/determinism", "/switch", "/switch-back", "/drop", "/retry");

    private final String path;
    private final boolean command;
    private final Operation operation;
    private final OpenAPI document;
    private final List<String> roles;

    Answers(String path, String method, Operation operation, OpenAPI document) {
        this.path = path;
        this.command = method.equals("POST");
        this.operation = operation;
        this.document = document;
        this.roles = AccessTable.rolesThatMay(method, path);
    }

    static Schema<?> problem() {
        Schema<?> problem = new ObjectSchema();
        problem.addProperty("type", new StringSchema().format("uri"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema().format("uri-reference"))
                .addProperty("rule", new StringSchema().description("with 409"))
                .addProperty("version", new IntegerSchema().description("with 412"))
                .addProperty(
                        "errors",
                        new ArraySchema()
                                .items(
                                        new ObjectSchema()
                                                .addProperty("field", new StringSchema())
                                                .addProperty("message", new StringSchema())));
        problem.required(List.of("type", "title", "status", "detail"));
        return problem;
    }

    void describe() {
        operation.addExtension("x-roles", roles);
        ApiResponses answers = new ApiResponses();
        answers.addApiResponse(String.valueOf(success()), succeeded());
        if (command && Parameters.canBeTried(path) && success() == HttpStatus.CREATED.value()) {
            answers.addApiResponse("200", succeeded().description("Tried, and not kept"));
        }
        if (!command && LASTING.stream().anyMatch(path::endsWith)) {
            answers.addApiResponse("304", new ApiResponse().description("Not Modified"));
        }
        errors().forEach(status -> answers.addApiResponse(String.valueOf(status), error(status)));
        operation.responses(answers);
    }

    /** What a sender gives an id to is new; so is what is made without being told anything. */
    private int success() {
        if (command && BEGUN.stream().anyMatch(path::endsWith)) {
            return 202;
        }
        if (command && DONE.stream().anyMatch(path::endsWith)) {
            return 200;
        }
        return command && (operation.getRequestBody() == null || bodyHas("id")) ? 201 : 200;
    }

    private boolean bodyHas(String field) {
        Schema<?> body =
                operation.getRequestBody().getContent().values().iterator().next().getSchema();
        if (body.get$ref() == null) {
            return false;
        }
        String name = body.get$ref().substring(body.get$ref().lastIndexOf('/') + 1);
        Schema<?> named = document.getComponents().getSchemas().get(name);
        Map<?, ?> fields = named.getProperties();
        return fields != null && fields.containsKey(field);
    }

    private ApiResponse succeeded() {
        ApiResponse told = operation.getResponses().values().iterator().next();
        Schema<?> schema =
                told.getContent() == null
                        ? new Schema<>()
                        : told.getContent().values().iterator().next().getSchema();
        String type =
                FILES.entrySet().stream()
                        .filter(file -> path.endsWith(file.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(MediaType.APPLICATION_JSON_VALUE);
        ApiResponse response =
                new ApiResponse()
                        .description(HttpStatus.valueOf(success()).getReasonPhrase())
                        .content(content(type, schema));
        return command || Parameters.showsVersion(path)
                ? response.addHeaderObject(
                        HttpHeaders.ETAG, new Header().schema(new StringSchema()))
                : response;
    }

    private Set<Integer> errors() {
        Set<Integer> errors = new TreeSet<>(ALWAYS);
        if (!AccessTable.isForEveryone(roles)) {
            errors.add(403);
        }
        if (path.contains("{") || path.endsWith("/checkpoint")) {
            errors.add(404);
        }
        if (command) {
            errors.addAll(OF_COMMANDS);
        }
        if (command && Parameters.changesWhatItNames(path)) {
            errors.add(428);
        }
        // A draft of what no freeze could hold; evidence of what cannot be read.
        if (path.endsWith("/draft") || path.endsWith("{person}/evidence.zip")) {
            errors.add(409);
        }
        if (operation.getRequestBody() != null) {
            errors.add(415);
        }
        return errors;
    }

    private static ApiResponse error(int status) {
        ApiResponse response =
                new ApiResponse()
                        .description(HttpStatus.valueOf(status).getReasonPhrase())
                        .content(
                                content(
                                        MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                        new Schema<>().$ref(PROBLEM)));
        return WITH_RETRY_AFTER.contains(status)
                ? response.addHeaderObject(
                        HttpHeaders.RETRY_AFTER, new Header().schema(new IntegerSchema()))
                : response;
    }

    private static Content content(String type, Schema<?> schema) {
        return new Content()
                .addMediaType(type, new io.swagger.v3.oas.models.media.MediaType().schema(schema));
    }
}
