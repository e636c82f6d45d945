package org.muniment.ops.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The demo's clock standing still between its steps: a year played twice has the same times. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("still-clock")
class StillClock {
    @Bean
    @Primary
    SimulatedClock standing(DemoYear year) {
        return new SimulatedClock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), year.firstDay());
    }
}
