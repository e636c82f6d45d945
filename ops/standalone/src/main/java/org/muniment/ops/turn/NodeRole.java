package org.muniment.ops.turn;

/** What a process does of all there is to do. */
public enum NodeRole {
    /** Everything; it is the only one. */
    BOTH,
    /** Takes commands and seals, or stands by until the one that does is gone. */
    COMMAND,
    /** Keeps read models and answers questions; it passes commands on. */
    QUERY;

    /** Whether it keeps read models. */
    public boolean reads() {
        return this != COMMAND;
    }

    /** Whether there are others beside it. */
    public boolean isOneOfMany() {
        return this != BOTH;
    }
}
