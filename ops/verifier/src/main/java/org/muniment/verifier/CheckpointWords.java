package org.muniment.verifier;

import java.util.function.Consumer;
import org.muniment.kernel.ledger.Checkpoint;
import org.muniment.kernel.ledger.Policy.Accepted;

/** Says who vouches for a checkpoint. */
final class CheckpointWords {
    private CheckpointWords() {}

    static void say(Accepted accepted, Consumer<String> say) {
        Checkpoint checkpoint = accepted.checkpoint();
        say.accept(
                "The log %s signed the checkpoint over its first %s%s."
                        .formatted(
                                checkpoint.origin(),
                                Plain.count(checkpoint.size(), "event", "events"),
                                accepted.logKeys().size() > 1
                                        ? ", with its old key and its new"
                                        : ""));
        accepted.cosigners()
                .forEach(
                        signed ->
                                say.accept(
                                        "It was cosigned by %s on %s."
                                                .formatted(
                                                        signed.by().name(),
                                                        Plain.moment(signed.at()))));
        if (accepted.cosigners().isEmpty()) {
            say.accept("No witness cosigned it, and the policy asks for none.");
        }
    }
}
