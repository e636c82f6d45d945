package org.muniment.ops.token;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The name our own tokens are given out under; never taken from what a request says it asked. */
@Component
class TokenIssuer {
    private final String given;
    private final Environment environment;

    TokenIssuer(@Value("${muniment.issuer}") String given, Environment environment) {
        this.given = given;
        this.environment = environment;
    }

    /** Where it was not given, the address it is listening on, known once it listens. */
    String name() {
        return given.isBlank()
                ? "http://localhost:" + environment.getRequiredProperty("local.server.port")
                : given;
    }
}
