package org.muniment.command.budget;

import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.muniment.command.dispatch.CommandSide;
import org.springframework.stereotype.Component;

@Component
class BudgetModule implements ConfigurerModule {
    @Override
    public void configureModule(Configurer configurer) {
        configurer.configureAggregate(CommandSide.aggregate(BudgetLine.class));
        configurer.registerCommandHandler(
                configuration -> new BudgetAdjustments(configuration.repository(BudgetLine.class)));
    }
}
