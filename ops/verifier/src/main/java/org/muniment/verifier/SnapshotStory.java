package org.muniment.verifier;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.muniment.kernel.ledger.BadEvidence;
import org.muniment.kernel.ledger.StoredEvent;
import tools.jackson.databind.JsonNode;

/** A quarter as it was frozen, and what became of it. */
final class SnapshotStory implements Story {
    static final String CONTENT = "content.json";
    private static final String FROZEN = "snapshot.quarter-frozen";

    private final String id;
    private final Bundle bundle;
    private final Consumer<String> say;

    SnapshotStory(String id, Bundle bundle, Consumer<String> say) {
        this.id = id;
        this.bundle = bundle;
        this.say = say;
    }

    @Override
    public Set<String> needs() {
        return Set.of(CONTENT, "report.html", "report.pdf", "report.csv");
    }

    @Override
    public Set<String> allows() {
        return Set.of();
    }

    @Override
    public void tell(List<StoredEvent> events) {
        String sha256 = Digests.sha256(bundle.file(CONTENT));
        ToldEvent first = ToldEvent.of(events.get(0));
        Json.require(
                first.event().type().equals(FROZEN), "the first event does not freeze a quarter");
        frozen(first, sha256);
        events.stream().skip(1).map(ToldEvent::of).forEach(event -> followed(event, sha256));
    }

    private void frozen(ToldEvent event, String sha256) {
        event.requireAbout("snapshot", id);
        JsonNode pack = event.payload().path("pack");
        String what = "the pack of " + event.name();
        Json.require(
                Json.text(pack, "content", what).equals(bundle.text(CONTENT)),
                CONTENT + " is not the content that was frozen");
        Json.require(
                Json.text(pack, "sha256", what).equals(sha256),
                "the SHA-256 recorded in %s is not that of its content".formatted(event.name()));
        long position = Json.number(pack, "position", what);
        Json.require(
                0 < position && position < event.event().position(),
                what + " was taken at a position that was not before it");
        say.accept(
                "The quarter %s as at %s was frozen %s. It was taken from the first %s events."
                        .formatted(
                                Json.text(pack, "quarter", what),
                                Plain.day(Json.text(pack, "asAt", what)),
                                event.signature(),
                                position));
        say.accept("Its content is that of " + CONTENT + ", with the SHA-256 " + sha256 + ".");
        overridden(Json.list(pack, "overrides", what), what);
    }

    private void overridden(JsonNode overrides, String what) {
        for (JsonNode override : overrides) {
            Json.text(override, "finding", "a finding overridden in " + what);
            Json.text(override, "reason", "a finding overridden in " + what);
        }
        say.accept(
                switch (overrides.size()) {
                    case 0 -> "No finding was overridden.";
                    case 1 -> "One finding was overridden, with a reason.";
                    default -> overrides.size() + " findings were overridden, each with a reason.";
                });
    }

    private void followed(ToldEvent event, String sha256) {
        event.requireAbout("snapshot", id);
        String by = event.signature();
        say.accept(
                switch (event.event().type()) {
                    case "snapshot.freeze-confirmed" -> "Confirmed %s.".formatted(by);
                    case "snapshot.published" ->
                            "Published to the meeting %s %s.".formatted(meeting(event, sha256), by);
                    case "snapshot.superseded" ->
                            "Superseded by the snapshot %s %s, because: %s"
                                    .formatted(event.text("by"), by, event.text("reason"));
                    default -> throw unknown(event);
                });
    }

    private static String meeting(ToldEvent event, String sha256) {
        Json.require(
                event.text("sha256").equals(sha256),
                event.name() + " published another content than the one frozen");
        return event.text("meeting");
    }

    static BadEvidence unknown(ToldEvent event) {
        return new BadEvidence(
                "%s is of the type %s, which has no place here"
                        .formatted(event.name(), event.event().type()));
    }
}
