package org.muniment.ops.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a shared log is.
 *
 * @param context which of the logs that Axon Server keeps
 * @param token what Axon Server knows us by; null where it asks nobody
 */
record AxonServerAddress(String host, int port, String context, String token, boolean tls) {
    private static final Pattern HOST_AND_PORT = Pattern.compile("([A-Za-z0-9.-]+):([0-9]{1,5})");
    private static final int MOST = 65_535;

    /**
     * @param tokenFile holds the token; may be blank
     * @throws CannotStart where it is not an address, or the file cannot be read
     */
    static AxonServerAddress of(String address, String context, String tokenFile, boolean tls) {
        Matcher parts = HOST_AND_PORT.matcher(address);
        if (!parts.matches() || Integer.parseInt(parts.group(2)) > MOST) {
            throw new CannotStart(
                    "\"" + address + "\" is not an address of Axon Server.",
                    "Set MUNIMENT_AXONSERVER to a host and a port, such as axonserver:8124.");
        }
        return new AxonServerAddress(
                parts.group(1),
                Integer.parseInt(parts.group(2)),
                context,
                tokenFile.isBlank() ? null : tokenIn(Path.of(tokenFile)),
                tls);
    }

    private static String tokenIn(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new CannotStart(
                    "Axon Server's token cannot be read from " + file + ".",
                    "Check MUNIMENT_AXONSERVER_TOKEN_FILE and this user's rights.",
                    unreadable);
        }
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
