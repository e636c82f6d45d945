package org.muniment.ops.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.muniment.kernel.access.Role;
import tools.jackson.databind.JsonNode;

/** The product's own description of itself, as far as a sender of requests needs it. */
record ApiDocument(JsonNode root) {
    record Parameter(String name, String in, boolean required, JsonNode schema) {}

    /**
     * @param body the schema of what is sent, absent where nothing is
     * @param statuses those it may answer with
     * @param media what a success is told in
     * @param roles who may ask
     */
    record Operation(
            String method,
            String path,
            List<Parameter> parameters,
            Optional<JsonNode> body,
            Set<Integer> statuses,
            String media,
            List<String> roles) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        root.get("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .properties()
                                        .forEach(
                                                operation ->
                                                        operations.add(
                                                                read(
                                                                        operation.getKey(),
                                                                        path.getKey(),
                                                                        operation.getValue()))));
        return operations;
    }

    private Operation read(String method, String path, JsonNode operation) {
        List<Parameter> parameters = new ArrayList<>();
        operation
                .path("parameters")
                .forEach(
                        it ->
                                parameters.add(
                                        new Parameter(
                                                it.get("name").asString(),
                                                it.get("in").asString(),
                                                it.path("required").asBoolean(),
                                                it.get("schema"))));
        Set<Integer> statuses = new TreeSet<>();
        String media = "";
        for (var response : operation.get("responses").properties()) {
            int status = Integer.parseInt(response.getKey());
            statuses.add(status);
            if (status < 300) {
                media = response.getValue().get("content").propertyNames().iterator().next();
            }
        }
        List<String> roles = new ArrayList<>();
        operation.path("x-roles").forEach(role -> roles.add(role.asString()));
        // Nobody signs in as the public.
        roles.remove(Role.PUBLIC.value());
        JsonNode body = operation.path("requestBody").path("content").path("application/json");
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                parameters,
                body.isMissingNode() ? Optional.empty() : Optional.of(resolved(body.get("schema"))),
                statuses,
                media,
                roles);
    }

    JsonNode resolved(JsonNode schema) {
        String ref = schema.path("$ref").asString("");
        return ref.isEmpty() ? schema : root.at(ref.substring(1));
    }
}
