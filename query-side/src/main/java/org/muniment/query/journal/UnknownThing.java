package org.muniment.query.journal;

/** Nothing ever happened to a thing of this name. */
public final class UnknownThing extends RuntimeException {
    public UnknownThing(String subject) {
        super("there is no " + subject.replaceFirst(":", " "), null, false, false);
    }
}
