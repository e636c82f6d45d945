package org.muniment.ops.limits;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where a request comes from. What a header says of it is believed of one proxy only. */
@Component
public final class Addresses {
    private static final String FORWARDED = "X-Forwarded-For";

    private final String trustedProxy;

    Addresses(@Value("${muniment.trusted-proxy:}") String trustedProxy) {
        this.trustedProxy = trustedProxy;
    }

    /** The last entry is the proxy's own; those before it are whatever the sender wrote. */
    String of(HttpServletRequest request) {
        String sender = request.getRemoteAddr();
        String forwarded = request.getHeader(FORWARDED);
        if (forwarded == null || trustedProxy.isEmpty() || !trustedProxy.equals(sender)) {
            return sender;
        }
        return forwarded.substring(forwarded.lastIndexOf(',') + 1).trim();
    }
}
