package org.muniment.ops.token;

import java.net.URI;
import java.util.Optional;
import org.muniment.ops.log.CannotStart;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Muniment's own address, and the name its tokens are given out under; never taken from what a
 * request says it asked.
 */
@Component
public final class TokenIssuer {
    private static final String SECURE = "https://";

    private final String given;
    private final Environment environment;

    TokenIssuer(@Value("${muniment.issuer}") String given, Environment environment) {
        this.given = given;
        this.environment = environment;
        if (!given.isBlank() && !isAddress(given)) {
            throw new CannotStart(
                    "MUNIMENT_ISSUER is not an address such as https://muniment.example.",
                    "Give scheme and host, and the port where it is not the usual one.");
        }
    }

    /** Where it was not given, the address it is listening on, known once it listens. */
    public String name() {
        return given.isBlank()
                ? "http://localhost:" + environment.getRequiredProperty("local.server.port")
                : given;
    }

    /** The address browsers know, where it was given; otherwise it is the one they ask at. */
    public Optional<String> address() {
        return given.isBlank() ? Optional.empty() : Optional.of(given.replaceFirst("/$", ""));
    }

    /** Whether browsers come over TLS, though a proxy may end it. */
    public boolean isSecure() {
        return given.startsWith(SECURE);
    }

    private static boolean isAddress(String given) {
        try {
            URI address = URI.create(given);
            return (given.startsWith(SECURE) || given.startsWith("http://"))
                    && address.getHost() != null
                    && address.getUserInfo() == null
                    && (address.getPath().isEmpty() || "/".equals(address.getPath()))
                    && address.getQuery() == null
                    && address.getFragment() == null;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
