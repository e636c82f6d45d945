package org.muniment.command.snapshot;

import java.util.List;
import java.util.Optional;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.muniment.command.dispatch.CommandSide;
import org.muniment.command.plan.PlanSnapshots;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.snapshot.SnapshotId;
import org.springframework.stereotype.Component;

@Component
class SnapshotModule implements ConfigurerModule {
    @Override
    public void configureModule(Configurer configurer) {
        configurer.configureAggregate(CommandSide.aggregate(Snapshot.class));
        configurer.registerComponent(Standings.class, Loaded::new);
        configurer.registerComponent(
                ClosedMonths.class,
                configuration ->
                        (plan, month) ->
                                configuration.getComponent(Standings.class).of(plan).stream()
                                        .filter(standing -> standing.closes(month))
                                        .map(SnapshotStanding::snapshot)
                                        .findFirst());
    }

    private record Loaded(Configuration configuration) implements Standings {
        @Override
        public Optional<SnapshotStanding> of(SnapshotId snapshot) {
            try {
                return Optional.of(
                        configuration
                                .repository(Snapshot.class)
                                .load(snapshot.toString())
                                .invoke(Snapshot::standing));
            } catch (AggregateNotFoundException unknown) {
                return Optional.empty();
            }
        }

        @Override
        public List<SnapshotStanding> of(PlanId plan) {
            return configuration.getComponent(PlanSnapshots.class).of(plan).stream()
                    .flatMap(snapshot -> of(snapshot).stream())
                    .toList();
        }
    }
}
