package org.muniment.ops.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Few sheets are kept, and not for long, each for whoever has uploaded it. */
class KeptSheetsTest {
    private static final byte[] BYTES = {1};

    private Instant now = Instant.parse("2026-07-01T09:00:00Z");
    private final KeptSheets kept =
            new KeptSheets(
                    new Clock() {
                        @Override
                        public Instant instant() {
                            return now;
                        }

                        @Override
                        public ZoneOffset getZone() {
                            return ZoneOffset.UTC;
                        }

                        @Override
                        public Clock withZone(java.time.ZoneId zone) {
                            return this;
                        }
                    });

    @Test
    void aSheetIsGivenToItsOwnerForItsPlanOnly() {
        String key = keep("ann");

        assertThat(kept.find(key, "ann", "plan")).isPresent();
        assertThat(kept.find(key, "ben", "plan")).isEmpty();
        assertThat(kept.find(key, "ann", "other")).isEmpty();
    }

    @Test
    void itIsForgottenAfterAWhile() {
        String key = keep("ann");

        now = now.plus(KeptSheets.LIFE);
        assertThat(kept.find(key, "ann", "plan")).isPresent();
        now = now.plus(Duration.ofSeconds(1));
        assertThat(kept.find(key, "ann", "plan")).isEmpty();
    }

    @Test
    void theNewestOfSomebodyAndTheNewestOfAllAreKept() {
        String first = keep("ann");
        String second = keep("ann");
        assertThat(kept.find(first, "ann", "plan")).isEmpty();

        for (int i = 0; i < KeptSheets.MOST; i++) {
            keep("person-" + i);
        }
        assertThat(kept.find(second, "ann", "plan")).isEmpty();
    }

    private String keep(String by) {
        return kept.keep(by, "plan", "kpi-actuals", "sheet.csv", "text/csv", BYTES);
    }
}
