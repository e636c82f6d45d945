package org.muniment.verifier;

import org.muniment.kernel.ledger.BadEvidence;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON read strictly: no member twice, nothing after the end, every member of the kind wanted. */
final class Json {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private Json() {}

    static JsonNode object(String json, String what) {
        JsonNode node = any(json, what);
        require(node.isObject(), what + " is no JSON object");
        return node;
    }

    static JsonNode list(String json, String what) {
        JsonNode node = any(json, what);
        require(node.isArray(), what + " is no list in JSON");
        return node;
    }

    private static JsonNode any(String json, String what) {
        try {
            return MAPPER.readTree(json);
        } catch (JacksonException malformed) {
            throw new BadEvidence(what + " is not JSON");
        }
    }

    /** Whether it is one object and no more, without keeping any of it. */
    static boolean isObject(String json) {
        try (JsonParser parser = MAPPER.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (JacksonException malformed) {
            return false;
        }
    }

    static String text(JsonNode object, String member, String what) {
        JsonNode value = object.path(member);
        require(value.isString(), "%s has no text \"%s\"".formatted(what, member));
        return value.stringValue();
    }

    static long number(JsonNode object, String member, String what) {
        JsonNode value = object.path(member);
        require(
                value.isIntegralNumber() && value.canConvertToLong(),
                "%s has no number \"%s\"".formatted(what, member));
        return value.longValue();
    }

    static JsonNode list(JsonNode object, String member, String what) {
        JsonNode value = object.path(member);
        require(value.isArray(), "%s has no list \"%s\"".formatted(what, member));
        return value;
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new BadEvidence(otherwise);
        }
    }
}
