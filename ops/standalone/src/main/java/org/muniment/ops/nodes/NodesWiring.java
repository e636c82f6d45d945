package org.muniment.ops.nodes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.muniment.ops.log.AxonServer;
import org.muniment.ops.log.CannotStart;
import org.muniment.ops.log.DataDirectory;
import org.muniment.ops.safe.FileSafe;
import org.muniment.ops.safe.MasterKey;
import org.muniment.ops.safe.MongoSafe;
import org.muniment.ops.safe.Safe;
import org.muniment.ops.safe.Safes;
import org.muniment.ops.turn.Leadership;
import org.muniment.ops.turn.NodeRole;
import org.muniment.ops.turn.TakesTurn;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** One process that does everything, or several over one log that share the work. */
@Configuration(proxyBeanMethods = false)
class NodesWiring {
    private static final String FIRST_ADMINISTRATOR = "muniment.first-administrator";

    @Bean
    NodeRole nodeRole(@Value("${muniment.role}") String role, Environment environment) {
        NodeRole known = named(role);
        if (known.isOneOfMany()) {
            requireGiven("muniment.axonserver", "MUNIMENT_AXONSERVER", environment);
            requireGiven("muniment.mongodb", "MUNIMENT_MONGODB", environment);
            requireGiven("muniment.vault-key", "MUNIMENT_VAULT_KEY", environment);
            requireKey(environment.getRequiredProperty("muniment.vault-key"));
            if (environment.getProperty("muniment.demo", Boolean.class, false)) {
                throw new CannotStart(
                        "The demo is one process.", "Leave --role away, or take --demo-people.");
            }
        }
        return known;
    }

    private static NodeRole named(String word) {
        try {
            return NodeRole.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new CannotStart(
                    "There is no role \"" + word + "\".",
                    "Choose command or query, or leave it away for one process that is both.");
        }
    }

    private static void requireGiven(String property, String variable, Environment environment) {
        if (environment.getProperty(property, "").isBlank()) {
            throw new CannotStart(
                    "One of several processes needs " + variable + ".",
                    "Set it to the same for all of them, or leave --role away.");
        }
    }

    /** Each would make its own, and could not open what the others keep. */
    private static void requireKey(String file) {
        if (!Files.exists(Path.of(file))) {
            throw new CannotStart(
                    "There is no key in " + file + ".",
                    "Put the same there for all processes: 32 random bytes in base64.");
        }
    }

    @Bean
    MasterKey masterKey(
            DataDirectory directory, @Value("${muniment.vault-key}") String file, NodeRole role) {
        return role.isOneOfMany() ? MasterKey.in(Path.of(file)) : MasterKey.ofThisProcess();
    }

    @Bean
    CommonStore commonStore(NodeRole role, @Value("${muniment.mongodb}") String uri) {
        return role.isOneOfMany() ? new CommonStore(uri) : null;
    }

    @Bean
    Safes safes(
            NodeRole role,
            DataDirectory directory,
            ObjectProvider<CommonStore> store,
            MasterKey key) {
        if (!role.isOneOfMany()) {
            return area -> new FileSafe(directory.area(area));
        }
        return area -> {
            MongoSafe common = new MongoSafe(store.getObject().database(), key, area);
            bringIn(directory.area(area), common);
            return common;
        };
    }

    /** What one process kept alone before, where it becomes one of several. */
    private static void bringIn(Path alone, Safe common) {
        if (Files.isDirectory(alone) && common.names().isEmpty()) {
            FileSafe files = new FileSafe(alone);
            files.names().stream()
                    .filter(name -> !name.equals("hashes"))
                    .forEach(
                            name ->
                                    files.read(name)
                                            .ifPresent(
                                                    secret -> common.replace(name, null, secret)));
        }
    }

    @Bean
    Leadership leadership(
            NodeRole role,
            ObjectProvider<CommonStore> store,
            ObjectProvider<TakesTurn> takers,
            Environment environment) {
        if (role == NodeRole.BOTH || environment.containsProperty(FIRST_ADMINISTRATOR)) {
            return Leadership.ALONE;
        }
        if (role == NodeRole.QUERY) {
            return () -> false;
        }
        return new Lease(
                store.getObject().database(),
                UUID.randomUUID().toString(),
                () -> takers.orderedStream().toList(),
                System::nanoTime);
    }

    /** Once it could serve: its turn begins at once where nobody else writes. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> turnsBegin(Leadership leadership) {
        return ready -> {
            if (leadership instanceof Lease lease) {
                lease.start();
            }
        };
    }

    @Bean
    Routes routes(NodeRole role, ObjectProvider<AxonServer> server) {
        return role.isOneOfMany() ? new AxonServerRoutes(server.getObject()) : Routes.NONE;
    }

    @Bean
    Relay relay(Leadership leadership, Routes routes, MasterKey key) {
        return new Relay(leadership, routes, key, Clock.systemUTC());
    }

    @Bean
    RelayedNotes relayedNotes(Relay relay) {
        return new RelayedNotes(relay);
    }
}
