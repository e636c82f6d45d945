package org.muniment.verifier;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniment.kernel.ledger.BadEvidence;
import org.muniment.kernel.ledger.StoredEvent;

/** Events that are truly in the log, and yet do not say what such a bundle must say. */
class SnapshotTest {
    private static final String OTHER = "0".repeat(64);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"position\":5 | \"position\":6 | was not before it",
                "\"position\":5 | \"position\":0 | was not before it",
                "\"position\":5 | \"position\":5.5 | no number \"position\"",
                "\"snapshot\":\"q1\" | \"snapshot\":\"q2\" | is about the snapshot q2, not q1",
                "\"quarter\":\"Q1\" | \"quarter\":1 | no text \"quarter\"",
                "\"overrides\":[ | \"overrides\":7,\"x\":[ | no list \"overrides\"",
                "\"reason\" | \"because\" | no text \"reason\"",
                "\"sha256\":\"a3 | \"sha256\":\"a4 | the SHA-256 recorded in event 6",
                "{\"snapshot\" | [],{\"snapshot\" | the payload of event 6 is no"
            })
    void aPackThatSaysOtherwiseIsRefused(String from, String to, String reason) {
        assertWrong(0, event -> payload(event, from.strip(), to.strip()), reason.strip());
    }

    @Test
    void whatFollowsMustFit() {
        assertWrong(2, event -> payload(event, digest(event), OTHER), "published another content");
        assertWrong(2, event -> payload(event, "meeting", "meat"), "no text \"meeting\"");
        assertWrong(1, event -> payload(event, "\"q1\"", "\"q2\""), "is about the snapshot q2");
        assertWrong(3, event -> payload(event, "\"by\"", "\"to\""), "no text \"by\"");
        assertWrong(1, event -> typed(event, "snapshot.withdrawn", "1"), "has no place here");
        assertWrong(1, event -> typed(event, event.type(), "2"), "revision 2");
        assertWrong(1, event -> typed(event, "snapshot.quarter-frozen", "1"), "has no place here");
        assertWrong(0, event -> typed(event, "snapshot.published", "1"), "does not freeze");
        assertWrong(1, event -> metadata(event, "{}"), "the metadata of event 7 has no text");
        assertWrong(1, event -> metadata(event, "{\"by\":1}"), "has no text \"by\"");
        assertWrong(1, event -> metadata(event, "by"), "the metadata of event 7 is not JSON");
    }

    private static String digest(StoredEvent event) {
        return Json.text(Json.object(event.payload(), "payload"), "sha256", "payload");
    }

    private static void assertWrong(int number, UnaryOperator<StoredEvent> changed, String reason) {
        TestLog log = TestLog.empty().filled(5);
        TestBundle bundle = TestBundle.snapshot(log, "q1");
        int index = (int) (bundle.positions().get(number) - 1);
        log.events.set(index, changed.apply(log.events.get(index)));
        TestBundle remade = TestBundle.of(log, "snapshot q1", "snapshot:q1");
        for (String file : bundle.files.keySet()) {
            if (!remade.files.containsKey(file)) {
                remade.files.put(file, bundle.files.get(file));
            }
        }
        assertThatExceptionOfType(BadEvidence.class)
                .isThrownBy(() -> BundleTest.verified(remade))
                .withMessageContaining(reason);
    }

    private static StoredEvent payload(StoredEvent event, String from, String to) {
        String payload = event.payload().replace(from, to);
        if (payload.equals(event.payload())) {
            throw new IllegalArgumentException("there is no " + from);
        }
        return with(event, event.type(), event.revision(), payload, event.metadata());
    }

    private static StoredEvent metadata(StoredEvent event, String metadata) {
        return with(event, event.type(), event.revision(), event.payload(), metadata);
    }

    private static StoredEvent typed(StoredEvent event, String type, String revision) {
        return with(event, type, revision, event.payload(), event.metadata());
    }

    private static StoredEvent with(
            StoredEvent event, String type, String revision, String payload, String metadata) {
        return new StoredEvent(
                event.position(),
                event.eventId(),
                event.stream(),
                event.sequence(),
                event.noun(),
                event.recordedAt(),
                type,
                revision,
                payload,
                metadata);
    }
}
