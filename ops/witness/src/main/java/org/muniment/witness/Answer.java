package org.muniment.witness;

/** An answer as HTTP carries it. */
record Answer(int status, String contentType, String body) {
    static final int OK = 200;
    static final int MALFORMED = 400;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int METHOD_NOT_ALLOWED = 405;
    static final int CONFLICT = 409;
    static final int TOO_LARGE = 413;
    static final int UNPROCESSABLE = 422;
    static final int UNAVAILABLE = 503;

    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String SIZE = "text/x.tlog.size";

    static Answer of(int status, String body) {
        return new Answer(status, TEXT, body);
    }

    /** Tells a log the size from which its proof must lead. */
    static Answer conflict(long size) {
        return new Answer(CONFLICT, SIZE, size + "\n");
    }
}
