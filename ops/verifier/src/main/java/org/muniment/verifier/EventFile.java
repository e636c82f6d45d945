package org.muniment.verifier;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.muniment.kernel.ledger.BadEvidence;
import org.muniment.kernel.ledger.StoredEvent;
import tools.jackson.databind.JsonNode;

/** An event as a file: one JSON object in the one spelling that RFC 8785 gives it. */
final class EventFile {
    /** Above it, numbers in JSON are not exact (RFC 8785 writes them as binary floating point). */
    private static final long MOST = (1L << 53) - 1;

    private static final List<String> SHORT = List.of("\bb", "\tt", "\nn", "\ff", "\rr");

    private EventFile() {}

    static StoredEvent read(byte[] file, String what) {
        JsonNode json = Json.object(StoredEvent.text(file), what);
        StoredEvent event =
                new StoredEvent(
                        Json.number(json, "position", what),
                        Json.text(json, "eventId", what),
                        Json.text(json, "stream", what),
                        Json.number(json, "sequence", what),
                        Json.text(json, "noun", what),
                        Json.text(json, "recordedAt", what),
                        Json.text(json, "type", what),
                        Json.text(json, "revision", what),
                        Json.text(json, "payload", what),
                        Json.text(json, "metadata", what));
        Json.require(
                0 < event.position() && event.position() <= MOST,
                what + " has a position that no event has");
        Json.require(
                0 <= event.sequence() && event.sequence() <= MOST,
                what + " has a sequence that no event has");
        if (!Arrays.equals(file, bytes(event))) {
            throw new BadEvidence(what + " is not written in the one canonical form");
        }
        return event;
    }

    static byte[] bytes(StoredEvent event) {
        Map<String, String> members = new TreeMap<>();
        members.put("eventId", quoted(event.eventId()));
        members.put("metadata", quoted(event.metadata()));
        members.put("noun", quoted(event.noun()));
        members.put("payload", quoted(event.payload()));
        members.put("position", String.valueOf(event.position()));
        members.put("recordedAt", quoted(event.recordedAt()));
        members.put("revision", quoted(event.revision()));
        members.put("sequence", String.valueOf(event.sequence()));
        members.put("stream", quoted(event.stream()));
        members.put("type", quoted(event.type()));
        return members.entrySet().stream()
                .map(member -> quoted(member.getKey()) + ":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '"' || character == '\\') {
                json.append('\\').append(character);
            } else if (character < ' ') {
                json.append('\\').append(control(character));
            } else {
                json.append(character);
            }
        }
        return json.append('"').toString();
    }

    private static String control(char character) {
        return SHORT.stream()
                .filter(pair -> pair.charAt(0) == character)
                .map(pair -> pair.substring(1))
                .findFirst()
                .orElseGet(() -> "u%04x".formatted((int) character));
    }
}
