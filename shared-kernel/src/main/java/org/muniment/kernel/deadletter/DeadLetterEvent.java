package org.muniment.kernel.deadletter;

import org.muniment.kernel.words.Narrative;

/** What was decided about an event that the read side could not take. */
public sealed interface DeadLetterEvent {
    DeadLetterId letter();

    record DeadLetterRetried(DeadLetterId letter) implements DeadLetterEvent {}

    /** Every read model leaves the event out, also one that is rebuilt and could take it. */
    record DeadLetterEvicted(DeadLetterId letter, Narrative reason) implements DeadLetterEvent {}
}
