package org.muniment.ops;

import java.time.Duration;
import org.muniment.ops.access.DemoSecret;
import org.muniment.ops.turn.NodeRole;
import org.muniment.query.journal.ReadPosition;
import org.muniment.query.moment.LogHead;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says when the read side knows the whole log, and where to look. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
public class Ready implements ApplicationRunner {
    public static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Logger LOG = LoggerFactory.getLogger(Ready.class);

    private final ReadPosition readPosition;
    private final LogHead log;
    private final DemoSecret secret;
    private final Environment environment;
    private final NodeRole role;
    private final boolean clients;

    Ready(
            ReadPosition readPosition,
            LogHead log,
            DemoSecret secret,
            Environment environment,
            NodeRole role,
            @Value("${muniment.demo:false}") boolean demo,
            @Value("${muniment.demo-people:false}") boolean people) {
        this.readPosition = readPosition;
        this.log = log;
        this.secret = secret;
        this.environment = environment;
        this.role = role;
        this.clients = demo || people;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        long position = log.position();
        if (role.reads() && !readPosition.await(position, PATIENCE)) {
            throw new IllegalStateException("the read side did not reach position " + position);
        }
        if (clients && !secret.given()) {
            LOG.info("Clients: officer, secretariat, auditor, member … secret: {}", secret.value());
        }
        LOG.info(
                "Muniment is ready at http://localhost:{} with {} events, read in {} ms",
                environment.getProperty("local.server.port"),
                position,
                readPosition.spent().toMillis());
    }
}
