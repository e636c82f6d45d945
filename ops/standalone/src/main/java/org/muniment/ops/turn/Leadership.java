package org.muniment.ops.turn;

/** Whether this process is the one that writes and seals. */
public interface Leadership {
    /** There is no other process. */
    Leadership ALONE = () -> true;

    boolean isMine();
}
