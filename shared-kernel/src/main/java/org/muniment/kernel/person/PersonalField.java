package org.muniment.kernel.person;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What is kept about a person. */
public enum PersonalField {
    NAME,
    POST,
    TELEPHONE,
    EMAIL;

    /** As it is stored and committed to, for ever. */
    @JsonValue
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
