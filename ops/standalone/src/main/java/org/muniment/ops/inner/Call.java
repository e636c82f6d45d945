package org.muniment.ops.inner;

import java.util.Map;

/**
 * What is asked for.
 *
 * @param path not escaped, as ids never need to be
 * @param query escaped as in an address; empty where there is none
 * @param headers beside those that say who sends it, which are the outer request's
 */
public record Call(
        String method, String path, String query, Map<String, String> headers, byte[] body) {
    public Call {
        headers = Map.copyOf(headers);
    }

    public static Call get(String path) {
        return new Call("GET", path, "", Map.of(), new byte[0]);
    }

    public static Call post(String path, String query, Map<String, String> headers, byte[] body) {
        return new Call("POST", path, query, headers, body);
    }
}
