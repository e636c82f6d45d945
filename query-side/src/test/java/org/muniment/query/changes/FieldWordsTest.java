package org.muniment.query.changes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldWordsTest {
    private final FieldWords fields = new FieldWords();

    @Test
    void amountsArePrintedAsPapersPrintThemAndStatusesAndDatesInWords() {
        assertThat(fields.value("variance", "-0.0015")).isEqualTo("(0.0015)");
        assertThat(fields.value("actual", "-1.5")).isEqualTo("-1.5");
        assertThat(fields.value("status", "NOT_MEASURED")).isEqualTo("Not measured");
        assertThat(fields.value("finish", "2017-12")).isEqualTo("December 2017");
    }
}
