package org.muniment.ops.http;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Days in requests: real ones, of the years this record can be about. */
final class CalendarDay {
    static final String EXPECTATION =
            "must be a day of the calendar between 1900 and 2199, such as 2017-07-31";
    private static final Pattern FORM = Pattern.compile("(19|2[01])[0-9]{2}-[0-9]{2}-[0-9]{2}");

    private CalendarDay() {}

    static LocalDate parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(EXPECTATION);
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException impossible) {
            throw new IllegalArgumentException(EXPECTATION, impossible);
        }
    }

    static JacksonModule module() {
        return new SimpleModule("calendar-days")
                .addDeserializer(LocalDate.class, new Deserializer());
    }

    private static final class Deserializer extends StdDeserializer<LocalDate> {
        Deserializer() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser json, DeserializationContext context) {
            if (json.currentToken() != JsonToken.VALUE_STRING) {
                return (LocalDate) context.handleUnexpectedToken(LocalDate.class, json);
            }
            try {
                return parse(json.getString());
            } catch (IllegalArgumentException impossible) {
                throw context.weirdStringException(
                        json.getString(), LocalDate.class, impossible.getMessage());
            }
        }
    }
}
