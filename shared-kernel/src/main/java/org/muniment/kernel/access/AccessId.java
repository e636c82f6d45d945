package org.muniment.kernel.access;

import org.muniment.kernel.words.Malformed;
import org.muniment.kernel.words.PersonId;

/** What one person may do: its stream in the log. */
public record AccessId(PersonId person) {
    /** Under which Muniment itself acts, and its pages sign people in. */
    private static final String OURSELVES = "muniment";

    /** The id stays in the log for ever. */
    public AccessId {
        String id = person.value();
        if (id.contains("@")) {
            throw new Malformed(
                    "person", "must not be an e-mail address, because it can never be erased");
        }
        if (!id.equals(id.strip())) {
            throw new Malformed("person", "must not begin or end with a space");
        }
        if (id.equals(OURSELVES) || id.startsWith(OURSELVES + "-")) {
            throw new Malformed("person", "must not be a name of Muniment itself");
        }
    }

    @Override
    public String toString() {
        return "access:" + person;
    }
}
