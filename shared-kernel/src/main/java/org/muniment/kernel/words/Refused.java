package org.muniment.kernel.words;

import java.util.Optional;

/**
 * A well-formed command that a rule of the committee refuses in the present state of the record.
 */
public final class Refused extends RuntimeException {
    private final String rule;
    private final String field;

    private Refused(String rule, String field, String message) {
        super(message, null, false, false);
        this.rule = rule;
        this.field = field;
    }

    public static Refused by(String rule, String message) {
        return new Refused(rule, null, message);
    }

    /** Refused because of what one field says: {@code field} is named to the sender. */
    public static Refused because(String rule, String field, String message) {
        return new Refused(rule, field, message);
    }

    public String rule() {
        return rule;
    }

    public Optional<String> field() {
        return Optional.ofNullable(field);
    }
}
