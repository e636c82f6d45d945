package org.muniment.witness;

import java.time.Clock;
import java.util.function.Consumer;

/** Starts a witness: see {@code ops/witness/run}. */
public final class Program implements AutoCloseable {
    private final Witness witness;
    private final WitnessServer server;
    private final String host;

    private Program(Witness witness, WitnessServer server, String host) {
        this.witness = witness;
        this.server = server;
        this.host = host;
    }

    public static void main(String[] arguments) {
        try {
            Program program =
                    start(Settings.of(System.getenv()), Clock.systemUTC(), System.err::println);
            // The lock goes with the process alone, when nothing can be written any more.
            Runtime.getRuntime().addShutdownHook(new Thread(program.server::close));
            System.out.println(program.introduction());
        } catch (CannotStart refused) {
            System.err.println("The witness does not start. " + refused.getMessage());
            System.exit(1);
        }
    }

    /**
     * @throws CannotStart where it could not keep its word, or its address is taken
     */
    static Program start(Settings settings, Clock clock, Consumer<String> output) {
        Witness witness = Witness.open(settings, clock, output);
        try {
            WitnessServer server = WitnessServer.start(witness, settings.host(), settings.port());
            return new Program(witness, server, settings.host());
        } catch (CannotStart refused) {
            witness.close();
            throw refused;
        }
    }

    int port() {
        return server.port();
    }

    String introduction() {
        int logs = witness.watched();
        return "Muniment's witness %s is ready at http://%s:%s and watches %s %s"
                .formatted(
                        witness.key(),
                        host.contains(":") ? "[" + host + "]" : host,
                        server.port(),
                        logs,
                        logs == 1 ? "log" : "logs");
    }

    @Override
    public void close() {
        server.close();
        witness.close();
    }
}
