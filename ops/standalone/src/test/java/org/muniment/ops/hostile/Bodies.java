package org.muniment.ops.hostile;

import static org.muniment.ops.hostile.Requests.oneIn;
import static org.muniment.ops.hostile.Requests.pick;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.muniment.ops.hostile.ApiDocument.Operation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bodies made from their schemas, and what can be done to them. */
record Bodies(ApiDocument document, Random random) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int DEEP = 2_000;
    private static final int MOST_BYTES = 64;

    private enum Spoiling {
        NONE,
        CUT,
        DEEP,
        BOM,
        CHARSET,
        BYTES,
        RANDOM_JSON,
        EMPTY,
        TRAILING,
        LARGE
    }

    byte[] body(Operation operation) {
        String right = operation.body().map(schema -> object(schema, true)).orElse("{}");
        if (!oneIn(random, 4)) {
            return right.getBytes(StandardCharsets.UTF_8);
        }
        return switch (pick(List.of(Spoiling.values()), random)) {
            case NONE -> right.getBytes(StandardCharsets.UTF_8);
            case CUT -> utf8(right.substring(0, random.nextInt(right.length())));
            case DEEP -> utf8("[".repeat(DEEP) + "]".repeat(random.nextInt(DEEP)));
            case BOM -> utf8("\ufeff" + right);
            case CHARSET ->
                    right.getBytes(
                            random.nextBoolean()
                                    ? StandardCharsets.UTF_16
                                    : StandardCharsets.ISO_8859_1);
            case BYTES -> bytes();
            case RANDOM_JSON -> utf8(anything(3));
            case EMPTY -> new byte[0];
            case TRAILING -> utf8(right + pick(List.of("{}", "\u0000", "]", "//x", "x"), random));
            case LARGE -> oneIn(random, 20) ? new byte[1_100_000] : new byte[100_000];
        };
    }

    private byte[] bytes() {
        byte[] bytes = new byte[1 + random.nextInt(MOST_BYTES)];
        random.nextBytes(bytes);
        return bytes;
    }

    private String anything(int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(3)) {
            case 1 -> "[" + anything(depth - 1) + "," + anything(depth - 1) + "]";
            case 2 -> "{" + quoted(pick(Hostile.TEXTS, random)) + ":" + anything(depth - 1) + "}";
            default -> pick(Hostile.JSON, random);
        };
    }

    private String object(JsonNode schema, boolean mayBeSpoiled) {
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asString()));
        int spoiled = mayBeSpoiled && !oneIn(random, 3) ? random.nextInt(8) : -1;
        List<String> fields = new ArrayList<>();
        int index = 0;
        for (var property : schema.path("properties").properties()) {
            boolean given = required.contains(property.getKey()) || random.nextBoolean();
            boolean here = index++ == spoiled;
            if (here && oneIn(random, 4)) {
                continue;
            }
            if (given || here) {
                String field =
                        quoted(property.getKey())
                                + ":"
                                + (here
                                        ? hostile()
                                        : value(property.getKey(), property.getValue()));
                fields.add(field);
                if (here && oneIn(random, 6)) {
                    fields.add(field);
                }
            }
        }
        if (mayBeSpoiled && oneIn(random, 15)) {
            fields.add(quoted(pick(List.of("__proto__", "x", "class", ""), random)) + ":1");
        }
        return "{" + String.join(",", fields) + "}";
    }

    private String hostile() {
        return random.nextBoolean()
                ? pick(Hostile.JSON, random)
                : quoted(pick(Hostile.TEXTS, random));
    }

    String value(String name, JsonNode unresolved) {
        JsonNode schema = document.resolved(unresolved);
        if (schema.has("enum")) {
            return quoted(
                    schema.get("enum").get(random.nextInt(schema.get("enum").size())).asString());
        }
        return switch (schema.path("type").asString("object")) {
            case "array" -> array(schema.get("items"));
            case "boolean" -> String.valueOf(random.nextBoolean());
            case "string" -> quoted(text(name, schema));
            default -> object(schema, oneIn(random, 4));
        };
    }

    private String array(JsonNode items) {
        List<String> made = new ArrayList<>();
        int length = oneIn(random, 50) ? 1_200 : random.nextInt(3);
        for (int index = 0; index < length; index++) {
            made.add(value("", items));
        }
        return "[" + String.join(",", made) + "]";
    }

    private String text(String name, JsonNode schema) {
        String pattern = schema.path("pattern").asString("");
        if (pattern.startsWith("^-?")) {
            return pick(List.of("0", "90", "83.33", "-1.5", "999999999999999.999999"), random);
        }
        if (pattern.startsWith("^[a-z0-9]")) {
            return name.equals("id") ? "new-" + random.nextInt(1_000_000) : "grant-claims";
        }
        if (pattern.startsWith("^[A-Z]")) {
            return pick(List.of("SAS", "SFS", "CBC", "SRBC"), random);
        }
        return switch (name) {
            case "month", "start", "finish", "due" ->
                    pick(List.of("2017-04", "2017-09", "2018-03"), random);
            case "until" -> "2099-12-31";
            case "asAt", "completedOn" -> pick(List.of("2017-07-31", "2018-03-31"), random);
            case "financialYear" -> "2017/18";
            case "startsAt" -> pick(List.of("2018-06-14T18:00", "2018-06"), random);
            case "derivation" -> pick(List.of("85 / 97", "90 x 1", "1 / 0", "x"), random);
            case "finding" -> "missing-actual";
            case "amberWithinPercent" -> "5";
            default -> pick(List.of("Going well", "x", "A & B\nand C", "Grüße ✓"), random);
        };
    }

    private static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String percented(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
