package org.muniment.ops.access;

/** {@code given} is false where the secret was made up at start and must be shown once. */
public record DemoSecret(String value, boolean given) {
    @Override
    public String toString() {
        return "DemoSecret[hidden]";
    }
}
