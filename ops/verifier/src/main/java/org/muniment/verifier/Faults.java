package org.muniment.verifier;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is wrong: of each kind of fault the first one found. */
final class Faults {
    enum Kind {
        SQLITE,
        FORMAT,
        TABLES,
        GAP,
        TEXT,
        STREAM,
        TIME,
        JSON,
        LEAF,
        NODE,
        HASHES,
        KEY,
        CHECKPOINT,
        ROOT,
        COPY
    }

    private final Map<Kind, String> found = new LinkedHashMap<>();

    void add(Kind kind, String what) {
        found.putIfAbsent(kind, what);
    }

    boolean none() {
        return found.isEmpty();
    }

    Collection<String> all() {
        return found.values();
    }

    boolean has(Kind kind) {
        return found.containsKey(kind);
    }
}
