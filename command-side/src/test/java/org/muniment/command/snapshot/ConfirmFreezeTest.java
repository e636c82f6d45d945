package org.muniment.command.snapshot;

import static org.muniment.command.snapshot.FirstQuarter.FREEZER;
import static org.muniment.command.snapshot.FirstQuarter.ID;
import static org.muniment.command.snapshot.FirstQuarter.NEXT;
import static org.muniment.command.snapshot.FirstQuarter.confirm;
import static org.muniment.command.snapshot.FirstQuarter.confirmed;
import static org.muniment.command.snapshot.FirstQuarter.frozen;
import static org.muniment.command.snapshot.FirstQuarter.superseded;

import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.muniment.command.dispatch.RefusedBy;
import org.muniment.kernel.snapshot.SnapshotCommand.ConfirmFreeze;
import org.muniment.kernel.words.PersonId;

class ConfirmFreezeTest {
    private final FixtureConfiguration<Snapshot> snapshot =
            new AggregateTestFixture<>(Snapshot.class);

    @Test
    void aSecondPersonConfirmsWhatTheFirstFroze() {
        snapshot.given(frozen()).when(confirm(ID)).expectEvents(confirmed(ID));
    }

    @Test
    void nobodyConfirmsTheirOwnFreeze() {
        snapshot.given(frozen())
                .when(new ConfirmFreeze(ID, FREEZER))
                .expectNoEvents()
                .expectException(RefusedBy.rule("own-freeze"));
    }

    @Test
    void whatIsSupersededIsNotConfirmedAnyMore() {
        snapshot.given(frozen(), superseded(ID, NEXT))
                .when(confirm(ID))
                .expectNoEvents()
                .expectException(RefusedBy.rule("superseded"));
    }

    @Test
    void nothingIsConfirmedOfAnUnknownSnapshot() {
        snapshot.givenNoPriorActivity()
                .when(confirm(ID))
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }

    @Test
    void theSameConfirmationSaidTwiceIsRecordedOnce() {
        snapshot.given(frozen(), confirmed(ID))
                .when(confirm(ID))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void aThirdPersonsConfirmationAddsNothing() {
        snapshot.given(frozen(), confirmed(ID))
                .when(new ConfirmFreeze(ID, new PersonId("section-151-officer")))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void aRetriedConfirmationIsStillAnsweredOnceTheSnapshotIsSuperseded() {
        snapshot.given(frozen(), confirmed(ID), superseded(ID, NEXT))
                .when(confirm(ID))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }
}
