package org.muniment.kernel.access;

import org.muniment.kernel.words.PersonId;

/** What one person may do: its stream in the log. */
public record AccessId(PersonId person) {
    @Override
    public String toString() {
        return "access:" + person;
    }
}
