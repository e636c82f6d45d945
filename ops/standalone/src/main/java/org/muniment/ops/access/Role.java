package org.muniment.ops.access;

/** The parts people play; the value is what tokens and events call them. */
enum Role {
    OFFICER("officer"),
    HEAD_OF_SERVICE("head-of-service"),
    FINANCE_OFFICER("finance-officer"),
    SECRETARIAT("secretariat"),
    AUDITOR("auditor"),
    MEMBER("member"),
    CLIENT_OFFICER("client-officer"),
    ADMIN("admin");

    private final String value;

    Role(String value) {
        this.value = value;
    }

    String value() {
        return value;
    }
}
