package org.muniment.command.dispatch;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import java.util.Map;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;

/** Axon configured as the product configures it, over a log in memory and a disk that can fail. */
public final class CommandSideInMemory {
    private static final Caller OFFICER = new Caller("officer", "officer", null, "request-1", null);

    private final MemoryLog log = new MemoryLog();
    private final Configuration axon;
    private boolean diskFails;

    private CommandSideInMemory(boolean demo, ConfigurerModule... modules) {
        Configurer configurer =
                DefaultConfigurer.defaultConfiguration()
                        .configureTransactionManager(configuration -> this::transaction)
                        .configureEventStore(
                                configuration ->
                                        EmbeddedEventStore.builder().storageEngine(log).build());
        new CommandSide(log, demo).configureModule(configurer);
        for (ConfigurerModule module : modules) {
            module.configureModule(configurer);
        }
        axon = configurer.start();
    }

    public static CommandSideInMemory of(ConfigurerModule... modules) {
        return new CommandSideInMemory(false, modules);
    }

    static CommandSideInMemory demoOf(ConfigurerModule... modules) {
        return new CommandSideInMemory(true, modules);
    }

    /** The same caller, who has read the thing when it had so many events. */
    public static Caller seeing(long version, Caller caller) {
        return new Caller(
                caller.by(),
                caller.role(),
                caller.why(),
                caller.correlationId(),
                version,
                caller.retry());
    }

    public Commands commands() {
        return new Commands(
                axon.commandGateway(),
                new Trials(new Together(this::transaction), axon),
                new CommandMeters(ObservationRegistry.NOOP, new SimpleMeterRegistry()));
    }

    public Configuration axon() {
        return axon;
    }

    /** Sends each as an officer would, and waits for it. */
    public CommandSideInMemory send(Object... several) {
        for (Object command : several) {
            commands().add("any", command, OFFICER);
        }
        return this;
    }

    /** The next commits fail, as on a full disk. */
    public void diskFails(boolean fails) {
        diskFails = fails;
    }

    /** What is in the log, oldest first. */
    public List<Object> events() {
        return log.events().stream().<Object>map(EventMessage::getPayload).toList();
    }

    /** What each of them carries beside its payload. */
    public List<Map<String, Object>> metaData() {
        return log.events().stream().<Map<String, Object>>map(EventMessage::getMetaData).toList();
    }

    private Transaction transaction() {
        return new Transaction() {
            @Override
            public void commit() {
                if (diskFails) {
                    throw new IllegalStateException("disk full");
                }
            }

            @Override
            public void rollback() {}
        };
    }
}
