package org.muniment.verifier;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.muniment.kernel.ledger.BadEvidence;
import org.muniment.kernel.ledger.Checkpoint;
import org.muniment.kernel.ledger.Hash;
import org.muniment.kernel.ledger.Policy;
import org.muniment.kernel.ledger.Policy.Accepted;
import org.muniment.kernel.ledger.Proofs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

@Command(
        name = "consistency",
        description = "Verifies that the log of one checkpoint is the beginning of another's.")
final class ConsistencyCommand implements Callable<Integer> {
    private static final String PROOF = "the proof";

    @Spec CommandSpec spec;

    @Option(names = "--from", required = true, paramLabel = "checkpoint")
    Path from;

    @Option(names = "--to", required = true, paramLabel = "checkpoint")
    Path to;

    @Option(
            names = "--proof",
            required = true,
            paramLabel = "proof.json",
            description = "as GET /api/ledger/consistency answers")
    Path proof;

    @Option(names = "--policy", required = true, paramLabel = "policy.txt")
    Path policy;

    @Override
    public Integer call() throws Exception {
        Output output = new Output(spec);
        Policy trusted = Input.policy(policy);
        Checkpoint earlier = accepted(from, trusted, output);
        Checkpoint later = accepted(to, trusted, output);
        Json.require(
                earlier.origin().equals(later.origin()), "the checkpoints are of different logs");
        JsonNode json = Json.object(Input.text(proof), PROOF);
        requireFits(json, "from", "fromRoot", earlier);
        requireFits(json, "to", "toRoot", later);
        Json.require(
                Proofs.consistent(
                        earlier.size(), earlier.root(), later.size(), later.root(), hashes(json)),
                "the log of %s is not proved to be the beginning of that of %s"
                        .formatted(Plain.count(earlier.size(), "event", "events"), later.size()));
        output.say(
                "VERIFIED: the log of %s is the beginning of that of %s."
                        .formatted(Plain.count(earlier.size(), "event", "events"), later.size()));
        return Main.VERIFIED;
    }

    private static Checkpoint accepted(Path file, Policy policy, Output output) throws Exception {
        var note = Input.note(file);
        Accepted accepted = BundleCheck.about(file.toString(), () -> policy.verify(note));
        CheckpointWords.say(accepted, output::say);
        return accepted.checkpoint();
    }

    private static void requireFits(
            JsonNode json, String size, String root, Checkpoint checkpoint) {
        Json.require(
                Json.number(json, size, PROOF) == checkpoint.size()
                        && Json.text(json, root, PROOF).equals(checkpoint.root().toString()),
                "the proof is not about the checkpoint of size " + checkpoint.size());
    }

    private static List<Hash> hashes(JsonNode json) {
        List<Hash> hashes = new ArrayList<>();
        for (JsonNode hash : Json.list(json, "proof", PROOF)) {
            try {
                hashes.add(Hash.ofHex(hash.asString()));
            } catch (IllegalArgumentException malformed) {
                throw new BadEvidence("the proof holds what is no hash");
            }
        }
        return hashes;
    }
}
