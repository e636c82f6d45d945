package org.muniment.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.muniment.command.partnership.ChorleySouthRibble;
import org.muniment.command.plan.BusinessPlan;
import org.muniment.kernel.plan.PlanCommand.ExplainVariation;
import org.muniment.kernel.plan.PlanEvent.VariationExplained;

class RecentAggregatesTest {
    private static final LocalDate CUT_OFF = LocalDate.of(2017, 7, 31);
    private static final ExplainVariation EXPLAIN =
            new ExplainVariation(BusinessPlan.ID, CUT_OFF, List.of(), null);
    private static final VariationExplained EXPLAINED =
            new VariationExplained(BusinessPlan.ID, CUT_OFF, List.of(), null);

    private final AtomicLong arrivals = new AtomicLong();
    private final RecentAggregates recent = new RecentAggregates(arrivals::get);

    @Test
    void whatIsPutIsFoundUntilItIsRemoved() {
        recent.put("plan", 1);
        assertThat(recent.<String, Integer>get("plan")).isEqualTo(1);
        assertThat(recent.containsKey("plan")).isTrue();

        assertThat(recent.remove("plan")).isTrue();
        assertThat(recent.<String, Integer>get("plan")).isNull();
        assertThat(recent.containsKey("plan")).isFalse();
        assertThat(recent.remove("plan")).isFalse();
    }

    @Test
    void onlyTheFirstIsPutWhereNothingIs() {
        assertThat(recent.putIfAbsent("plan", 1)).isTrue();
        assertThat(recent.putIfAbsent("plan", 2)).isFalse();
        assertThat(recent.<String, Integer>get("plan")).isEqualTo(1);
    }

    @Test
    void onlyWhatIsPresentIsComputedAnew() {
        recent.put("plan", 1);

        recent.<Integer>computeIfPresent("plan", value -> value + 1);
        recent.<Integer>computeIfPresent("other", value -> value + 1);

        assertThat(recent.<String, Integer>get("plan")).isEqualTo(2);
        assertThat(recent.containsKey("other")).isFalse();
    }

    @Test
    void nothingIsLeftWhereAllIsRemoved() {
        recent.put("plan", 1);
        recent.removeAll();
        assertThat(recent.containsKey("plan")).isFalse();
    }

    @Test
    void theOneUsedLongestAgoMakesRoom() {
        IntStream.range(0, 4_096).forEach(number -> recent.put(number, number));
        assertThat(recent.<Integer, Integer>get(0)).isZero();

        recent.put("one more", 1);

        assertThat(recent.containsKey(0)).isTrue();
        assertThat(recent.containsKey(1)).isFalse();
        assertThat(recent.containsKey(2)).isTrue();
    }

    @Test
    void nothingIsRememberedOfATimeBeforeOthersWrote() {
        recent.put("plan", 1);
        arrivals.incrementAndGet();

        assertThat(recent.<String, Integer>get("plan")).isNull();
        recent.put("plan", 2);
        assertThat(recent.<String, Integer>get("plan")).isEqualTo(2);
    }

    @Test
    void nobodyCanListen() {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> recent.registerCacheEntryListener(null));
    }

    @Test
    void whatDidNotReachTheDiskIsNotRememberedAsSaid() {
        CommandSideInMemory side = plans();
        side.send(ChorleySouthRibble.establish(), BusinessPlan.adopt());
        side.diskFails(true);
        assertThatIllegalStateException().isThrownBy(() -> side.send(EXPLAIN));
        side.diskFails(false);

        side.send(EXPLAIN, EXPLAIN);

        assertThat(side.events())
                .containsExactly(
                        ChorleySouthRibble.established(), BusinessPlan.adopted(), EXPLAINED);
    }

    @Test
    void aThingWhoseCreationDidNotReachTheDiskCanStillBeCreated() {
        CommandSideInMemory side = plans();
        side.send(ChorleySouthRibble.establish());
        side.diskFails(true);
        assertThatIllegalStateException().isThrownBy(() -> side.send(BusinessPlan.adopt()));
        side.diskFails(false);

        side.send(BusinessPlan.adopt(), EXPLAIN);

        assertThat(side.events())
                .containsExactly(
                        ChorleySouthRibble.established(), BusinessPlan.adopted(), EXPLAINED);
    }

    private static CommandSideInMemory plans() {
        return CommandSideInMemory.of(ChorleySouthRibble.module(), BusinessPlan.module());
    }
}
