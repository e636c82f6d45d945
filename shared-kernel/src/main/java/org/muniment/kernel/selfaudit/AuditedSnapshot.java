package org.muniment.kernel.selfaudit;

import org.muniment.kernel.snapshot.SnapshotId;
import org.muniment.kernel.words.Sha256;

/**
 * One frozen pack and what the log made of it when it was rebuilt.
 *
 * @param frozen the digest the freeze recorded
 * @param stored the digest of the content the freeze event holds
 * @param rebuilt the digest of the pack as folded anew from the log; absent where it could not be
 */
public record AuditedSnapshot(SnapshotId snapshot, Sha256 frozen, Sha256 stored, Sha256 rebuilt) {
    public boolean agrees() {
        return frozen.equals(stored) && frozen.equals(rebuilt);
    }
}
