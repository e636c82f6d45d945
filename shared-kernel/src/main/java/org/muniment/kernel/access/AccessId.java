package org.muniment.kernel.access;

import org.muniment.kernel.words.Malformed;
import org.muniment.kernel.words.PersonId;

/** What one person may do: its stream in the log. */
public record AccessId(PersonId person) {
    /** The id stays in the log for ever. */
    public AccessId {
        if (person.value().contains("@")) {
            throw new Malformed(
                    "person", "must not be an e-mail address, because it can never be erased");
        }
    }

    @Override
    public String toString() {
        return "access:" + person;
    }
}
