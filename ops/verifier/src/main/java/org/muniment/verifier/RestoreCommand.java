package org.muniment.verifier;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.muniment.kernel.ledger.Checkpoint;
import org.muniment.kernel.ledger.Policy;
import org.muniment.kernel.ledger.SignedNote;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "restore",
        description = "Puts a backup into an empty data directory, once it is proved.")
final class RestoreCommand implements Callable<Integer> {
    @Spec CommandSpec spec;

    @Parameters(index = "0", paramLabel = "backup", description = "a directory or a .zip file")
    Path backup;

    @Parameters(index = "1", paramLabel = "directory", description = "the empty data directory")
    Path data;

    @Option(
            names = "--keys",
            paramLabel = "directory",
            description = "where the secret keys are, if not in the backup")
    Path keys;

    @Option(
            names = "--checkpoint",
            paramLabel = "file",
            description = "the last checkpoint known outside: kept there, or cosigned")
    Path checkpoint;

    @Option(
            names = "--policy",
            paramLabel = "policy.txt",
            description = "whom to believe about that checkpoint; otherwise the backup's own key")
    Path policy;

    @Option(
            names = "--accept-loss",
            description = "restore although that checkpoint speaks of later events")
    boolean acceptLoss;

    @Override
    public Integer call() throws Exception {
        Output output = new Output(spec);
        Policy trusted = policy == null ? null : Input.policy(policy);
        SignedNote outside = checkpoint == null ? null : Input.note(checkpoint);
        if (outside != null && trusted != null) {
            var accepted =
                    BundleCheck.about("the checkpoint outside", () -> trusted.verify(outside));
            CheckpointWords.say(accepted, output::say);
        }
        Restore restore = new Restore(backup, keys, data, output);
        try {
            BackupManifest manifest = restore.stage();
            output.say("The backup was taken on " + Plain.moment(manifest.taken()) + ".");
            prove(restore, manifest, outside, output);
            restore.keep();
            output.say(
                    "RESTORED: %s to %s."
                            .formatted(Plain.count(manifest.events(), "event", "events"), data));
            return Main.VERIFIED;
        } finally {
            restore.clear();
        }
    }

    private void prove(Restore restore, BackupManifest manifest, SignedNote outside, Output output)
            throws IOException {
        if (outside == null) {
            restore.prove(manifest, null);
            output.say(
                    "No checkpoint from outside was given: whether events after the backup are"
                            + " missing cannot be told.");
            return;
        }
        long known = Checkpoint.parse(outside.text()).size();
        boolean isWithin = known <= manifest.events();
        restore.prove(manifest, isWithin ? checkpoint : null);
        if (isWithin) {
            output.say(
                    "The log begins with the %s that the checkpoint outside speaks of."
                            .formatted(Plain.count(known, "event", "events")));
        } else {
            restore.admit(outside, policy != null, manifest.events(), acceptLoss);
        }
    }
}
