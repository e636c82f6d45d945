package org.muniment.command.deadletter;

import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.muniment.command.dispatch.CommandSide;
import org.springframework.stereotype.Component;

@Component
class DeadLetterModule implements ConfigurerModule {
    @Override
    public void configureModule(Configurer configurer) {
        configurer.configureAggregate(CommandSide.aggregate(DeadLetter.class));
    }
}
