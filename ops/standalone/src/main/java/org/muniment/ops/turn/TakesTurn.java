package org.muniment.ops.turn;

/** What begins where a process becomes the one that writes, and ends where it no longer is. */
public interface TakesTurn {
    /**
     * Called before anything is written in this turn, in the order of the beans.
     *
     * @throws RuntimeException where this process must not be the one
     */
    void takeTurn();

    /** Also called where the turn was not taken. */
    default void endTurn() {}
}
