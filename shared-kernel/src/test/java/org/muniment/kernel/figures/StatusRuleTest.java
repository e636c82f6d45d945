package org.muniment.kernel.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusRuleTest {
    private static final StatusRule FIVE_PER_CENT = new StatusRule(Figure.of("5"));

    @ParameterizedTest
    @CsvSource({
        "100, 100, GREEN",
        "100, 100.000001, GREEN",
        "100, 99.99, AMBER",
        "100, 95, AMBER",
        "100, 94.999999, RED",
        "99.5, 94.525, AMBER",
        "99.5, 94.524999, RED"
    })
    void aHigherFigureIsBetterUpToTheTarget(String target, String actual, Status expected) {
        assertThat(higher(target, actual)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "20, 20, GREEN",
        "20, 19.5, GREEN",
        "20, 20.000001, AMBER",
        "20, 21, AMBER",
        "20, 21.000001, RED"
    })
    void aLowerFigureIsBetterDownToTheTarget(String target, String actual, Status expected) {
        assertThat(lower(target, actual)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, GREEN",
        "0, 4.999999, GREEN",
        "0, -4.999999, GREEN",
        "0, 5, AMBER",
        "0, -5, AMBER",
        "0, 5.25, AMBER",
        "0, -5.25, AMBER",
        "0, 5.250001, RED",
        "0, -5.250001, RED",
        "-1.25, 3.74, GREEN",
        "-1.25, 3.75, AMBER",
        "-1.25, -6.5, AMBER",
        "-1.25, -6.500001, RED"
    })
    void aBandIsGreenOnlyStrictlyInside(String target, String actual, Status expected) {
        Judgement judgement =
                FIVE_PER_CENT.judge(
                        Polarity.WITHIN_BAND, Figure.of(target), Figure.of(actual), Figure.of("5"));

        assertThat(judgement.status()).isEqualTo(expected);
    }

    @Test
    void fivePerCentOffTargetIsStillAmber() {
        assertThat(higher("100", "95")).isEqualTo(Status.AMBER);
        assertThat(lower("100", "105")).isEqualTo(Status.AMBER);
    }

    @Test
    void theToleranceIsPerCentOfTheTargetAndNotPoints() {
        assertThat(higher("10", "9.5")).isEqualTo(Status.AMBER);
        assertThat(higher("10", "9.4")).isEqualTo(Status.RED);
    }

    @Test
    void anyMissOfAZeroTargetIsRed() {
        assertThat(higher("0", "0")).isEqualTo(Status.GREEN);
        assertThat(higher("0", "-0.000001")).isEqualTo(Status.RED);
        assertThat(lower("0", "0.000001")).isEqualTo(Status.RED);
    }

    @Test
    void aNegativeTargetToleratesPerCentOfItsSize() {
        assertThat(higher("-10", "-10")).isEqualTo(Status.GREEN);
        assertThat(higher("-10", "-9")).isEqualTo(Status.GREEN);
        assertThat(higher("-10", "-10.5")).isEqualTo(Status.AMBER);
        assertThat(higher("-10", "-10.51")).isEqualTo(Status.RED);
        assertThat(lower("-10", "-9.5")).isEqualTo(Status.AMBER);
        assertThat(lower("-10", "-9.49")).isEqualTo(Status.RED);
    }

    @Test
    void theGrantClaimsOfJuly2017AreRed() {
        assertThat(higher("100", "83.33")).isEqualTo(Status.RED);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 30, 30",
        "2, 30, 30",
        "3, 25, 28",
        "4, 13, 13",
        "5, 15, 15",
        "6, 0, 0",
        "7, 100, 100",
        "8, 100, 100",
        "9, 0, 0",
        "10, 90, 92",
        "11, 90, 91",
        "12, 0, 0",
        "14, 4.7, 4.7",
        "15, 19, 33.33",
        "21, 100, 100",
        "22, 100, 100",
        "25, 0.127, 0.48",
        "26, 99, 99",
        "27, 83, 83.9",
        "28, 97, 99.5",
        "29, 95, 98.2",
        "30, 99.5, 99.97",
        "31, 50, 100"
    })
    void everyGreenRowOfJuly2017IsGreenAgainstItsTargetToDate(
            int row, String targetToDate, String actual) {
        assertThat(higher(targetToDate, actual)).as("row %d", row).isEqualTo(Status.GREEN);
    }

    @Test
    void thirtyPerCentOfTheTimeWouldBeRedAgainstTheAnnualTarget() {
        assertThat(higher("90", "30")).isEqualTo(Status.RED);
    }

    @Test
    void aJudgementNamesTheRuleThatMadeIt() {
        Judgement oneSided =
                FIVE_PER_CENT.judge(
                        Polarity.HIGHER_IS_BETTER, Figure.of("100"), Figure.of("83.33"), null);
        Judgement twoSided =
                FIVE_PER_CENT.judge(
                        Polarity.WITHIN_BAND, Figure.of("0"), Figure.of("1"), Figure.of("5"));

        assertThat(oneSided).isEqualTo(new Judgement(Status.RED, "tolerance-5"));
        assertThat(twoSided).isEqualTo(new Judgement(Status.GREEN, "tolerance-5-band"));
        assertThat(new StatusRule(Figure.of("2.5")).name()).isEqualTo("tolerance-2.5");
    }

    @Test
    void withoutToleranceAnyMissIsRed() {
        StatusRule strict = new StatusRule(Figure.of("0"));

        assertThat(
                        strict.judge(
                                        Polarity.HIGHER_IS_BETTER,
                                        Figure.of("100"),
                                        Figure.of("99.999999"),
                                        null)
                                .status())
                .isEqualTo(Status.RED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "100.01"})
    void aToleranceOutsideZeroToAHundredIsRefused(String percent) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StatusRule(Figure.of(percent)))
                .withMessage("must lie between 0 and 100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "100"})
    void aToleranceOfZeroOrAHundredIsAllowed(String percent) {
        assertThat(new StatusRule(Figure.of(percent)).name()).isEqualTo("tolerance-" + percent);
    }

    @Property
    void lowerIsHigherWithTheSignsTurned(
            @ForAll("figures") Figure target, @ForAll("figures") Figure actual) {
        assertThat(
                        FIVE_PER_CENT.judge(
                                Polarity.LOWER_IS_BETTER, target.negated(), actual.negated(), null))
                .isEqualTo(FIVE_PER_CENT.judge(Polarity.HIGHER_IS_BETTER, target, actual, null));
    }

    @Property
    void aWorseFigureNeverGetsABetterStatus(
            @ForAll("figures") Figure target,
            @ForAll("nearFigures") Figure offset,
            @ForAll("positive") Figure worsening) {
        Figure actual = target.plus(offset);
        Status before =
                FIVE_PER_CENT.judge(Polarity.HIGHER_IS_BETTER, target, actual, null).status();
        Status after =
                FIVE_PER_CENT
                        .judge(Polarity.HIGHER_IS_BETTER, target, actual.minus(worsening), null)
                        .status();

        assertThat(after).isGreaterThanOrEqualTo(before);
    }

    @Property
    void movingAwayFromTheMiddleOfABandNeverHelps(
            @ForAll("figures") Figure target,
            @ForAll("positive") Figure distance,
            @ForAll("positive") Figure further,
            @ForAll("positive") Figure band) {
        Status near = withinBand(target, target.plus(distance), band);
        Status far = withinBand(target, target.plus(distance).plus(further), band);

        assertThat(far).isGreaterThanOrEqualTo(near);
        assertThat(withinBand(target, target.minus(distance), band)).isEqualTo(near);
    }

    @Property
    void ninetyFivePerCentOfAnyTargetIsTheLastAmber(@ForAll("positive") Figure target) {
        Figure boundary = target.times(Figure.of("0.95"));

        assertThat(FIVE_PER_CENT.judge(Polarity.HIGHER_IS_BETTER, target, boundary, null).status())
                .isEqualTo(Status.AMBER);
        assertThat(
                        FIVE_PER_CENT
                                .judge(
                                        Polarity.HIGHER_IS_BETTER,
                                        target,
                                        boundary.minus(Figure.of("0.000001")),
                                        null)
                                .status())
                .isEqualTo(Status.RED);
    }

    @Provide
    Arbitrary<Figure> figures() {
        return RandomFigures.ofPlaces(2);
    }

    @Provide
    Arbitrary<Figure> nearFigures() {
        return cents(-10_000, 10_000);
    }

    @Provide
    Arbitrary<Figure> positive() {
        return cents(1, 100_000);
    }

    private static Arbitrary<Figure> cents(int from, int to) {
        return Arbitraries.integers()
                .between(from, to)
                .map(cents -> new Figure(BigDecimal.valueOf(cents, 2)));
    }

    private static Status higher(String target, String actual) {
        return oneSided(Polarity.HIGHER_IS_BETTER, target, actual);
    }

    private static Status lower(String target, String actual) {
        return oneSided(Polarity.LOWER_IS_BETTER, target, actual);
    }

    private static Status oneSided(Polarity polarity, String target, String actual) {
        return FIVE_PER_CENT.judge(polarity, Figure.of(target), Figure.of(actual), null).status();
    }

    private static Status withinBand(Figure target, Figure actual, Figure band) {
        return FIVE_PER_CENT.judge(Polarity.WITHIN_BAND, target, actual, band).status();
    }
}
