package org.muniment.command.snapshot;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.muniment.command.dispatch.Provenance;
import org.muniment.command.meeting.ScheduledMeetings;
import org.muniment.command.plan.AdoptedPlans;
import org.muniment.command.plan.PlanSnapshots;
import org.muniment.kernel.access.Actors;
import org.muniment.kernel.meeting.MeetingId;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.snapshot.FrozenPack;
import org.muniment.kernel.snapshot.SnapshotCommand.ConfirmFreeze;
import org.muniment.kernel.snapshot.SnapshotCommand.FreezeQuarter;
import org.muniment.kernel.snapshot.SnapshotCommand.PublishSnapshot;
import org.muniment.kernel.snapshot.SnapshotCommand.SupersedeSnapshot;
import org.muniment.kernel.snapshot.SnapshotEvent.FreezeConfirmed;
import org.muniment.kernel.snapshot.SnapshotEvent.QuarterFrozen;
import org.muniment.kernel.snapshot.SnapshotEvent.SnapshotPublished;
import org.muniment.kernel.snapshot.SnapshotEvent.SnapshotSuperseded;
import org.muniment.kernel.snapshot.SnapshotId;
import org.muniment.kernel.time.Quarter;
import org.muniment.kernel.words.Sha256;

/** A quarter as the committee froze it. Frozen once, it never changes; it can be superseded. */
final class Snapshot {
    @AggregateIdentifier private SnapshotId id;
    private PlanId plan;
    private Quarter quarter;
    private LocalDate asAt;
    private Sha256 sha256;
    private Actors frozenBy;
    private boolean confirmed;
    private SnapshotId supersededBy;
    private final Set<MeetingId> meetings = new HashSet<>();

    Snapshot() {}

    @CommandHandler
    Snapshot(FreezeQuarter command, AdoptedPlans plans, PlanSnapshots taken, Standings standings) {
        FrozenPack pack = command.pack();
        FreezeRules.requireNewId(standings.of(command.snapshot()));
        FreezeRules.requireTimely(pack, plans.termsOf(command.plan()).year(), command.today());
        Optional<SnapshotId> replaced =
                FreezeRules.requireFree(command, standings.of(command.plan()));
        FreezeRules.requireNothingOpen(command.open());
        FreezeRules.requireUse(command.idle());
        taken.begin(command.plan(), pack.quarter(), command.snapshot());
        apply(
                new QuarterFrozen(
                        command.snapshot(),
                        command.plan(),
                        pack,
                        replaced.orElse(null),
                        command.person()));
    }

    @CommandHandler
    void handle(ConfirmFreeze command, @MetaDataValue(Provenance.ON_BEHALF_OF) String onBehalfOf) {
        if (confirmed) {
            return;
        }
        SnapshotRules.requireInForce(standing());
        SnapshotRules.requireAnotherPerson(frozenBy, Actors.of(command.person(), onBehalfOf));
        apply(new FreezeConfirmed(id, plan, command.person()));
    }

    @CommandHandler
    void handle(PublishSnapshot command, AdoptedPlans plans, ScheduledMeetings scheduled) {
        if (meetings.contains(command.meeting())) {
            return;
        }
        SnapshotRules.requireConfirmed(standing());
        SnapshotRules.requireInForce(standing());
        SnapshotRules.requireMeetingOf(
                plans.termsOf(plan).partnership(),
                command.meeting(),
                scheduled.partnershipOf(command.meeting()));
        apply(new SnapshotPublished(id, plan, command.meeting(), sha256));
    }

    @CommandHandler
    void handle(SupersedeSnapshot command, Standings standings) {
        if (command.by().equals(supersededBy)) {
            return;
        }
        SnapshotRules.requireNoSuccessor(standing(), standings);
        SnapshotRules.requireSuccessor(standing(), command.by(), standings);
        apply(new SnapshotSuperseded(id, plan, command.by(), command.reason()));
    }

    SnapshotStanding standing() {
        return new SnapshotStanding(
                id, plan, quarter, asAt, confirmed, !meetings.isEmpty(), supersededBy);
    }

    @EventSourcingHandler
    void on(QuarterFrozen event, @MetaDataValue(Provenance.ON_BEHALF_OF) String onBehalfOf) {
        id = event.snapshot();
        plan = event.plan();
        quarter = event.pack().quarter();
        asAt = event.pack().asAt();
        sha256 = event.pack().sha256();
        frozenBy = Actors.of(event.frozenBy(), onBehalfOf);
    }

    @EventSourcingHandler
    void on(FreezeConfirmed event) {
        confirmed = true;
    }

    @EventSourcingHandler
    void on(SnapshotPublished event) {
        meetings.add(event.meeting());
    }

    @EventSourcingHandler
    void on(SnapshotSuperseded event) {
        supersededBy = event.by();
    }
}
