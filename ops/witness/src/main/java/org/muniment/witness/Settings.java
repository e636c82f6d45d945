package org.muniment.witness;

import java.nio.file.Path;
import java.util.Map;

/**
 * What the environment says of this witness.
 *
 * @param name of its key, wanted only when the key is made; may be null
 */
record Settings(Path data, String host, int port, String name) {
    private static final String DATA = "MUNIMENT_WITNESS_DATA";
    private static final String HOST = "MUNIMENT_WITNESS_HOST";
    private static final String PORT = "MUNIMENT_WITNESS_PORT";
    static final String NAME = "MUNIMENT_WITNESS_NAME";
    private static final int LAST_PORT = 65_535;

    /**
     * @throws CannotStart where the port is none
     */
    static Settings of(Map<String, String> environment) {
        return new Settings(
                Path.of(environment.getOrDefault(DATA, "witness-data")),
                environment.getOrDefault(HOST, "127.0.0.1"),
                port(environment.getOrDefault(PORT, "8090")),
                environment.get(NAME));
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= LAST_PORT) {
                return port;
            }
        } catch (NumberFormatException refusedBelow) {
            // The same answer as for a number that is no port.
        }
        throw new CannotStart(PORT + " is a number from 0 to " + LAST_PORT + ", not " + text);
    }
}
