package org.muniment.kernel.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.muniment.kernel.figures.Derivation;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.words.Malformed;
import org.muniment.kernel.words.Title;

class AnnualTargetTest {
    private static final Derivation LIBID = new Derivation("0.110 x 1.15");

    @Test
    void whereOnlyTheWorkingIsGivenItsResultIsTheValue() {
        assertThat(new AnnualTarget(null, null, LIBID).value()).isEqualTo(Figure.of("0.127"));
    }

    @Test
    void theValueIsComparedAtThePlacesItWasTypedWith() {
        Derivation trained = new Derivation("85 / 97");

        assertThat(new AnnualTarget(Figure.of("87.6"), null, trained).value()).hasToString("87.6");
        assertThat(new AnnualTarget(Figure.of("87.63"), null, trained).value())
                .hasToString("87.63");
    }

    @Test
    void aValueThatIsNotWhatItsWorkingGivesIsMalformed() {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> new AnnualTarget(Figure.of("0.126"), null, LIBID))
                .withMessage("0.110 x 1.15 is 0.127, not 0.126")
                .returns("value", Malformed::field);
    }

    @Test
    void aTargetOfNothingIsMalformed() {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> new AnnualTarget(null, null, null))
                .withMessage("a target needs a value, a text or a derivation")
                .returns("value", Malformed::field);
    }

    @Test
    void wordsAloneAreATargetWithoutAValue() {
        AnnualTarget words = new AnnualTarget(null, new Title("Outperform LIBID by 15%"), null);

        assertThat(words.value()).isNull();
        assertThat(words.printed()).isEqualTo("Outperform LIBID by 15%");
    }

    @Test
    void theCommitteeReadsTheWordsWhereThereAreAny() {
        Title words = new Title("Outperform LIBID by 15%");

        assertThat(new AnnualTarget(null, words, LIBID).printed())
                .isEqualTo("Outperform LIBID by 15%");
        assertThat(new AnnualTarget(Figure.of("82.50"), null, null).printed()).isEqualTo("82.50");
    }
}
