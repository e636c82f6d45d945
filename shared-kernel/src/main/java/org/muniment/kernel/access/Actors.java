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

    public boolean include(PersonId person) {
        return by.equals(person) || person.equals(onBehalfOf);
    }

    /** Whether the two are not two persons after all. */
    public boolean meet(Actors others) {
        return include(others.by) || others.onBehalfOf != null && include(others.onBehalfOf);
    }
}
