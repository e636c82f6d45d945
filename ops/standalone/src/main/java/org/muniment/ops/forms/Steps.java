package org.muniment.ops.forms;

/** The controls that every form has beside its questions. */
final class Steps {
    /** What is to be done with what was typed: check, change or send. */
    static final String STEP = "_step";

    static final String CHANGE = "change";
    static final String SEND = "send";

    /** Sent twice under the same key, it is done once. */
    static final String KEY = "_key";

    /** The version of the thing that was read. */
    static final String VERSION = "_version";

    static final String TOKEN = "_csrf";
    static final String WHY = "why";
    static final String ON_BEHALF_OF = "onBehalfOf";

    private Steps() {}
}
