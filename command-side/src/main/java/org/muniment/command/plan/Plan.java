package org.muniment.command.plan;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.muniment.command.partnership.EstablishedPartnerships;
import org.muniment.kernel.plan.PlanCommand.AdoptPlan;
import org.muniment.kernel.plan.PlanCommand.ExplainVariation;
import org.muniment.kernel.plan.PlanCommand.StateFigure;
import org.muniment.kernel.plan.PlanEvent.FigureStated;
import org.muniment.kernel.plan.PlanEvent.PlanAdopted;
import org.muniment.kernel.plan.PlanEvent.VariationExplained;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.snapshot.SnapshotEvent.FreezeBegun;
import org.muniment.kernel.snapshot.SnapshotId;
import org.muniment.kernel.time.Quarter;

final class Plan {
    @AggregateIdentifier private PlanId id;
    private PlanTerms terms;
    private final Map<LocalDate, VariationExplained> explained = new HashMap<>();
    private final Map<List<Object>, FigureStated> stated = new HashMap<>();
    private final List<SnapshotId> snapshots = new ArrayList<>();

    Plan() {}

    @CommandHandler
    Plan(AdoptPlan command, EstablishedPartnerships partnerships) {
        apply(
                new PlanAdopted(
                        command.plan(),
                        command.partnership(),
                        command.financialYear(),
                        command.title(),
                        partnerships.termsOf(command.partnership())));
    }

    PlanTerms terms() {
        return terms;
    }

    @CommandHandler
    void handle(ExplainVariation command) {
        VariationExplained event =
                new VariationExplained(id, command.asAt(), command.items(), command.statedTotal());
        if (!event.equals(explained.get(command.asAt()))) {
            apply(event);
        }
    }

    @CommandHandler
    void handle(StateFigure command) {
        FigureStated event =
                new FigureStated(
                        id, command.asAt(), command.figure(), command.value(), command.source());
        if (!event.equals(stated.get(what(event)))) {
            apply(event);
        }
    }

    List<SnapshotId> snapshots() {
        return List.copyOf(snapshots);
    }

    /** Called when a quarter is frozen, in the same transaction. */
    void beginFreeze(Quarter quarter, SnapshotId snapshot) {
        apply(new FreezeBegun(id, quarter, snapshot));
    }

    @EventSourcingHandler
    void on(PlanAdopted event) {
        id = event.plan();
        terms = new PlanTerms(event.partnership(), event.financialYear(), event.terms());
    }

    @EventSourcingHandler
    void on(VariationExplained event) {
        explained.put(event.asAt(), event);
    }

    @EventSourcingHandler
    void on(FigureStated event) {
        stated.put(what(event), event);
    }

    @EventSourcingHandler
    void on(FreezeBegun event) {
        snapshots.add(event.snapshot());
    }

    private static List<Object> what(FigureStated event) {
        return List.of(event.asAt(), event.figure());
    }
}
