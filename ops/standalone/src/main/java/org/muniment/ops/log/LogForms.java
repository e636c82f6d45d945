package org.muniment.ops.log;

import java.util.List;
import java.util.Set;

/** Events of some forms only, read past all others. */
public interface LogForms {
    /** Grows whenever something may have come to the log, before anybody is told of it. */
    long commits();

    /**
     * Everything after a position that has one of these stored names, in order.
     *
     * @param through the last position that was looked at
     */
    record Found(List<Object> events, long through) {}

    Found after(long position, Set<String> names);
}
