package org.muniment.kernel.words;

/** A command that cannot be sent without saying why. */
public interface Reasoned {
    Narrative reason();
}
