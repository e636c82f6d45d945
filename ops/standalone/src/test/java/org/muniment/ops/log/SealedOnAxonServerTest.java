package org.muniment.ops.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.kernel.ledger.StoredEvent;
import org.muniment.ops.Patience;
import org.muniment.ops.Running;
import org.muniment.ops.engines.GivenEngines;
import org.muniment.ops.http.Examples;

/** Whose log it is, and that it is the one that was sealed, where Axon Server keeps it. */
@EnabledIfSystemProperty(
        named = GivenEngines.AXON_SERVER,
        matches = ".+",
        disabledReason = GivenEngines.NO_AXON_SERVER)
class SealedOnAxonServerTest {
    @TempDir private Path data;
    @TempDir private Path another;
    private String address;

    @BeforeEach
    void record() throws Exception {
        address = GivenEngines.emptyAxonServer();
        try (Running muniment = on(data)) {
            establish(muniment, "one");
            establish(muniment, "two");
            Patience.await().until(() -> sealed(muniment) == 2);
        }
    }

    @Test
    void anEventThatAxonServerHoldsOtherwiseThanItWasSealedStopsAllWriting() throws Exception {
        try (SharedLog log =
                new AxonServerLog(
                        new AxonServer(AxonServerAddress.of(address, "default", "", false)))) {
            List<StoredEvent> events = new ArrayList<>(log.after(0, 10));
            events.set(0, renamed(events.get(0)));
            GivenEngines.emptyAxonServer();
            log.append(events);
        }

        try (Running muniment = on(data)) {
            Patience.await()
                    .until(
                            () ->
                                    muniment.get("/actuator/health")
                                            .text()
                                            .contains("event 1 is not"));
            assertThat(establishing(muniment, "three")).isEqualTo(503);
        }
    }

    @Test
    void eventsThatAxonServerHasLostStopAllWriting() throws Exception {
        GivenEngines.emptyAxonServer();

        assertThatThrownBy(() -> on(data).close()).hasStackTraceContaining("has lost events");
    }

    @Test
    void aProcessWithoutTheLogsKeyDoesNotStart() {
        assertThatThrownBy(() -> on(another).close()).hasStackTraceContaining("its key is not in");
    }

    @Test
    void theSameDirectoryGoesOnAndWithoutAxonServerTheFileIsTheLog() {
        try (Running muniment = on(data)) {
            establish(muniment, "three");
            assertThat(muniment.get("/api/partnerships").text()).contains("one", "two", "three");
        }
        try (Running muniment = Running.on(data, "demo-people")) {
            establish(muniment, "four");
            Patience.await().until(() -> sealed(muniment) == 4);
        }
    }

    private Running on(Path directory) {
        return Running.on(directory, "demo-people", "--muniment.axonserver=" + address);
    }

    private static void establish(Running muniment, String id) {
        assertThat(establishing(muniment, id)).isEqualTo(201);
    }

    private static int establishing(Running muniment, String id) {
        return muniment.post(
                        "admin",
                        "/api/partnerships",
                        Examples.PARTNERSHIP.replace("\"pair\"", "\"" + id + "\""))
                .status();
    }

    private static long sealed(Running muniment) {
        return muniment.get("/actuator/health")
                .json()
                .at("/components/ledgerHealth/details/sealed")
                .asLong();
    }

    private static StoredEvent renamed(StoredEvent event) {
        return new StoredEvent(
                event.position(),
                event.eventId(),
                event.stream(),
                event.sequence(),
                event.noun(),
                event.recordedAt(),
                event.type(),
                event.revision(),
                event.payload().replace("A pair", "A couple"),
                event.metadata());
    }
}
