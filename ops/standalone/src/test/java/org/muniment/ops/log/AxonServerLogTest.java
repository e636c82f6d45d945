package org.muniment.ops.log;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** On the Axon Server whose address is given. */
@EnabledIfSystemProperty(
        named = "axonserver",
        matches = ".+",
        disabledReason = "no Axon Server was given: -Daxonserver=host:port")
class AxonServerLogTest extends SharedLogContract {
    @Override
    SharedLog open() {
        return at(System.getProperty("axonserver"));
    }

    private static SharedLog at(String address) {
        return new AxonServerLog(
                new AxonServer(AxonServerAddress.of(address, "default", "", false)));
    }

    @Test
    void whereThereIsNoneItIsUnavailable() {
        try (SharedLog nowhere = at("127.0.0.1:1")) {
            assertThatThrownBy(nowhere::last).isInstanceOf(LogUnavailable.class);
        }
    }
}
