package org.muniment.verifier;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.muniment.kernel.ledger.BadEvidence;
import org.muniment.kernel.ledger.Policy;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Verifies what is given to it, says what it found, and ends with 0, 1 or 2. */
@Command(
        name = "verify",
        description = "Verifies an evidence bundle, or by a command something else.",
        exitCodeListHeading = "Ends with%n",
        exitCodeList = {"0:verified", "1:something is wrong", "2:it was not used rightly"},
        subcommands = {
            LogCommand.class,
            EventCommand.class,
            ConsistencyCommand.class,
            FsckCommand.class,
            BackupCommand.class,
            RestoreCommand.class
        })
public final class Main implements Callable<Integer> {
    static final int VERIFIED = 0;
    static final int WRONG = 1;
    static final int MISUSED = 2;

    @Spec CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "shows this")
    boolean help;

    @Parameters(arity = "0..1", paramLabel = "bundle.zip", description = "an evidence bundle")
    Path bundle;

    @Option(
            names = "--policy",
            paramLabel = "policy.txt",
            description = "whom to believe; without it the bundle's own is believed")
    Path policy;

    public static void main(String[] arguments) {
        System.exit(commandLine(System.out, System.err).execute(arguments));
    }

    static CommandLine commandLine(PrintStream out, PrintStream err) {
        return new CommandLine(new Main())
                .setOut(new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true))
                .setErr(new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8), true))
                .setExecutionExceptionHandler((failed, line, parsed) -> judge(failed, line));
    }

    private static int judge(Exception failed, CommandLine line) {
        if (failed instanceof NoSuchFileException missing) {
            line.getErr().println("There is no file " + missing.getFile());
            return MISUSED;
        }
        String what =
                failed instanceof BadEvidence
                        ? failed.getMessage()
                        : "it cannot be read: " + failed;
        line.getErr().println("NOT VERIFIED: " + Plain.line(what));
        return WRONG;
    }

    @Override
    public Integer call() throws Exception {
        if (bundle == null) {
            throw new ParameterException(spec.commandLine(), "Which bundle is to be verified?");
        }
        Policy given = policy == null ? null : Input.policy(policy);
        Output output = new Output(spec);
        new BundleCheck(Bundle.of(Input.bytes(bundle)), given, output::say).check();
        output.say("");
        output.say(
                given == null
                        ? "CONSISTENT IN ITSELF: give a policy you trust to verify who signed it."
                        : "VERIFIED");
        return VERIFIED;
    }
}
