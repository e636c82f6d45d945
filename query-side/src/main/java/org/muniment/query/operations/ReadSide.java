package org.muniment.query.operations;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.lifecycle.Phase;
import org.muniment.query.journal.CatchUp;
import org.muniment.query.journal.Directory;
import org.muniment.query.journal.Journal;
import org.muniment.query.journal.JournalWriter;
import org.muniment.query.journal.LogScan;
import org.muniment.query.journal.PlanPictures;
import org.muniment.query.journal.ReadPosition;
import org.muniment.query.journal.RecordKeeper;
import org.muniment.query.journal.Timeline;
import org.muniment.query.moment.LogHead;
import org.muniment.query.moment.Moments;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the read side together over one MongoDB database. */
@Configuration(proxyBeanMethods = false)
class ReadSide {
    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(10);

    @Bean
    Timeline timeline(MongoDatabase database) {
        return new Timeline(database);
    }

    @Bean
    ReadPosition readPosition(MongoDatabase database, MeterRegistry meters, LogHead logHead) {
        ReadPosition position = new ReadPosition(database);
        Gauge.builder("muniment.read.position", position, it -> it.head().position())
                .description("Events of the log that the read side knows")
                .register(meters);
        Gauge.builder(
                        "muniment.read.lag",
                        position,
                        it -> Math.max(0, logHead.position() - it.head().position()))
                .description("Events on disk that the read side does not know yet")
                .register(meters);
        return position;
    }

    @Bean
    Directory directory(MongoDatabase database) {
        return new Directory(database);
    }

    @Bean
    Journal journal(MongoDatabase database) {
        return new Journal(database);
    }

    @Bean
    JournalWriter journalWriter(
            MongoDatabase database,
            Timeline timeline,
            ReadPosition readPosition,
            List<RecordKeeper> keepers) {
        return new JournalWriter(database, timeline, readPosition, keepers);
    }

    @Bean
    Moments moments(Timeline timeline, ReadPosition readPosition, LogHead logHead, Clock clock) {
        return new Moments(timeline, readPosition, logHead, clock);
    }

    /**
     * One segment, because the journal takes the log's events one after another. Errors are not
     * skipped: the processor stops at the event and tries again. It blocks on the log and wakes as
     * soon as something is appended; a pooled processor would look for it twice a second.
     */
    @Bean
    ConfigurerModule followTheLog(
            JournalWriter writer, ReadPosition readPosition, LogScan log, MongoDatabase database) {
        CatchUp catchUp = new CatchUp(log, writer, readPosition);
        return configurer -> {
            configurer.onStart(Phase.LOCAL_MESSAGE_HANDLER_REGISTRATIONS, catchUp::run);
            configurer.registerComponent(
                    TokenStore.class,
                    configuration ->
                            new MongoTokenStore(
                                    database,
                                    configuration.serializer(),
                                    Clock.systemUTC(),
                                    CLAIM_TIMEOUT,
                                    ManagementFactory.getRuntimeMXBean().getName()));
            follow(configurer, writer, () -> log.tokenAt(readPosition.head().position()));
        };
    }

    private static void follow(
            Configurer configurer, JournalWriter writer, Supplier<TrackingToken> start) {
        configurer
                .eventProcessing()
                .registerEventHandler(configuration -> new PlanPictures(writer))
                .registerDefaultListenerInvocationErrorHandler(
                        configuration -> PropagatingErrorHandler.instance())
                .registerEventProcessor(
                        PlanPictures.NAME,
                        (name, configuration, handlers) ->
                                TrackingEventProcessor.builder()
                                        .name(name)
                                        .eventHandlerInvoker(handlers)
                                        .messageSource(configuration.eventStore())
                                        .tokenStore(configuration.getComponent(TokenStore.class))
                                        .transactionManager(NoTransactionManager.INSTANCE)
                                        .trackingEventProcessorConfiguration(
                                                TrackingEventProcessorConfiguration
                                                        .forSingleThreadedProcessing()
                                                        .andBatchSize(PlanPictures.BATCH)
                                                        .andInitialTrackingToken(
                                                                source -> start.get()))
                                        .build());
    }
}
