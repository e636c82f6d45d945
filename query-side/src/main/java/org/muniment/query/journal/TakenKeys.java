package org.muniment.query.journal;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;

/** Writes whose key may be taken by what another process, or this one before, has written. */
public final class TakenKeys {
    private TakenKeys() {}

    /** False where the key was taken, so that nothing was written. */
    public static boolean unlessTaken(Runnable write) {
        try {
            write.run();
            return true;
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw refused;
            }
            return false;
        }
    }
}
