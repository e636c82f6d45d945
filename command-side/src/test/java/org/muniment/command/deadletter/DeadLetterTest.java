package org.muniment.command.deadletter;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.muniment.kernel.deadletter.DeadLetterCommand.EvictDeadLetter;
import org.muniment.kernel.deadletter.DeadLetterCommand.RetryDeadLetter;
import org.muniment.kernel.deadletter.DeadLetterEvent.DeadLetterEvicted;
import org.muniment.kernel.deadletter.DeadLetterEvent.DeadLetterRetried;
import org.muniment.kernel.deadletter.DeadLetterId;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.Refused;

class DeadLetterTest {
    private static final DeadLetterId LETTER = new DeadLetterId(412);
    private static final Narrative WHY = new Narrative("Written by a trial version");

    private final FixtureConfiguration<DeadLetter> letter =
            new AggregateTestFixture<>(DeadLetter.class);

    @Test
    void aRetryIsOnRecordEachTime() {
        letter.given(new DeadLetterRetried(LETTER))
                .when(new RetryDeadLetter(LETTER))
                .expectEvents(new DeadLetterRetried(LETTER));
    }

    @Test
    void anEventIsLeftOutWithTheReason() {
        letter.givenNoPriorActivity()
                .when(new EvictDeadLetter(LETTER, WHY))
                .expectEvents(new DeadLetterEvicted(LETTER, WHY));
    }

    @Test
    void whatIsLeftOutIsNeitherTriedNorLeftOutAgain() {
        DeadLetterEvicted evicted = new DeadLetterEvicted(LETTER, WHY);

        letter.given(evicted).when(new RetryDeadLetter(LETTER)).expectException(Refused.class);
        letter.given(evicted)
                .when(new EvictDeadLetter(LETTER, WHY))
                .expectException(Refused.class)
                .expectNoEvents();
    }
}
