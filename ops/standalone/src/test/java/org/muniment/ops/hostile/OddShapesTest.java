package org.muniment.ops.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.ops.Running;
import org.muniment.ops.hostile.ApiDocument.Operation;
import org.muniment.ops.hostile.Wire.Heard;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every field of every body, one at a time, given as everything that it is not. */
class OddShapesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Spoils nothing, and takes lists of one and words without a line's end. */
    private static final Random SAME =
            new Random() {
                private static final long serialVersionUID = 1;

                @Override
                public int nextInt(int bound) {
                    return Math.min(1, bound - 1);
                }

                @Override
                public boolean nextBoolean() {
                    return true;
                }
            };

    /** By the type each is of; a string is a word that no list or object can be made of. */
    private static final Map<String, List<String>> SHAPES =
            Map.of(
                    "object", List.of("{}", "{\"value\":{}}", "{\"month\":\"2017-06\"}"),
                    "array", List.of("[]", "[{}]", "[[[]]]"),
                    "number", List.of("0", "-1.5", "1e999999"),
                    "boolean", List.of("true"),
                    "string", List.of("\"\"", "\"x\""));

    @TempDir private static Path data;
    private static Running muniment;
    private static Wire wire;
    private static ApiDocument document;
    private static KnownIds known;

    @BeforeAll
    static void start() {
        muniment = Running.on(data, "demo");
        muniment.post("secretariat", "/api/people", "{\"id\":\"p-1\",\"name\":\"Jane Roe\"}");
        wire = new Wire(muniment.port());
        document = new ApiDocument(muniment.anonymously("/v3/api-docs").json());
        known = KnownIds.in(muniment);
    }

    @AfterAll
    static void stop() throws IOException {
        wire.close();
        muniment.close();
    }

    private record Field(String name, String json, String type) {}

    @Test
    void aFieldOfAnotherTypeIsMalformedAndNamed() throws IOException {
        Map<String, String> faults = new TreeMap<>();
        int sent = 0;
        for (Operation operation : document.operations()) {
            for (Field field : fields(operation)) {
                for (String shape : othersThan(field.type)) {
                    String body = field.json.replace("\"?\"", shape);
                    Heard heard = wire.ask(request(operation, body), false);
                    sent++;
                    if (!names(heard, field.name)) {
                        faults.put(operation + " " + body, heard.status() + " " + heard.body());
                    }
                }
            }
        }

        assertThat(faults).isEmpty();
        assertThat(sent).isGreaterThan(1_000);
    }

    private static boolean names(Heard heard, String field) {
        return heard.status() == 400
                && Conformance.faults(heard, Set.of(400), "", false).isEmpty()
                && JSON.readTree(heard.body()).at("/errors/0/field").asString("").equals(field);
    }

    private static List<String> othersThan(String type) {
        return SHAPES.entrySet().stream()
                .filter(shape -> !shape.getKey().equals(type))
                .flatMap(shape -> shape.getValue().stream())
                .toList();
    }

    private static byte[] request(Operation operation, String body) {
        return new Requests(document, known, Running.SECRET)
                .right(operation, body.getBytes(StandardCharsets.UTF_8), SAME)
                .bytes();
    }

    /** Each with a whole body in which it is left open. */
    private static List<Field> fields(Operation operation) {
        List<Field> fields = new ArrayList<>();
        operation.body().ifPresent(body -> collect(body, "", "\"?\"", fields));
        return fields;
    }

    private static void collect(JsonNode schema, String name, String around, List<Field> fields) {
        String type = schema.path("type").asString("object");
        if (!name.isEmpty()) {
            fields.add(new Field(name, around, type));
        }
        if (type.equals("array")) {
            JsonNode items = document.resolved(schema.get("items"));
            collect(items, name + "[0]", around.replace("\"?\"", "[\"?\"]"), fields);
        }
        for (var property : schema.path("properties").properties()) {
            String here = around.replace("\"?\"", whole(schema, property.getKey()));
            String inside = name.isEmpty() ? property.getKey() : name + "." + property.getKey();
            collect(document.resolved(property.getValue()), inside, here, fields);
        }
    }

    /** An object with all its fields, of which one is left open. */
    private static String whole(JsonNode schema, String open) {
        Bodies bodies = new Bodies(document, SAME);
        List<String> fields = new ArrayList<>();
        for (var property : schema.path("properties").properties()) {
            boolean isOpen = property.getKey().equals(open);
            fields.add(
                    "\"%s\":%s"
                            .formatted(
                                    property.getKey(),
                                    isOpen
                                            ? "\"?\""
                                            : bodies.value(
                                                    property.getKey(), property.getValue())));
        }
        return "{" + String.join(",", fields) + "}";
    }
}
