package org.muniment.command.plan;

import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.muniment.command.dispatch.CommandSide;
import org.springframework.stereotype.Component;

@Component
class PlanModule implements ConfigurerModule {
    @Override
    public void configureModule(Configurer configurer) {
        configurer.configureAggregate(CommandSide.aggregate(Plan.class));
        configurer.registerComponent(
                AdoptedPlans.class,
                configuration ->
                        plan ->
                                configuration
                                        .repository(Plan.class)
                                        .load(plan.toString())
                                        .invoke(Plan::terms));
    }
}
