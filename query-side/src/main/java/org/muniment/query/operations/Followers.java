package org.muniment.query.operations;

/** How the read side is doing. */
public interface Followers {
    /** Why the read models that are read do not follow the log; null where they do. */
    String trouble();
}
