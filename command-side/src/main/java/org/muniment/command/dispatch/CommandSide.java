package org.muniment.command.dispatch;

import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.AggregateConfiguration;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What all nouns of the command side share in Axon's configuration. */
@Component
public class CommandSide implements ConfigurerModule {
    private final EventPositions positions;
    private final boolean demo;

    CommandSide(EventPositions positions, @Value("${muniment.demo:false}") boolean demo) {
        this.positions = positions;
        this.demo = demo;
    }

    /** How every noun is configured. */
    public static <T> AggregateConfiguration<T> aggregate(Class<T> type) {
        return AggregateConfigurer.defaultConfiguration(type)
                .configureCache(
                        configuration ->
                                new RecentAggregates(
                                        configuration.getComponent(EventPositions.class)
                                                ::arrivals));
    }

    @Override
    public void configureModule(Configurer configurer) {
        configurer.registerComponent(EventPositions.class, configuration -> positions);
        configurer.configureCorrelationDataProviders(
                configuration -> List.of(new Provenance(demo)));
        configurer.onInitialize(
                configuration ->
                        configuration.onStart(
                                () ->
                                        configuration
                                                .getComponent(CommandBus.class)
                                                .registerHandlerInterceptor(
                                                        new ReceiptInterceptor(
                                                                positions,
                                                                new AnsweredRequests(
                                                                        configuration.eventStore(),
                                                                        positions)))));
    }
}
