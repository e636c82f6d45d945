package org.muniment.ops.inner;

import java.util.Map;

/**
 * What is posted.
 *
 * @param path not escaped, as ids never need to be
 * @param query escaped as in an address; empty where there is none
 * @param headers beside those that say who sends it, which are the outer request's
 */
public record Call(String path, String query, Map<String, String> headers, byte[] body) {
    public Call {
        headers = Map.copyOf(headers);
    }
}
