package org.muniment.ops.log;

import io.micrometer.observation.ObservationRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.muniment.query.journal.LogArrivals;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Opens the log and starts Axon over it. */
@Configuration(proxyBeanMethods = false)
class SqliteLog {
    @Bean
    DataDirectory dataDirectory(@Value("${muniment.data}") Path path) {
        return DataDirectory.open(path);
    }

    @Bean
    LogFile logFile(DataDirectory directory) {
        return new LogFile(directory.log());
    }

    @Bean
    @Primary
    LogReader logReader(LogFile file, LogTransactions transactions) {
        return new LogReader(file, transactions);
    }

    @Bean
    LogTransactions logTransactions(
            LogFile file, Optional<Upstream> upstream, ObservationRegistry observations) {
        LogTransactions transactions =
                LogTransactions.over(file.writer(), upstream.orElse(Upstream.NONE));
        transactions.observedIn(observations);
        try {
            transactions.takeIn();
        } catch (LogUnavailable absent) {
            throw new CannotStart(
                    "The shared log cannot be read: " + absent.getMessage() + ".",
                    "Check MUNIMENT_AXONSERVER, and that Axon Server runs.",
                    absent);
        }
        return transactions;
    }

    @Bean
    LogArrivals logArrivals(LogTransactions transactions) {
        return transactions::afterCommit;
    }

    /** What is sealed, and compared with what was. */
    @Bean
    LogRows sealedRows(LogReader log, Optional<SharedLog> shared) {
        return shared.<LogRows>map(original -> new ComparedRows(original, log)).orElse(log);
    }

    @Bean(initMethod = "start", destroyMethod = "shutdown")
    org.axonframework.config.Configuration axon(
            LogFile file,
            LogReader log,
            LogTransactions transactions,
            Clock clock,
            List<ConfigurerModule> modules) {
        ClosedSerializer serializer = new ClosedSerializer();
        Configurer configurer =
                DefaultConfigurer.defaultConfiguration()
                        .configureSerializer(configuration -> serializer)
                        .configureEventSerializer(configuration -> serializer)
                        .configureMessageSerializer(configuration -> serializer)
                        .configureTransactionManager(configuration -> transactions)
                        .configureEventStore(
                                configuration ->
                                        EmbeddedEventStore.builder()
                                                .storageEngine(
                                                        new LogEngine(file, log, serializer, clock))
                                                .build());
        modules.forEach(module -> module.configureModule(configurer));
        return configurer.buildConfiguration();
    }

    @Bean
    CommandGateway commandGateway(org.axonframework.config.Configuration axon) {
        return axon.commandGateway();
    }

    @Bean
    HealthIndicator logHealth(
            LogReader log, LogTransactions transactions, Optional<Following> following) {
        return () -> {
            String wrong =
                    transactions.stopped() == null
                            ? following.map(Following::trouble).orElse(null)
                            : transactions.stopped();
            return wrong == null
                    ? Health.up().withDetail("position", log.last()).build()
                    : Health.down().withDetail("reason", wrong).build();
        };
    }
}
