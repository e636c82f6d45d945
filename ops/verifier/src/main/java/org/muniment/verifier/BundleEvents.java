package org.muniment.verifier;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muniment.kernel.ledger.BadEvidence;
import org.muniment.kernel.ledger.Checkpoint;
import org.muniment.kernel.ledger.Hash;
import org.muniment.kernel.ledger.LeafEntry;
import org.muniment.kernel.ledger.Proofs;
import org.muniment.kernel.ledger.StoredEvent;
import org.muniment.kernel.ledger.TlogProof;

/** The events of a bundle, each proved under the bundle's one checkpoint. */
final class BundleEvents {
    private static final Pattern EVENT = Pattern.compile("events/([1-9][0-9]{0,15})\\.json");

    private final Bundle bundle;
    private final Checkpoint checkpoint;
    private final String note;

    /**
     * @param note the file that carries the checkpoint
     */
    BundleEvents(Bundle bundle, Checkpoint checkpoint, String note) {
        this.bundle = bundle;
        this.checkpoint = checkpoint;
        this.note = note;
    }

    /** The files of one event. */
    static List<String> names(long position) {
        return List.of(
                "events/%s.json".formatted(position), "events/%s.tlog-proof".formatted(position));
    }

    /** All of them: the stream from its first event on, none left out between. */
    List<StoredEvent> ofStream(String stream) {
        List<StoredEvent> events =
                bundle.names().stream()
                        .map(EVENT::matcher)
                        .filter(Matcher::matches)
                        .map(name -> Long.valueOf(name.group(1)))
                        .sorted()
                        .map(this::proved)
                        .toList();
        Json.require(!events.isEmpty(), "the bundle has no event");
        for (int i = 0; i < events.size(); i++) {
            StoredEvent event = events.get(i);
            Json.require(
                    event.stream().equals(stream),
                    "event %s is of %s, not of %s"
                            .formatted(event.position(), event.stream(), stream));
            Json.require(
                    event.sequence() == i,
                    "number %s of the events of %s is left out before event %s"
                            .formatted(i, stream, event.position()));
        }
        return events;
    }

    private StoredEvent proved(long position) {
        List<String> names = names(position);
        StoredEvent event = EventFile.read(bundle.file(names.get(0)), names.get(0));
        Json.require(
                event.position() == position,
                "%s holds the event %s".formatted(names.get(0), event.position()));
        String file = bundle.text(names.get(1));
        TlogProof proof = BundleCheck.about(names.get(1), () -> TlogProof.parse(file));
        Json.require(
                file.endsWith("\n\n" + note) && file.equals(proof.toString()),
                names.get(1) + " does not carry the bundle's checkpoint, or carries more");
        require(proof, new LeafEntry(checkpoint.origin(), event), checkpoint);
        return event;
    }

    static void require(TlogProof proof, LeafEntry entry, Checkpoint checkpoint) {
        long position = entry.event().position();
        Hash leaf = entry.hash();
        if (proof.index() != position - 1
                || !Proofs.includes(
                        checkpoint.root(),
                        checkpoint.size(),
                        proof.index(),
                        leaf,
                        proof.hashes())) {
            throw new BadEvidence(
                    "event %s is not proved to be in the log, as it stands here"
                            .formatted(position));
        }
    }
}
