package org.muniment.query.audit;

import org.muniment.query.journal.JournalEntry;

/** Whether an event is in the log that was sealed, found out at this moment. */
@FunctionalInterface
public interface EventProofs {
    /** That the event as told is the one stored, and the stored one is under the checkpoint. */
    Proof of(JournalEntry told);

    enum State {
        /** Its inclusion was verified now, against the present checkpoint. */
        PROVED,
        /** No checkpoint speaks of it yet. */
        NOT_SEALED,
        /** It is not what was sealed, or is told otherwise than it is stored. */
        FAILED
    }

    /**
     * @param size of the checkpoint; absent unless proved
     * @param fault what is wrong; absent unless it failed
     */
    record Proof(State state, Long size, String fault) {
        public static Proof provedAt(long size) {
            return new Proof(State.PROVED, size, null);
        }

        public static Proof notSealed() {
            return new Proof(State.NOT_SEALED, null, null);
        }

        public static Proof failed(String fault) {
            return new Proof(State.FAILED, null, fault);
        }

        /** As it is said beside the event. */
        public String sentence() {
            return switch (state) {
                case PROVED ->
                        "Sealed: its proof was checked now, against the log at size " + size + ".";
                case NOT_SEALED -> "Not sealed yet: no checkpoint speaks of it. Ask again shortly.";
                case FAILED -> "Its proof FAILS: " + fault + ".";
            };
        }
    }
}
