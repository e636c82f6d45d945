package org.muniment.kernel.access;

import org.muniment.kernel.words.PersonId;

/**
 * Who is behind a command.
 *
 * @param onBehalfOf whom {@code by} was the deputy of; null where they acted for themselves
 */
public record Actors(PersonId by, PersonId onBehalfOf) {
    public static Actors of(PersonId by, String onBehalfOf) {
        return new Actors(by, onBehalfOf == null ? null : new PersonId(onBehalfOf));
    }

    /** From what an event carries; nobody's where it says nobody, as only events by hand do. */
    public static Actors of(String by, String onBehalfOf) {
        return of(by == null ? null : new PersonId(by), onBehalfOf);
    }

    public boolean include(PersonId person) {
        return person.equals(by) || person.equals(onBehalfOf);
    }

    /** Whether the two are not two persons after all. */
    public boolean meet(Actors others) {
        return others.by != null && include(others.by)
                || others.onBehalfOf != null && include(others.onBehalfOf);
    }
}
