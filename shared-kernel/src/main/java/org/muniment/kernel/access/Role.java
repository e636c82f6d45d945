package org.muniment.kernel.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What somebody does for a partnership. {@link #PUBLIC} is whoever has not signed in. */
public enum Role {
    OFFICER,
    HEAD_OF_SERVICE,
    FINANCE_OFFICER,
    SECRETARIAT,
    AUDITOR,
    MEMBER,
    CLIENT_OFFICER,
    ADMIN,
    PUBLIC;

    private final String value = name().toLowerCase().replace('_', '-');

    /** As it stands in events and in the api: {@code head-of-service}. */
    @JsonValue
    public String value() {
        return value;
    }

    /** Whether somebody can be given it. */
    public boolean isGiven() {
        return this != PUBLIC;
    }

    /** Whether it can be kept to some councils or services: it reports what belongs to them. */
    public boolean isOfServices() {
        return this == OFFICER || this == HEAD_OF_SERVICE;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Role of(String value) {
        return Arrays.stream(values())
                .filter(role -> role.isGiven() && role.value.equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of " + given()));
    }

    private static String given() {
        return Arrays.stream(values())
                .filter(Role::isGiven)
                .map(Role::value)
                .collect(Collectors.joining(", "));
    }
}
