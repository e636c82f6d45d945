package org.muniment.verifier;

import java.io.PrintWriter;
import java.util.function.LongConsumer;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command says what it finds. */
final class Output {
    private static final long STEP = 250_000;

    private final PrintWriter out;
    private final PrintWriter err;

    Output(CommandSpec spec) {
        out = spec.commandLine().getOut();
        err = spec.commandLine().getErr();
    }

    void say(String line) {
        out.println(Plain.line(line));
    }

    void wrong(String line) {
        err.println("WRONG: " + Plain.line(line));
    }

    /** Only a big log takes long enough to be told of. */
    LongConsumer progress() {
        return position -> {
            if (position % STEP == 0) {
                err.println("... " + position + " events read");
            }
        };
    }
}
