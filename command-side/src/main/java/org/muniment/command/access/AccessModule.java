package org.muniment.command.access;

import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.muniment.command.dispatch.CommandSide;
import org.springframework.stereotype.Component;

@Component
class AccessModule implements ConfigurerModule {
    @Override
    public void configureModule(Configurer configurer) {
        configurer.configureAggregate(CommandSide.aggregate(Access.class));
    }
}
