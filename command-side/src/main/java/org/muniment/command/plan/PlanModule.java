package org.muniment.command.plan;

import java.util.List;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.modelling.command.Aggregate;
import org.muniment.command.dispatch.CommandSide;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.snapshot.SnapshotId;
import org.muniment.kernel.time.Quarter;
import org.springframework.stereotype.Component;

@Component
class PlanModule implements ConfigurerModule {
    @Override
    public void configureModule(Configurer configurer) {
        configurer.configureAggregate(CommandSide.aggregate(Plan.class));
        configurer.registerComponent(
                AdoptedPlans.class,
                configuration -> plan -> load(configuration, plan).invoke(Plan::terms));
        configurer.registerComponent(PlanSnapshots.class, Snapshots::new);
    }

    private static Aggregate<Plan> load(Configuration configuration, PlanId plan) {
        return configuration.repository(Plan.class).load(plan.toString());
    }

    private record Snapshots(Configuration configuration) implements PlanSnapshots {
        @Override
        public List<SnapshotId> of(PlanId plan) {
            return load(configuration, plan).invoke(Plan::snapshots);
        }

        @Override
        public void begin(PlanId plan, Quarter quarter, SnapshotId snapshot) {
            load(configuration, plan).execute(it -> it.beginFreeze(quarter, snapshot));
        }
    }
}
