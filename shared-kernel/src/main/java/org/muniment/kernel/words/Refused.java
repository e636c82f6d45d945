package org.muniment.kernel.words;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A well-formed command that a rule of the committee refuses in the present state of the record.
 */
public final class Refused extends RuntimeException {
    private final String rule;
    private final String field;
    private final transient Map<String, Object> details;

    private Refused(String rule, String field, String message, Map<String, Object> details) {
        super(message, null, false, false);
        this.rule = rule;
        this.field = field;
        this.details = details;
    }

    public static Refused by(String rule, String message) {
        return new Refused(rule, null, message, Map.of());
    }

    /** Refused because of what one field says: {@code field} is named to the sender. */
    public static Refused because(String rule, String field, String message) {
        return new Refused(rule, field, message, Map.of());
    }

    /** The same, telling the sender more under {@code name}. */
    public Refused with(String name, Object detail) {
        Map<String, Object> more = new LinkedHashMap<>(details);
        more.put(name, detail);
        return new Refused(rule, field, getMessage(), more);
    }

    public Map<String, Object> details() {
        return details;
    }

    public String rule() {
        return rule;
    }

    public Optional<String> field() {
        return Optional.ofNullable(field);
    }
}
