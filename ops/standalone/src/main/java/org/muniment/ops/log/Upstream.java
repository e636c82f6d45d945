package org.muniment.ops.log;

/** What a transaction on the writing connection owes to a log kept elsewhere. */
interface Upstream {
    /** The file here is the log itself. */
    Upstream NONE =
            new Upstream() {
                @Override
                public boolean takeIn() {
                    return false;
                }

                @Override
                public void give() {
                    // nobody to give it to
                }
            };

    /** Takes in what others have appended; true where the transaction now holds such events. */
    boolean takeIn();

    /** Appends elsewhere what the transaction has appended here; it is kept there or nowhere. */
    void give();
}
