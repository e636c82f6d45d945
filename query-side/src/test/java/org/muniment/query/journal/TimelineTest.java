package org.muniment.query.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final Instant START = Instant.parse("2017-04-03T08:00:00Z");

    @Test
    void theLastPositionAtAnInstantIsTheCountOfWhatWasRecordedByThen() {
        Random random = new Random(14);
        List<Instant> times = new ArrayList<>();
        Instant now = START;
        for (int i = 0; i < 2_600; i++) {
            now = now.plusMillis(random.nextInt(3) * (long) random.nextInt(4));
            times.add(now);
        }
        try (ReadStore store = new ReadStore()) {
            Timeline timeline = new Timeline(store.database());
            int done = 0;
            while (done < times.size()) {
                int to = Math.min(times.size(), done + 1 + random.nextInt(700));
                timeline.append(done + 1, times.subList(done, to));
                done = to;
            }
            for (int i = 0; i < 400; i++) {
                Instant asked =
                        times.get(random.nextInt(times.size())).plusMillis(random.nextInt(3) - 1);
                long expected = times.stream().filter(time -> !time.isAfter(asked)).count();
                assertThat(timeline.positionAt(asked, times.size())).isEqualTo(expected);
                assertThat(timeline.positionAt(asked, 1_500)).isEqualTo(Math.min(1_500, expected));
            }
            assertThat(timeline.positionAt(START.minusMillis(1), times.size())).isZero();
            assertThat(timeline.positionAt(now, times.size())).isEqualTo(times.size());
            assertThat(timeline.recordedAt(1_025)).isEqualTo(times.get(1_024));
        }
    }

    @Test
    void anEmptyLogHasNoPositions() {
        try (ReadStore store = new ReadStore()) {
            assertThat(new Timeline(store.database()).positionAt(START, 0)).isZero();
        }
    }
}
