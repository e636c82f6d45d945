package org.muniment.query.version;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;

/**
 * The version as the answer's entity tag. Set past the framework, which would answer If-None-Match
 * with 304: what is shown of a thing may also come from others, such as a snapshot's successor.
 */
public final class VersionTag {
    private VersionTag() {}

    public static void set(HttpServletResponse response, long version) {
        response.setHeader(HttpHeaders.ETAG, "\"" + version + "\"");
    }
}
