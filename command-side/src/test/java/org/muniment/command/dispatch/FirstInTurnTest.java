package org.muniment.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.muniment.kernel.words.Refused;

class FirstInTurnTest {
    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void whoeverIsSecondDecidesAgain() {
        int decided = FirstInTurn.of(() -> overtaken(2));

        assertThat(decided).isEqualTo(3);
    }

    @Test
    void aRefusalIsNotAskedTwice() {
        assertThatThrownBy(
                        () ->
                                FirstInTurn.of(
                                        () -> {
                                            tries.incrementAndGet();
                                            throw Refused.by("rule", "no");
                                        }))
                .isInstanceOf(Refused.class);
        assertThat(tries).hasValue(1);
    }

    @Test
    void whoeverIsNeverFirstIsToldSo() {
        assertThatThrownBy(() -> FirstInTurn.of(() -> overtaken(Integer.MAX_VALUE)))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(tries).hasValue(50);
    }

    private int overtaken(int times) {
        if (tries.incrementAndGet() <= times) {
            throw new ConcurrencyException("another was first");
        }
        return tries.get();
    }
}
