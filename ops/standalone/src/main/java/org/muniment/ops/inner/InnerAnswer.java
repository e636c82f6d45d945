package org.muniment.ops.inner;

import java.util.Map;
import java.util.Optional;

/** What an inner request was told; names of headers in lower case. */
public record InnerAnswer(int status, Map<String, String> headers, byte[] body) {
    private static final int FIRST_REDIRECT = 300;

    public boolean succeeded() {
        return status < FIRST_REDIRECT;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
