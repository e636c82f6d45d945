package org.muniment.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.common.transaction.Transaction;
import org.junit.jupiter.api.Test;

class TogetherTest {
    private final List<String> ends = new ArrayList<>();
    private final RecentAggregates recent = new RecentAggregates(() -> 0);
    private final Together together = new Together(this::transaction);

    @Test
    void whatIsToBeKeptIsCommitted() {
        assertThat(together.run(() -> "done", done -> true)).isEqualTo("done");
        assertThat(ends).containsExactly("commit");
    }

    @Test
    void whatIsNotToBeKeptIsTakenBackThoughItIsAnswered() {
        assertThat(together.run(() -> "tried", tried -> false)).isEqualTo("tried");
        assertThat(ends).containsExactly("rollback");
    }

    @Test
    void whatFailsIsTakenBack() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () ->
                                together.run(
                                        () -> {
                                            throw new IllegalStateException("failed");
                                        },
                                        never -> true));
        assertThat(ends).containsExactly("rollback");
    }

    @Test
    void whatWasRememberedMeanwhileIsForgottenBeforeTheTransactionEnds() {
        recent.put("before", 1);

        together.run(
                () -> {
                    recent.put("within", 2);
                    return recent.<String, Integer>get("within");
                },
                tried -> false);

        assertThat(ends).containsExactly("rollback");
        assertThat(recent.containsKey("within")).isFalse();
        assertThat(recent.containsKey("before")).isTrue();
        recent.put("after", 3);
        assertThat(recent.containsKey("after")).isTrue();
    }

    private Transaction transaction() {
        return new Transaction() {
            @Override
            public void commit() {
                end("commit");
            }

            @Override
            public void rollback() {
                end("rollback");
            }
        };
    }

    private void end(String how) {
        assertThat(recent.containsKey("within")).isFalse();
        ends.add(how);
    }
}
