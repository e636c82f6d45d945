package org.muniment.kernel.budget;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.muniment.kernel.budget.BudgetLineCommand.AdjustBudgetLine;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.words.Malformed;
import org.muniment.kernel.words.Narrative;

class AdjustBudgetLineTest {
    @Test
    void aLineIsNotItsOwnCounterpart() {
        BudgetLineId line = new BudgetLineId("salaries");

        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(
                        () ->
                                new AdjustBudgetLine(
                                        line, Figure.of("1"), new Narrative("Moved"), line))
                .returns("counterpart", Malformed::field);
    }
}
