package org.muniment.verifier;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "fsck",
        description = "Checks a data directory, in use or not, and changes nothing in it.")
final class FsckCommand implements Callable<Integer> {
    @Spec CommandSpec spec;

    @Parameters(paramLabel = "directory")
    Path directory;

    @Option(
            names = "--checkpoint-copy",
            paramLabel = "file",
            description = "the checkpoint kept outside")
    Path copy;

    @Override
    public Integer call() throws Exception {
        Output output = new Output(spec);
        Path log = directory.resolve("muniment.db");
        if (!Files.isRegularFile(log)) {
            spec.commandLine().getErr().println("There is no log " + log + ": check MUNIMENT_DATA");
            return Main.MISUSED;
        }
        Faults faults = new Fsck(directory, copy, output).check();
        faults.all().forEach(output::wrong);
        if (faults.none()) {
            output.say("SOUND: nothing is wrong.");
            return Main.VERIFIED;
        }
        return Main.WRONG;
    }
}
