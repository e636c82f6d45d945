package org.muniment.verifier;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.muniment.kernel.ledger.LeafEntry;
import org.muniment.kernel.ledger.Policy.Accepted;
import org.muniment.kernel.ledger.StoredEvent;
import org.muniment.kernel.ledger.TlogProof;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "event", description = "Verifies that one event is in the log.")
final class EventCommand implements Callable<Integer> {
    @Spec CommandSpec spec;

    @Parameters(index = "0", paramLabel = "event.json")
    Path event;

    @Parameters(index = "1", paramLabel = "proof.tlog-proof")
    Path proof;

    @Option(names = "--policy", required = true, paramLabel = "policy.txt")
    Path policy;

    @Override
    public Integer call() throws Exception {
        Output output = new Output(spec);
        StoredEvent stored = EventFile.read(Input.bytes(event), event.toString());
        TlogProof proved = TlogProof.parse(Input.text(proof));
        Accepted accepted = Input.policy(policy).verify(proved.checkpoint());
        CheckpointWords.say(accepted, output::say);
        LeafEntry entry = new LeafEntry(accepted.checkpoint().origin(), stored);
        BundleEvents.require(proved, entry, accepted.checkpoint());
        output.say(
                "VERIFIED: event %s, of type %s, is in the log %s, recorded on %s."
                        .formatted(
                                stored.position(),
                                stored.type(),
                                entry.origin(),
                                Plain.moment(stored.recordedAt())));
        return Main.VERIFIED;
    }
}
