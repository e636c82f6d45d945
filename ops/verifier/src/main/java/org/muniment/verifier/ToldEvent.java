package org.muniment.verifier;

import org.muniment.kernel.ledger.StoredEvent;
import tools.jackson.databind.JsonNode;

/** An event whose payload and metadata have been read. */
record ToldEvent(StoredEvent event, String name, JsonNode payload, JsonNode metadata) {
    private static final String REVISION = "1";

    static ToldEvent of(StoredEvent event) {
        String name = "event " + event.position();
        Json.require(
                event.revision().equals(REVISION),
                "%s is of the form %s revision %s, which this verifier does not know"
                        .formatted(name, event.type(), event.revision()));
        return new ToldEvent(
                event,
                name,
                Json.object(event.payload(), "the payload of " + name),
                Json.object(event.metadata(), "the metadata of " + name));
    }

    String text(String member) {
        return Json.text(payload, member, name);
    }

    void requireAbout(String member, String id) {
        Json.require(
                text(member).equals(id),
                "%s is about the %s %s, not %s".formatted(name, member, text(member), id));
    }

    /** By whom, when and where in the log. */
    String signature() {
        return "by %s on %s, as event %s"
                .formatted(
                        Json.text(metadata, "by", "the metadata of " + name),
                        Plain.moment(event.recordedAt()),
                        event.position());
    }
}
