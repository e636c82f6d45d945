package org.muniment.ops.demo;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The real clock, or in the demo one that the demo alone can set. */
@Configuration(proxyBeanMethods = false)
class Clocks {
    @Bean
    @ConditionalOnBooleanProperty("muniment.demo")
    SimulatedClock simulatedClock(DemoYear year) {
        return new SimulatedClock(Clock.systemUTC(), year.firstDay());
    }

    @Bean
    @ConditionalOnBooleanProperty(
            name = "muniment.demo",
            havingValue = false,
            matchIfMissing = true)
    Clock realClock() {
        return Clock.systemUTC();
    }
}
