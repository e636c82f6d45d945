package org.muniment.verifier;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.muniment.kernel.ledger.Checkpoint;
import org.muniment.kernel.ledger.NoteKey;
import org.muniment.kernel.ledger.Policy;
import org.muniment.kernel.ledger.SignedNote;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "log",
        description = "Verifies that a whole log is the one that a checkpoint speaks of.")
final class LogCommand implements Callable<Integer> {
    @Spec CommandSpec spec;

    @Parameters(paramLabel = "muniment.db", description = "the log; it may be in use")
    Path log;

    @Option(names = "--checkpoint", required = true, paramLabel = "file")
    Path checkpoint;

    @ArgGroup(exclusive = true)
    Trust trust;

    static final class Trust {
        @Option(names = "--policy", paramLabel = "policy.txt", description = "whom to believe")
        Path policy;

        @Option(names = "--key", paramLabel = "key", description = "the log's public key alone")
        String key;
    }

    @Option(
            names = "--hashes",
            paramLabel = "file",
            description = "the file ledger/hashes: tells which event was changed")
    Path hashes;

    @Override
    public Integer call() throws Exception {
        Output output = new Output(spec);
        Checkpoint signed = signed(output);
        try (LogFile file = LogFile.open(log);
                KeptHashes kept = hashes == null ? null : KeptHashes.open(hashes);
                LogRows rows = file.rows()) {
            long after = new LogCheck(signed, kept).check(rows, output.progress());
            if (after > 0) {
                output.say(
                        "After them the log holds %s that this checkpoint does not speak of."
                                .formatted(Plain.count(after, "event", "events")));
            }
        }
        output.say(
                "%s: the log's first %s give the root of the checkpoint."
                        .formatted(
                                trust == null ? "THE SAME" : "VERIFIED",
                                Plain.count(signed.size(), "event", "events")));
        return Main.VERIFIED;
    }

    private Checkpoint signed(Output output) throws Exception {
        SignedNote note = Input.note(checkpoint);
        if (trust == null) {
            output.say("No key was given: who signed the checkpoint is not verified.");
            return Checkpoint.parse(note.text());
        }
        Policy policy =
                trust.policy == null
                        ? Policy.parse("quorum none\n").withLogs(List.of(NoteKey.parse(trust.key)))
                        : Input.policy(trust.policy);
        var accepted = BundleCheck.about("the checkpoint", () -> policy.verify(note));
        CheckpointWords.say(accepted, output::say);
        return accepted.checkpoint();
    }
}
