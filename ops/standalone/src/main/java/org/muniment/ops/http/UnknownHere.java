package org.muniment.ops.http;

import org.springframework.security.access.AccessDeniedException;

/** There is no such thing, or none that whoever asks may know of: they are not told which. */
public final class UnknownHere extends AccessDeniedException {
    /**
     * @param thing as in {@code kpi:grant-claims}
     */
    public UnknownHere(String thing) {
        super("there is no " + thing.replaceFirst(":", " "));
    }
}
