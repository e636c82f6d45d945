package org.muniment.ops.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.muniment.ops.Running;
import org.muniment.ops.hostile.ApiDocument.Operation;
import org.muniment.ops.hostile.ApiDocument.Parameter;

/** Requests made from the document: right ones, spoiled in one place, or in several. */
record Requests(ApiDocument document, KnownIds known, String secret) {
    private static final List<String> METHODS =
            List.of(
                    "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "get",
                    "X");
    private static final List<String> EVERYBODY =
            List.of(
                    "officer",
                    "head-of-service",
                    "finance-officer",
                    "secretariat",
                    "auditor",
                    "member",
                    "client-officer",
                    "admin");
    private static final List<String> MOMENTS =
            List.of("2017-09-14", "2017-06-30T12:00:00Z", "position:3", "", "2018-03-31");

    Arbitrary<Sent> any() {
        return Arbitraries.of(document.operations())
                .flatMap(operation -> Arbitraries.randomValue(random -> sent(operation, random)));
    }

    /** By somebody who may, and spoiled nowhere but where its body is. */
    Sent right(Operation operation, byte[] body, Random random) {
        return new Sent(
                operation,
                operation.method(),
                path(operation, false, random),
                List.of(
                        "Host: 127.0.0.1",
                        "Authorization: " + Running.basic(operation.roles().get(0), secret),
                        "Content-Type: application/json"),
                body,
                false);
    }

    private Sent sent(Operation operation, Random random) {
        boolean otherMethod = oneIn(random, 40);
        boolean otherPath = oneIn(random, 5);
        String method = otherMethod ? pick(METHODS, random) : operation.method();
        List<String> headers = new ArrayList<>(List.of("Host: 127.0.0.1"));
        headers.add("Authorization: " + signIn(operation, random));
        byte[] body = new byte[0];
        if (operation.body().isPresent() || oneIn(random, 60)) {
            body = new Bodies(document, random).body(operation);
            if (oneIn(random, 8)) {
                headers.add("Content-Type: " + pick(Hostile.CONTENT_TYPES, random));
            } else {
                headers.add("Content-Type: application/json");
            }
        }
        boolean oddHeader = oneIn(random, 4);
        if (oddHeader) {
            headers.add(pick(Hostile.HEADERS, random));
        } else if (changes(operation)) {
            headers.add("If-Match: \"%d\"".formatted(1 + random.nextInt(4)));
        }
        return new Sent(
                operation,
                method,
                path(operation, otherPath, random) + query(operation, random),
                headers,
                body,
                otherMethod || otherPath);
    }

    /** Most things of the demo have few events, so a small version is often the present one. */
    private static boolean changes(Operation operation) {
        return operation.parameters().stream()
                .anyMatch(it -> it.name().equals("If-Match") && it.required());
    }

    private String signIn(Operation operation, Random random) {
        if (oneIn(random, 40)) {
            return pick(Hostile.SIGN_INS, random);
        }
        List<String> who = oneIn(random, 12) ? EVERYBODY : operation.roles();
        return Running.basic(pick(who, random), oneIn(random, 60) ? "wrong" : secret);
    }

    private String path(Operation operation, boolean spoiled, Random random) {
        String path = operation.path();
        for (Parameter parameter : operation.parameters()) {
            if (parameter.in().equals("path")) {
                String id =
                        spoiled
                                ? pick(Hostile.IDS, random)
                                : pick(known.of(operation, parameter), random);
                path = path.replace("{" + parameter.name() + "}", id);
            }
        }
        return spoiled && oneIn(random, 6) ? path + pick(Hostile.IDS, random) : path;
    }

    private static String query(Operation operation, Random random) {
        List<String> query = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            boolean given = parameter.required() ? !oneIn(random, 20) : random.nextBoolean();
            if (parameter.in().equals("query") && given) {
                query.add(parameter.name() + "=" + value(parameter, random));
                if (oneIn(random, 30)) {
                    query.add(parameter.name() + "=" + value(parameter, random));
                }
            }
        }
        if (oneIn(random, 30)) {
            query.add(
                    pick(
                            List.of("&&", "=", "x[]=1", "%", "class.module.x=1", "_method=PUT"),
                            random));
        }
        return query.isEmpty() ? "" : "?" + String.join("&", query);
    }

    private static String value(Parameter parameter, Random random) {
        if (oneIn(random, 3)) {
            return pick(Hostile.IDS, random);
        }
        if (oneIn(random, 4)) {
            return Bodies.percented(pick(Hostile.TEXTS, random));
        }
        if (parameter.schema().has("enum")) {
            return parameter.schema().get("enum").get(0).asString();
        }
        if ("boolean".equals(parameter.schema().path("type").asString(""))) {
            return random.nextBoolean() ? "true" : "false";
        }
        return "integer".equals(parameter.schema().path("type").asString(""))
                ? pick(List.of("0", "1", "3", "1000", "1001", "-1", "2147483648"), random)
                : pick(MOMENTS, random);
    }

    static boolean oneIn(Random random, int times) {
        return random.nextInt(times) == 0;
    }

    static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
