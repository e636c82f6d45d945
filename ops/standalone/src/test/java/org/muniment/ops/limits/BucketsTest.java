package org.muniment.ops.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.muniment.ops.limits.Limits.Settings;

class BucketsTest {
    private long now;

    @Test
    void aBucketIsEmptiedAndRefillsEvenly() {
        Buckets buckets = new Buckets(6, () -> now);
        for (int i = 0; i < 6; i++) {
            assertThat(buckets.take("a")).isZero();
        }

        assertThat(buckets.take("a")).isEqualTo(Duration.ofSeconds(10));
        pass(Duration.ofSeconds(4));
        assertThat(buckets.take("a")).isEqualTo(Duration.ofSeconds(6));
        pass(Duration.ofSeconds(6));
        assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("a")).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void othersKeepTheirs() {
        Buckets buckets = new Buckets(1, () -> now);

        assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("a")).isPositive();
        assertThat(buckets.take("b")).isZero();
    }

    @Test
    void itNeverHoldsMoreThanAMinutesWorth() {
        Buckets buckets = new Buckets(2, () -> now);
        buckets.take("a");
        pass(Duration.ofDays(1));

        assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("a")).isPositive();
    }

    @Test
    void noLimitIsNoLimitAndKeepsNothing() {
        Buckets buckets = new Buckets(0, () -> now);
        for (int i = 0; i < 1_000; i++) {
            assertThat(buckets.take("a")).isZero();
        }

        assertThat(buckets.kept()).isZero();
    }

    @Test
    void memoryIsBoundedAndWhoeverIsBusyIsNotForgotten() {
        Buckets buckets = new Buckets(1, () -> now);
        buckets.take("busy");
        for (int i = 0; i < 3 * Buckets.MOST; i++) {
            buckets.take("other-" + i);
            assertThat(buckets.take("busy")).isPositive();
        }

        assertThat(buckets.kept()).isEqualTo(Buckets.MOST);
    }

    @Test
    void guessingStopsForANameAndMuchLaterForItsAddress() {
        Limits limits = new Limits(new Settings(0, 0, 0, 2), () -> now);
        fail(limits, "jo", 2);

        assertThat(limits.ofSignIn("one", "jo")).isEqualTo(Duration.ofSeconds(30));
        assertThat(limits.ofSignIn("one", "al")).isZero();
        assertThat(limits.ofSignIn("two", "jo")).isZero();
        for (int i = 0; i < 9; i++) {
            fail(limits, "guess-" + i, 2);
        }
        assertThat(limits.ofSignIn("one", "al")).isPositive();
        assertThat(limits.ofSignIn("two", "al")).isZero();
    }

    @Test
    void askingMuchHasABudgetOfItsOwn() {
        Limits limits = new Limits(new Settings(10, 1, 0, 0), () -> now);

        assertThat(limits.ofPerson("jo", true)).isZero();
        assertThat(limits.ofPerson("jo", true)).isEqualTo(Duration.ofMinutes(1));
        assertThat(limits.ofPerson("jo", false)).isZero();
        assertThat(limits.ofPerson("al", true)).isZero();
    }

    private static void fail(Limits limits, String name, int times) {
        for (int i = 0; i < times; i++) {
            limits.failed("one", name);
        }
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
