package org.muniment.command.dispatch;

/** The sender changes a thing without saying which version of it they have seen (If-Match). */
public final class VersionMissing extends RuntimeException {
    VersionMissing() {
        super("the version last seen is missing", null, false, false);
    }
}
