package org.muniment.ops.log;

import java.time.Duration;
import org.muniment.ops.turn.Leadership;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The log is on an Axon Server, and the file here is a copy of it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${muniment.axonserver}'.blank")
class AxonServerWiring {
    private static final Duration PAUSE = Duration.ofMillis(500);

    @Bean
    AxonServer axonServer(
            @Value("${muniment.axonserver}") String address,
            @Value("${muniment.axonserver-context}") String context,
            @Value("${muniment.axonserver-token-file}") String tokenFile,
            @Value("${muniment.axonserver-tls}") boolean tls) {
        return new AxonServer(AxonServerAddress.of(address, context, tokenFile, tls));
    }

    @Bean
    SharedLog sharedLog(AxonServer server) {
        return new AxonServerLog(server);
    }

    @Bean
    LogCopy logCopy(SharedLog shared, LogFile file, Leadership leadership) {
        return new LogCopy(shared, file.writer(), leadership);
    }

    @Bean
    Following following(LogTransactions transactions) {
        Following following = new Following(transactions);
        following.start(PAUSE);
        return following;
    }
}
