package org.muniment.command.ledgerkey;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.muniment.command.dispatch.RefusedBy;
import org.muniment.kernel.ledger.NoteKey;
import org.muniment.kernel.ledger.SigningKey;
import org.muniment.kernel.ledgerkey.LedgerKeyCommand.RotateLedgerKey;
import org.muniment.kernel.ledgerkey.LedgerKeyEvent.LedgerKeyRotated;
import org.muniment.kernel.ledgerkey.LedgerOrigin;
import org.muniment.kernel.words.Narrative;

class RotateLedgerKeyTest {
    private static final LedgerOrigin LEDGER = new LedgerOrigin("muniment.example/log");
    private static final Narrative REASON = new Narrative("The yearly change of keys.");
    private static final NoteKey FIRST = key();
    private static final NoteKey SECOND = key();
    private static final NoteKey THIRD = key();

    private final FixtureConfiguration<LedgerKey> fixture =
            new AggregateTestFixture<>(LedgerKey.class);

    @Test
    void theFirstChangeNamesTheKeyThatWasThereBeforeTheLog() {
        fixture.givenNoPriorActivity()
                .when(new RotateLedgerKey(LEDGER, FIRST, SECOND, REASON))
                .expectEvents(new LedgerKeyRotated(LEDGER, FIRST, SECOND, REASON));
    }

    @Test
    void theNextChangeStartsFromTheKeyOfTheLast() {
        fixture.given(new LedgerKeyRotated(LEDGER, FIRST, SECOND, REASON))
                .when(new RotateLedgerKey(LEDGER, SECOND, THIRD, REASON))
                .expectEvents(new LedgerKeyRotated(LEDGER, SECOND, THIRD, REASON));
    }

    @Test
    void theSameChangeSaidTwiceIsRefused() {
        fixture.given(new LedgerKeyRotated(LEDGER, FIRST, SECOND, REASON))
                .when(new RotateLedgerKey(LEDGER, FIRST, SECOND, REASON))
                .expectException(RefusedBy.rule("other-key"))
                .expectNoEvents();
    }

    @Test
    void aKeyIsNotChangedForItself() {
        fixture.givenNoPriorActivity()
                .when(new RotateLedgerKey(LEDGER, FIRST, FIRST, REASON))
                .expectException(RefusedBy.rule("same-key"))
                .expectNoEvents();
    }

    private static NoteKey key() {
        return SigningKey.create(LEDGER.value(), NoteKey.Use.LOG).key();
    }
}
