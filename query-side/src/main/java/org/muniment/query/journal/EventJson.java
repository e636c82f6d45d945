package org.muniment.query.journal;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of stored events and pictures: absent fields are left out, unknown ones are refused. */
public final class EventJson {
    private static final JsonMapper MAPPER = harden(JsonMapper.builder()).build();

    private EventJson() {}

    /** The settings under which events are stored; the log's serializer uses the same. */
    public static JsonMapper.Builder harden(JsonMapper.Builder builder) {
        return builder.changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .changeDefaultVisibility(
                        visibility -> visibility.withIsGetterVisibility(Visibility.NONE))
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /**
     * @throws JacksonException where the text is not what {@code type} is stored as
     */
    public static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    /** A text among the fields of a JSON object; empty where there is none. */
    public static Optional<String> field(String json, String name) {
        JsonNode field = MAPPER.readTree(json).path(name);
        return field.isString() ? Optional.of(field.asString()) : Optional.empty();
    }
}
