package org.muniment.ops.inner;

/** What an inner request was told. */
public record InnerAnswer(int status, byte[] body) {
    private static final int FIRST_REDIRECT = 300;

    public boolean succeeded() {
        return status < FIRST_REDIRECT;
    }
}
