package org.muniment.command.partnership;

import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.muniment.command.dispatch.CommandSide;
import org.springframework.stereotype.Component;

@Component
class PartnershipModule implements ConfigurerModule {
    @Override
    public void configureModule(Configurer configurer) {
        configurer.configureAggregate(CommandSide.aggregate(Partnership.class));
        configurer.registerComponent(
                EstablishedPartnerships.class,
                configuration ->
                        partnership ->
                                configuration
                                        .repository(Partnership.class)
                                        .load(partnership.toString())
                                        .invoke(Partnership::terms));
    }
}
