package org.muniment.ops.nodes;

import java.util.Map;

/**
 * What somebody asked another process of this installation to do.
 *
 * @param sender who they are, found out there
 * @param query escaped as in an address; null where there is none
 * @param headers those that say something about what is asked
 */
record RelayedRequest(
        String sender, String path, String query, Map<String, String> headers, byte[] body) {
    /**
     * @param headers those that say something about what was done
     */
    record Answered(int status, Map<String, String> headers, byte[] body) {}
}
