package org.muniment.ops.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniment.kernel.project.ProjectId;

/** An id that is proposed is one that can be taken. */
class ProposalTest {
    @ParameterizedTest
    @CsvSource({
        "Fees & charges: café, 1, fees-charges-cafe",
        "Fees & charges: café, 2, fees-charges-cafe-2",
        "'  % Planned Time (CBC) ', 1, planned-time-cbc",
        "Q1-2017/18, 1, q1-2017-18"
    })
    void itIsMadeOfTheWords(String words, int attempt, String id) {
        assertThat(Proposal.of(words, attempt)).isEqualTo(id);
    }

    @Test
    void howeverLongTheWordsAreItFits() {
        String id = Proposal.of("word ".repeat(100), 9);

        assertThat(new ProjectId(id).value()).startsWith("word-word").endsWith("-9");
    }

    @Test
    void ofWordsInNoLatinLetterNoneIsProposed() {
        assertThat(Proposal.of("Βάση", 1)).isEmpty();
        assertThat(Proposal.of("Βάση", 2)).isEmpty();
    }
}
