package org.muniment.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComplaintsTest {
    private final List<String> lines = new ArrayList<>();
    private final Complaints complaints = new Complaints(new TestClock(), lines::add);

    @Test
    void aComplaintIsOneLineWithItsTime() {
        complaints.add("refused 409 councils.example/log 5: — as it is");

        assertThat(lines)
                .containsExactly(
                        "2017-09-14T17:00:00Z refused 409 councils.example/log 5: — as it is");
    }

    @Test
    void whatAStrangerSentCannotForgeALineOrMoveTheCursor() {
        complaints.add("a\nb\rc\u001b[2Jd\u009be\u2028f\u202eg");

        assertThat(lines).containsExactly("2017-09-14T17:00:00Z a?b?c?[2Jd?e?f?g");
    }

    @Test
    void whatAStrangerSentCannotFillTheDisk() {
        complaints.add("x".repeat(60_000));

        assertThat(lines.get(0)).hasSizeLessThan(600);
    }
}
