package org.muniment.kernel.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeafEntryTest {
    private static final String PAYLOAD = "{\"kpi\":\"k\"}";
    private static final String METADATA = "{\"by\":\"officer\"}";
    private static final LeafEntry ENTRY =
            new LeafEntry(
                    "muniment.example/log",
                    new StoredEvent(
                            7,
                            "id-7",
                            "kpi:k",
                            3,
                            "Kpi",
                            "2017-09-14T17:00:00.000Z",
                            "kpi.actual-recorded",
                            "1",
                            PAYLOAD,
                            METADATA));

    @Test
    void everyColumnIsBound() {
        List<LeafEntry> changed =
                List.of(
                        entry("other.example/log", 7, "id-7", "kpi:k", 3, "Kpi", "1", PAYLOAD),
                        entry("muniment.example/log", 8, "id-7", "kpi:k", 3, "Kpi", "1", PAYLOAD),
                        entry("muniment.example/log", 7, "id-8", "kpi:k", 3, "Kpi", "1", PAYLOAD),
                        entry("muniment.example/log", 7, "id-7", "kpi:l", 3, "Kpi", "1", PAYLOAD),
                        entry("muniment.example/log", 7, "id-7", "kpi:k", 4, "Kpi", "1", PAYLOAD),
                        entry("muniment.example/log", 7, "id-7", "kpi:k", 3, "Plan", "1", PAYLOAD),
                        entry("muniment.example/log", 7, "id-7", "kpi:k", 3, "Kpi", "2", PAYLOAD),
                        entry("muniment.example/log", 7, "id-7", "kpi:k", 3, "Kpi", "1", METADATA));

        assertThat(changed).extracting(LeafEntry::hash).doesNotContain(ENTRY.hash());
        assertThat(changed).extracting(LeafEntry::hash).doesNotHaveDuplicates();
        assertThat(ENTRY.hash()).isEqualTo(ENTRY.hash());
    }

    @Test
    void textThatMovesFromOneColumnToTheNextIsAnotherEntry() {
        assertThat(entry("muniment.example/log", 7, "id-7k", "pi:k", 3, "Kpi", "1", PAYLOAD).hash())
                .isNotEqualTo(
                        entry("muniment.example/log", 7, "id-7", "kpi:k", 3, "Kpi", "1", PAYLOAD)
                                .hash());
    }

    @Test
    void theEntryIsTheSameBytesForEver() {
        assertThat(ENTRY.hash())
                .hasToString("9b607477191b159fd51f9dd061d6080ba9e8ece888aab677892d04bcd17d2f95");
    }

    private static LeafEntry entry(
            String origin,
            long position,
            String id,
            String stream,
            long sequence,
            String noun,
            String revision,
            String payload) {
        return new LeafEntry(
                origin,
                new StoredEvent(
                        position,
                        id,
                        stream,
                        sequence,
                        noun,
                        "2017-09-14T17:00:00.000Z",
                        "kpi.actual-recorded",
                        revision,
                        payload,
                        METADATA));
    }

    @Test
    void aDamagedTextIsNotMended() {
        byte[] damaged = {'k', (byte) 0xFF};

        assertThatThrownBy(() -> StoredEvent.text(damaged)).isInstanceOf(BadEvidence.class);
        assertThat(StoredEvent.text("k\u00e9\uFFFD".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("k\u00e9\uFFFD");
    }
}
