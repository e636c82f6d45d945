package org.muniment.kernel.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.figures.Polarity;
import org.muniment.kernel.figures.Unit;
import org.muniment.kernel.words.Code;
import org.muniment.kernel.words.Lead;
import org.muniment.kernel.words.Malformed;
import org.muniment.kernel.words.Title;

class KpiDefinitionTest {
    private static final YearMonth JULY = YearMonth.of(2017, 7);
    private static final AnnualTarget NINETY = new AnnualTarget(Figure.of("90"), null, null);
    private static final Profile THIRTY_BY_JULY =
            new Profile(List.of(new ProfiledTarget(JULY, Figure.of("30"))));

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"0", "0.00", "-5"})
    void aTwoSidedKpiNeedsABandAboveZero(String band) {
        Figure width = band == null ? null : Figure.of(band);

        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> definition(Polarity.WITHIN_BAND, width, NINETY, null))
                .returns("band", Malformed::field);
    }

    @Test
    void aTwoSidedKpiKeepsItsBand() {
        assertThat(definition(Polarity.WITHIN_BAND, Figure.of("5"), NINETY, null).band())
                .isEqualTo(Figure.of("5"));
    }

    @ParameterizedTest
    @EnumSource(names = {"HIGHER_IS_BETTER", "LOWER_IS_BETTER"})
    void aOneSidedKpiHasNoBand(Polarity polarity) {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> definition(polarity, Figure.of("5"), NINETY, null))
                .withMessage("only a KPI of polarity WITHIN_BAND has a band")
                .returns("band", Malformed::field);
    }

    @Test
    void theProfileComesBeforeTheAnnualTarget() {
        assertThat(oneSided(NINETY, THIRTY_BY_JULY).targetToDate(JULY)).contains(Figure.of("30"));
    }

    @Test
    void withoutAProfiledTargetTheAnnualValueHolds() {
        assertThat(oneSided(NINETY, null).targetToDate(JULY)).contains(Figure.of("90"));
        assertThat(oneSided(NINETY, THIRTY_BY_JULY).targetToDate(JULY.minusMonths(1)))
                .contains(Figure.of("90"));
    }

    @Test
    void wordsAloneOrNoTargetAtAllJudgeNothing() {
        AnnualTarget words = new AnnualTarget(null, new Title("Outperform LIBID"), null);

        assertThat(oneSided(words, null).targetToDate(JULY)).isEmpty();
        assertThat(oneSided(null, null).targetToDate(JULY)).isEmpty();
    }

    @Test
    void aProfileLeftOutIsAnEmptyOne() {
        assertThat(oneSided(NINETY, null).profile()).isEqualTo(Profile.NONE);
    }

    @Test
    void aRevisedTargetChangesNothingElse() {
        KpiDefinition before = oneSided(NINETY, THIRTY_BY_JULY);
        AnnualTarget eighty = new AnnualTarget(Figure.of("80"), null, null);

        KpiDefinition after = before.against(eighty, Profile.NONE);

        assertThat(after.annualTarget()).isEqualTo(eighty);
        assertThat(after.profile()).isEqualTo(Profile.NONE);
        assertThat(after.against(NINETY, THIRTY_BY_JULY)).isEqualTo(before);
    }

    private static KpiDefinition oneSided(AnnualTarget target, Profile profile) {
        return definition(Polarity.HIGHER_IS_BETTER, null, target, profile);
    }

    private static KpiDefinition definition(
            Polarity polarity, Figure band, AnnualTarget target, Profile profile) {
        return new KpiDefinition(
                new Code("SAS"),
                new Title("Internal Audit"),
                new Title("% Planned Time Utilised"),
                new Code("CBC"),
                new Lead("DH"),
                Unit.PERCENT,
                polarity,
                band,
                true,
                Figure.of("92"),
                target,
                Cadence.QUARTERLY,
                profile);
    }
}
