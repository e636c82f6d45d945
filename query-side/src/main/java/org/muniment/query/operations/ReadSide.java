package org.muniment.query.operations;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.List;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.lifecycle.Phase;
import org.muniment.query.journal.DeadLetters;
import org.muniment.query.journal.Directory;
import org.muniment.query.journal.Journal;
import org.muniment.query.journal.LogArrivals;
import org.muniment.query.journal.LogScan;
import org.muniment.query.journal.ReadPosition;
import org.muniment.query.journal.RecordKeeper;
import org.muniment.query.journal.Timeline;
import org.muniment.query.moment.LogHead;
import org.muniment.query.moment.Moments;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the read side together over one MongoDB database. */
@Configuration(proxyBeanMethods = false)
class ReadSide {
    /** Claims lapse by it, also while the product's own clock is a simulated one. */
    private static final Clock REAL_TIME = Clock.systemUTC();

    /** Those of whichever generation is read. */
    @Bean
    MongoDatabase readModelsRead(ReadModels models) {
        return models.read();
    }

    @Bean
    Timeline timeline(MongoDatabase database) {
        return new Timeline(database);
    }

    @Bean
    ReadPosition readPosition(ReadModels models, MeterRegistry meters, LogHead logHead) {
        ReadPosition position = new ReadPosition(models::headsRead);
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
    DeadLetters deadLetters(MongoDatabase database, MeterRegistry meters) {
        DeadLetters letters = new DeadLetters(database);
        Gauge.builder("muniment.deadletters", letters, DeadLetters::count)
                .description("Parts of the read side that stand before an event they cannot take")
                .register(meters);
        return letters;
    }

    @Bean
    Moments moments(Timeline timeline, ReadPosition readPosition, LogHead logHead, Clock clock) {
        return new Moments(timeline, readPosition, logHead, clock);
    }

    @Bean
    LogFold logFold(LogScan log, List<RecordKeeper> keepers) {
        return new LogFold(log, keepers);
    }

    @Bean
    Generations generations(ReadModels models) {
        return new Generations(models.store().getCollection(ReadModels.GENERATIONS), REAL_TIME);
    }

    /** A process that only takes commands reads what others write. */
    @Bean
    Following followingOfReadModels(
            ReadModels models,
            Generations generations,
            LogScan log,
            LogFold fold,
            LogArrivals arrivals,
            @Value("${muniment.node}") String node,
            @Value("${muniment.role}") String role) {
        String name = node.isBlank() ? ManagementFactory.getRuntimeMXBean().getName() : node;
        Following following =
                new Following(
                        models, generations, log, fold, REAL_TIME, name, !role.equals("command"));
        arrivals.each(following::arrived);
        return following;
    }

    @Bean
    Rebuilds rebuilds(
            ReadModels models,
            Generations generations,
            Following following,
            LogHead head,
            LogFold fold) {
        return new Rebuilds(models, generations, following, head, fold, REAL_TIME);
    }

    @Bean
    Determinism determinism(
            ReadModels models, LogFold fold, LogHead head, Clock clock, MeterRegistry meters) {
        Determinism determinism = new Determinism(models, fold, head, clock);
        Gauge.builder(
                        "muniment.determinism.differing",
                        determinism,
                        it -> it.last().map(last -> last.differing().size()).orElse(0))
                .description("Kinds of content that the last two folds of the log differed in")
                .register(meters);
        return determinism;
    }

    /** What is in the log when it starts is known before anything is asked. */
    @Bean
    ConfigurerModule followTheLog(Following following) {
        return configurer -> {
            configurer.onStart(Phase.LOCAL_MESSAGE_HANDLER_REGISTRATIONS, following::start);
            configurer.onShutdown(Phase.LOCAL_MESSAGE_HANDLER_REGISTRATIONS, following::stop);
        };
    }
}
