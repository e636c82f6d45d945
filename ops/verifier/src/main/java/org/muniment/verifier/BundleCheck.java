package org.muniment.verifier;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.muniment.kernel.ledger.BadEvidence;
import org.muniment.kernel.ledger.Checkpoint;
import org.muniment.kernel.ledger.EvidenceZip;
import org.muniment.kernel.ledger.NoteKey;
import org.muniment.kernel.ledger.Policy;
import org.muniment.kernel.ledger.Policy.Accepted;
import org.muniment.kernel.ledger.SignedNote;
import org.muniment.kernel.ledger.StoredEvent;

/** Everything that must hold of an evidence bundle, in the order in which one relies on another. */
final class BundleCheck {
    private static final String POLICY = "policy.txt";
    private static final String CHECKPOINT = "checkpoint";
    private static final Set<String> ALWAYS = Set.of("README.txt", CHECKPOINT, POLICY);

    private final Bundle bundle;
    private final Policy given;
    private final Consumer<String> say;

    /** {@code given} may be null: then the bundle's own policy is believed. */
    BundleCheck(Bundle bundle, Policy given, Consumer<String> say) {
        this.bundle = bundle;
        this.given = given;
        this.say = say;
    }

    /**
     * @throws BadEvidence naming the first thing that is wrong
     */
    void check() {
        SignedNote note =
                about("the manifest", () -> SignedNote.parse(bundle.text(EvidenceZip.MANIFEST)));
        Manifest manifest = Manifest.parse(note.text());
        Policy own = about("the bundle's policy", () -> Policy.parse(bundle.text(POLICY)));
        List<Policy> policies = given == null ? List.of(own) : List.of(given, own);
        policies.forEach(policy -> requireSigned(note, manifest, policy));
        manifest.requireListsExactly(bundle.files());
        say.accept(
                "The bundle about the %s %s is complete: %s, as the log %s signed them."
                        .formatted(
                                manifest.kind(),
                                manifest.id(),
                                Plain.count(manifest.files().size(), "file", "files"),
                                manifest.origin()));
        Checkpoint checkpoint = checkpoint(policies, manifest);
        Story story = story(manifest);
        List<StoredEvent> events = events(manifest, checkpoint);
        requireKnownFiles(manifest, story, events);
        say.accept(
                Plain.count(events.size(), "event of it is", "events of it are")
                        + " proved to be in the log, from its first and without a gap.");
        story.tell(events);
        sayWhatIsNotProved(manifest);
    }

    /** One signature: a line by somebody unknown would be a byte that nobody vouches for. */
    private static void requireSigned(SignedNote note, Manifest manifest, Policy policy) {
        List<NoteKey> keys =
                policy.logs().stream()
                        .map(Policy.Log::key)
                        .filter(key -> key.name().equals(manifest.origin()))
                        .toList();
        Json.require(!keys.isEmpty(), "the policy lists no key of the log " + manifest.origin());
        about("the manifest", () -> note.verify(keys));
        Json.require(note.signatures().size() == 1, "the manifest has more than one signature");
    }

    private Checkpoint checkpoint(List<Policy> policies, Manifest manifest) {
        SignedNote note = about("the checkpoint", () -> SignedNote.parse(bundle.text(CHECKPOINT)));
        List<Accepted> accepted =
                policies.stream()
                        .map(policy -> about("the checkpoint", () -> policy.verify(note)))
                        .toList();
        Checkpoint checkpoint = accepted.get(0).checkpoint();
        Json.require(
                checkpoint.origin().equals(manifest.origin()),
                "the checkpoint is of the log %s, the manifest of %s"
                        .formatted(checkpoint.origin(), manifest.origin()));
        CheckpointWords.say(accepted.get(0), say);
        return checkpoint;
    }

    private Story story(Manifest manifest) {
        return manifest.kind().equals("snapshot")
                ? new SnapshotStory(manifest.id(), bundle, say)
                : new PersonStory(manifest.id(), bundle, say);
    }

    private List<StoredEvent> events(Manifest manifest, Checkpoint checkpoint) {
        String stream = manifest.kind() + ":" + manifest.id();
        return new BundleEvents(bundle, checkpoint, bundle.text(CHECKPOINT)).ofStream(stream);
    }

    private void requireKnownFiles(Manifest manifest, Story story, List<StoredEvent> events) {
        Set<String> expected = new HashSet<>(ALWAYS);
        expected.addAll(story.needs());
        expected.forEach(bundle::file);
        expected.add(EvidenceZip.MANIFEST);
        expected.addAll(story.allows());
        events.forEach(event -> expected.addAll(BundleEvents.names(event.position())));
        for (String name : bundle.names()) {
            Json.require(
                    expected.contains(name),
                    "the file %s has no place in a bundle about a %s"
                            .formatted(name, manifest.kind()));
        }
    }

    private void sayWhatIsNotProved(Manifest manifest) {
        say.accept("");
        say.accept("Not proved by this:");
        say.accept(
                "- that nothing happened to it after the last event shown: only the log's key says"
                        + " so, by listing no more.");
        if (manifest.kind().equals("snapshot")) {
            say.accept(
                    "- that the reports show the content faithfully: only the log's key says so.");
        }
        say.accept("- that what was recorded is true: only that it was recorded, and not changed.");
        if (given == null) {
            say.accept(
                    "- whose keys these are: no policy was given, the keys came from the bundle"
                            + " itself, so this shows only that the bundle agrees with itself.");
        }
    }

    static <T> T about(String what, Supplier<T> check) {
        try {
            return check.get();
        } catch (BadEvidence found) {
            throw new BadEvidence(what + ": " + found.getMessage());
        }
    }
}
