package org.muniment.command.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muniment.command.snapshot.FirstQuarter.ID;
import static org.muniment.command.snapshot.FirstQuarter.NEXT;
import static org.muniment.command.snapshot.FirstQuarter.PACK;
import static org.muniment.command.snapshot.FirstQuarter.confirm;
import static org.muniment.command.snapshot.FirstQuarter.confirmed;
import static org.muniment.command.snapshot.FirstQuarter.freeze;
import static org.muniment.command.snapshot.FirstQuarter.frozen;
import static org.muniment.command.snapshot.FirstQuarter.superseded;

import java.util.Optional;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.muniment.command.dispatch.CommandSideInMemory;
import org.muniment.command.dispatch.RefusedBy;
import org.muniment.command.meeting.ScheduledMeetings;
import org.muniment.command.meeting.SeptemberMeeting;
import org.muniment.command.partnership.ChorleySouthRibble;
import org.muniment.command.plan.BusinessPlan;
import org.muniment.kernel.meeting.MeetingId;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.snapshot.SnapshotCommand.PublishSnapshot;
import org.muniment.kernel.snapshot.SnapshotEvent.SnapshotPublished;

class PublishSnapshotTest {
    private static final MeetingId OCTOBER = new MeetingId("2017-10-12");

    private final FixtureConfiguration<Snapshot> snapshot = meetingsOf(ChorleySouthRibble.ID);

    @Test
    void aConfirmedSnapshotIsPublishedToAMeetingWithItsDigest() {
        snapshot.given(frozen(), confirmed(ID))
                .when(publish(SeptemberMeeting.ID))
                .expectEvents(
                        new SnapshotPublished(
                                ID, BusinessPlan.ID, SeptemberMeeting.ID, PACK.sha256()));
    }

    @Test
    void whatNobodyHasConfirmedIsNotPublished() {
        snapshot.given(frozen())
                .when(publish(SeptemberMeeting.ID))
                .expectNoEvents()
                .expectException(RefusedBy.rule("not-confirmed"));
    }

    @Test
    void whatIsSupersededIsNotPublished() {
        snapshot.given(frozen(), confirmed(ID), superseded(ID, NEXT))
                .when(publish(SeptemberMeeting.ID))
                .expectNoEvents()
                .expectException(RefusedBy.rule("superseded"));
    }

    @Test
    void aMeetingOfAnotherPartnershipIsAsUnknownAsOneThatNeverWas() {
        meetingsOf(new PartnershipId("elsewhere"))
                .given(frozen(), confirmed(ID))
                .when(publish(SeptemberMeeting.ID))
                .expectNoEvents()
                .expectException(RefusedBy.rule("unknown-meeting", "meeting"));
    }

    @Test
    void nothingIsPublishedOfAnUnknownSnapshot() {
        snapshot.givenNoPriorActivity()
                .when(publish(SeptemberMeeting.ID))
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }

    @Test
    void theSamePublicationSaidTwiceIsRecordedOnce() {
        snapshot.given(frozen(), confirmed(ID), published(SeptemberMeeting.ID))
                .when(publish(SeptemberMeeting.ID))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void aRetriedPublicationIsStillAnsweredOnceTheSnapshotIsSuperseded() {
        snapshot.given(
                        frozen(),
                        confirmed(ID),
                        published(SeptemberMeeting.ID),
                        superseded(ID, NEXT))
                .when(publish(SeptemberMeeting.ID))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void aSnapshotMayGoToASecondMeeting() {
        snapshot.given(frozen(), confirmed(ID), published(SeptemberMeeting.ID))
                .when(publish(OCTOBER))
                .expectEvents(published(OCTOBER));
    }

    @Test
    void theMeetingIsLookedUpAmongThoseInTheLog() {
        CommandSideInMemory side =
                CommandSideInMemory.of(
                        ChorleySouthRibble.module(),
                        BusinessPlan.module(),
                        SeptemberMeeting.module(),
                        new SnapshotModule());
        side.send(ChorleySouthRibble.establish(), BusinessPlan.adopt(), freeze(), confirm(ID));

        assertThatThrownBy(() -> side.send(publish(SeptemberMeeting.ID)))
                .is(RefusedBy.refusal("unknown-meeting", "meeting"));
        side.send(SeptemberMeeting.schedule(), publish(SeptemberMeeting.ID));

        assertThat(side.events())
                .endsWith(
                        confirmed(ID),
                        SeptemberMeeting.scheduled(),
                        published(SeptemberMeeting.ID));
    }

    private static FixtureConfiguration<Snapshot> meetingsOf(PartnershipId partnership) {
        return new AggregateTestFixture<>(Snapshot.class)
                .registerInjectableResource(BusinessPlan.ADOPTED)
                .registerInjectableResource(
                        (ScheduledMeetings) meeting -> Optional.of(partnership));
    }

    private static PublishSnapshot publish(MeetingId meeting) {
        return new PublishSnapshot(ID, meeting);
    }

    private static SnapshotPublished published(MeetingId meeting) {
        return new SnapshotPublished(ID, BusinessPlan.ID, meeting, PACK.sha256());
    }
}
