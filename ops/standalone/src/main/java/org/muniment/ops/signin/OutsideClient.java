package org.muniment.ops.signin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.muniment.ops.log.CannotStart;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The pages, as the provider outside knows them. Without a secret they are a public client. */
@Component
final class OutsideClient {
    /** The audience of bearer tokens: an id token must not be one. */
    private static final String TAKEN = "muniment";

    private final String id;
    private final String secret;

    OutsideClient(
            @Value("${muniment.oidc-client-id}") String id,
            @Value("${muniment.oidc-client-secret}") String secret,
            @Value("${muniment.oidc-client-secret-file}") String file) {
        if (TAKEN.equals(id)) {
            throw new CannotStart(
                    "MUNIMENT_OIDC_CLIENT_ID is muniment, the audience of access tokens.",
                    "Register the pages at the provider under another id.");
        }
        if (!secret.isEmpty() && !file.isEmpty()) {
            throw new CannotStart(
                    "MUNIMENT_OIDC_CLIENT_SECRET and MUNIMENT_OIDC_CLIENT_SECRET_FILE are both set.",
                    "Set one of them.");
        }
        this.id = id;
        this.secret = file.isEmpty() ? secret : in(file);
    }

    boolean isGiven() {
        return !id.isEmpty();
    }

    String id() {
        return id;
    }

    String secret() {
        return secret;
    }

    private static String in(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException | RuntimeException unreadable) {
            throw new CannotStart(
                    "The file of MUNIMENT_OIDC_CLIENT_SECRET_FILE cannot be read.",
                    "Name a file that holds the secret and nothing else.");
        }
    }
}
