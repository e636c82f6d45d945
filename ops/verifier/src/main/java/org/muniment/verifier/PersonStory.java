package org.muniment.verifier;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.muniment.kernel.ledger.BadEvidence;
import org.muniment.kernel.ledger.StoredEvent;
import tools.jackson.databind.JsonNode;

/** What the record holds of a person: commitments, and while they are in force what opens them. */
final class PersonStory implements Story {
    static final String OPENINGS = "openings.json";
    private static final String FORM = "muniment-commitment/v1";
    private static final int KEY_LENGTH = 32;

    private final String id;
    private final Bundle bundle;
    private final Consumer<String> say;

    /** In force, by field. */
    private Map<String, String> commitments = Map.of();

    PersonStory(String id, Bundle bundle, Consumer<String> say) {
        this.id = id;
        this.bundle = bundle;
        this.say = say;
    }

    @Override
    public Set<String> needs() {
        return Set.of();
    }

    @Override
    public Set<String> allows() {
        return Set.of(OPENINGS);
    }

    @Override
    public void tell(List<StoredEvent> events) {
        events.stream().map(ToldEvent::of).forEach(this::follow);
        if (commitments.isEmpty()) {
            Json.require(
                    !bundle.has(OPENINGS), "nothing is committed to, and yet there is " + OPENINGS);
        } else {
            Json.require(
                    bundle.has(OPENINGS),
                    OPENINGS + " is missing, though commitments are in force");
            open(Json.list(bundle.text(OPENINGS), OPENINGS));
        }
    }

    private void follow(ToldEvent event) {
        event.requireAbout("person", id);
        switch (event.event().type()) {
            case "person.named" -> named(event);
            case "person.erasure-proposed" ->
                    say.accept(
                            "The erasure of this person was proposed %s, on the legal basis: %s"
                                    .formatted(event.signature(), event.text("legalBasis")));
            case "person.erased" -> erased(event);
            default -> throw SnapshotStory.unknown(event);
        }
    }

    private void named(ToldEvent event) {
        Map<String, String> named = new LinkedHashMap<>();
        for (JsonNode each : Json.list(event.payload(), "commitments", event.name())) {
            String field = Json.text(each, "field", event.name());
            String commitment = Json.text(each, "commitment", event.name());
            Json.require(
                    named.put(field, commitment) == null,
                    "%s commits to the field %s twice".formatted(event.name(), field));
        }
        commitments = named;
        say.accept(
                "Named %s, with %s: %s."
                        .formatted(
                                event.signature(),
                                Plain.count(named.size(), "commitment", "commitments"),
                                String.join(", ", named.keySet())));
    }

    private void erased(ToldEvent event) {
        say.accept(
                "%s: erased %s, on the legal basis: %s"
                        .formatted(
                                commitments.isEmpty()
                                        ? "Nothing in force"
                                        : String.join(", ", commitments.keySet()),
                                event.signature(),
                                event.text("legalBasis")));
        say.accept("The commitments stand unbroken in the log; what they are to is gone.");
        commitments = Map.of();
    }

    private void open(JsonNode openings) {
        Map<String, String> open = new LinkedHashMap<>(commitments);
        for (JsonNode opening : openings) {
            String field = Json.text(opening, "field", OPENINGS);
            String text = Json.text(opening, "text", OPENINGS);
            String commitment = open.remove(field);
            Json.require(commitment != null, "there is no commitment to the field " + field);
            Json.require(
                    Digests.hmac(key(opening), FORM, id, field, text).equals(commitment),
                    "the opening of the field %s does not fit its commitment".formatted(field));
            say.accept("The %s committed to is: %s".formatted(field, text));
        }
        Json.require(open.isEmpty(), "there is no opening of " + String.join(", ", open.keySet()));
    }

    private static byte[] key(JsonNode opening) {
        String written = Json.text(opening, "key", OPENINGS);
        try {
            byte[] key = Base64.getDecoder().decode(written);
            if (key.length == KEY_LENGTH
                    && Base64.getEncoder().encodeToString(key).equals(written)) {
                return key;
            }
        } catch (IllegalArgumentException malformed) {
            throw new BadEvidence("a key in " + OPENINGS + " is not base64");
        }
        throw new BadEvidence("a key in " + OPENINGS + " is not 32 bytes in base64");
    }
}
