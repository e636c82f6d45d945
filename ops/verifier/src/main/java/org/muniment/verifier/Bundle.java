package org.muniment.verifier;

import java.util.Map;
import java.util.Set;
import org.muniment.kernel.ledger.BadEvidence;
import org.muniment.kernel.ledger.EvidenceZip;
import org.muniment.kernel.ledger.StoredEvent;

/** The files of a bundle by name. */
record Bundle(Map<String, byte[]> files) {
    static Bundle of(byte[] zip) {
        return new Bundle(EvidenceZip.read(zip));
    }

    Set<String> names() {
        return files.keySet();
    }

    boolean has(String name) {
        return files.containsKey(name);
    }

    byte[] file(String name) {
        Json.require(has(name), "the file %s is missing".formatted(name));
        return files.get(name);
    }

    String text(String name) {
        try {
            return StoredEvent.text(file(name));
        } catch (BadEvidence damaged) {
            throw has(name) ? new BadEvidence("the file " + name + " is no text") : damaged;
        }
    }
}
