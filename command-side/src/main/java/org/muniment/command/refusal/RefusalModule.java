package org.muniment.command.refusal;

import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.muniment.command.dispatch.CommandSide;
import org.springframework.stereotype.Component;

@Component
class RefusalModule implements ConfigurerModule {
    @Override
    public void configureModule(Configurer configurer) {
        configurer.configureAggregate(CommandSide.aggregate(Refusals.class));
    }
}
