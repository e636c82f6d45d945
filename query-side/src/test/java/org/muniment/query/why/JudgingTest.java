package org.muniment.query.why;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.figures.Judgement;
import org.muniment.kernel.figures.Polarity;
import org.muniment.kernel.figures.Status;
import org.muniment.kernel.figures.StatusRule;

class JudgingTest {
    private static final Pattern FIRST =
            Pattern.compile(
                    "(\\S+) (?:is (\\S+) (?:above|below|away from)|meets) the target of (\\S+?)[,;] .*");
    private static final StatusRule FIVE = new StatusRule(Figure.of("5"));

    @Test
    void aMissBeyondTheToleranceIsSaidWithItsArithmetic() {
        assertThat(of(Polarity.HIGHER_IS_BETTER, "100", "83.33"))
                .contains(
                        "Higher is better for this indicator.",
                        "83.33 is 16.67 below the target of 100; more than 5% of the target (5.00)"
                                + " below is RED.");
    }

    @Test
    void theBoundaryItselfIsAmber() {
        assertThat(of(Polarity.HIGHER_IS_BETTER, "100", "95"))
                .contains(
                        "95 is 5 below the target of 100; at most 5% of the target (5.00) below is"
                                + " AMBER.");
    }

    @Test
    void whereLowerIsBetterAMissLiesAbove() {
        assertThat(of(Polarity.LOWER_IS_BETTER, "10", "11"))
                .contains(
                        "11 is 1 above the target of 10; more than 5% of the target (0.50) above is"
                                + " RED.");
        assertThat(of(Polarity.LOWER_IS_BETTER, "10", "9"))
                .contains("9 is 1 below the target of 10, so it is GREEN.");
    }

    @Test
    void aTargetOfZeroToleratesNothing() {
        assertThat(of(Polarity.LOWER_IS_BETTER, "0", "1"))
                .contains(
                        "1 is 1 above the target of 0; 5% of a target of zero is zero, so any miss"
                                + " is RED.");
        assertThat(of(Polarity.LOWER_IS_BETTER, "0", "0"))
                .contains("0 meets the target of 0, so it is GREEN.");
    }

    @Test
    void aBandIsNamedWithItsEdge() {
        assertThat(banded("0", "4", "5"))
                .contains(
                        "4 is 4 away from the target of 0, nearer than the band of 5, so it is GREEN.");
        assertThat(banded("0", "5", "5"))
                .contains(
                        "5 is 5 away from the target of 0, on the edge of the band of 5; at most 5%"
                                + " of the band (0.25) beyond is AMBER.");
        assertThat(banded("0", "-6", "5"))
                .contains(
                        "-6 is 6 away from the target of 0, 1 beyond the band of 5; more than 5% of"
                                + " the band (0.25) beyond is RED.");
    }

    @Test
    void withoutATargetThereIsNoColour() {
        assertThat(
                        Judging.sentences(
                                new Judgement(Status.NOT_APPLICABLE, "no-target"),
                                Polarity.HIGHER_IS_BETTER,
                                null,
                                Figure.of("7"),
                                null))
                .containsExactly(
                        "There is no target, so 7 is kept as a matter of record and has no colour.");
    }

    @Test
    void aStatusThatItsOwnRuleDoesNotGiveIsSaidSo() {
        assertThat(
                        Judging.sentences(
                                new Judgement(Status.GREEN, "tolerance-5"),
                                Polarity.HIGHER_IS_BETTER,
                                Figure.of("100"),
                                Figure.of("80"),
                                null))
                .contains("The rule applied again gives RED, but GREEN is on record.");
    }

    /** What a reader works out from the sentence is what is on record. */
    @Property
    void theNumbersOfTheSentenceAreThoseOfTheRecord(
            @ForAll("figures") Figure target,
            @ForAll("figures") Figure actual,
            @ForAll("positive") Figure band,
            @ForAll Polarity polarity) {
        Judgement judgement = FIVE.judge(polarity, target, actual, band);

        List<String> sentences = Judging.sentences(judgement, polarity, target, actual, band);

        assertThat(sentences).hasSize(3);
        Matcher first = FIRST.matcher(sentences.get(1));
        assertThat(first.matches()).as(sentences.get(1)).isTrue();
        assertThat(first.group(1)).isEqualTo(actual.toString());
        assertThat(first.group(3)).isEqualTo(target.toString());
        BigDecimal apart = target.minus(actual).magnitude().value();
        assertThat(first.group(2) == null ? BigDecimal.ZERO : new BigDecimal(first.group(2)))
                .isEqualByComparingTo(apart);
        assertThat(sentences.get(1)).endsWith("is " + judgement.status() + ".");
        assertThat(
                        sentences.get(1).contains("more than")
                                || target.isZero()
                                || judgement.status() != Status.RED)
                .isTrue();
    }

    @Provide
    static Arbitrary<Figure> figures() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-120"), new BigDecimal("120"))
                .ofScale(2)
                .map(Figure::new);
    }

    @Provide
    static Arbitrary<Figure> positive() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("0.01"), new BigDecimal("20"))
                .ofScale(2)
                .map(Figure::new);
    }

    private static List<String> of(Polarity polarity, String target, String actual) {
        Judgement judgement = FIVE.judge(polarity, Figure.of(target), Figure.of(actual), null);
        return Judging.sentences(judgement, polarity, Figure.of(target), Figure.of(actual), null);
    }

    private static List<String> banded(String target, String actual, String band) {
        Judgement judgement =
                FIVE.judge(
                        Polarity.WITHIN_BAND,
                        Figure.of(target),
                        Figure.of(actual),
                        Figure.of(band));
        return Judging.sentences(
                judgement,
                Polarity.WITHIN_BAND,
                Figure.of(target),
                Figure.of(actual),
                Figure.of(band));
    }
}
