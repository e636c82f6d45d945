package org.muniment.ops.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.muniment.command.dispatch.Commands;
import org.muniment.kernel.plan.PlanId;
import org.muniment.ops.Running;
import org.muniment.query.dashboard.Dashboards;
import org.springframework.util.FileSystemUtils;

/**
 * Whatever is said in whatever order, the dashboard as of every position is the one the oracle
 * works out. Each history is a plan of its own in one log.
 */
class RandomHistoriesTest {
    private static Path data;
    private static Running muniment;
    private static Product product;
    private static int plans;

    @BeforeContainer
    static void start() throws IOException {
        data = Files.createTempDirectory("histories");
        muniment = Running.on(data, "demo-people");
        product =
                new Product(
                        muniment.bean("commands", Commands.class),
                        muniment.bean("dashboards", Dashboards.class));
        product.establish();
    }

    @AfterContainer
    static void stop() throws IOException {
        muniment.close();
        FileSystemUtils.deleteRecursively(data);
    }

    /** Ten thousand histories, ten at a time taking turns in the log. */
    @Property(tries = 1_000)
    void theViewAsOfEveryPositionIsThatOfTheOracle(
            @ForAll("tenHistories") List<List<Said>> histories, @ForAll("months") int cutOff) {
        compare(histories, cutOff, 1);
    }

    /** Long enough to run over the journal's buckets. */
    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    void soItIsInLongHistories(
            @ForAll("longHistories") List<Said> history, @ForAll("months") int cutOff) {
        compare(List.of(history), cutOff, 17);
    }

    private static void compare(List<List<Said>> histories, int cutOff, int step) {
        List<Told> all = histories.stream().map(history -> new Told()).toList();
        int longest = histories.stream().mapToInt(List::size).max().orElse(0);
        for (int turn = 0; turn < longest; turn++) {
            for (int i = 0; i < all.size(); i++) {
                if (turn < histories.get(i).size()) {
                    all.get(i).say(histories.get(i).get(turn));
                }
            }
        }
        all.parallelStream().forEach(told -> told.compare(cutOff, step));
    }

    /** One plan, and what the oracle heard of it. */
    private static final class Told {
        private final PlanId plan = new PlanId("p" + plans++);
        private final Oracle oracle = new Oracle();
        private final List<Long> positions = new ArrayList<>();

        Told() {
            positions.add(product.adopt(plan));
        }

        void say(Said said) {
            long position = product.send(plan, said);
            if (position > 0) {
                oracle.heard(position, said);
                positions.add(position);
            }
        }

        void compare(int cutOff, int step) {
            for (int i = 0; i < positions.size(); i += step) {
                long position = positions.get(i);
                assertThat(product.view(plan, position, cutOff))
                        .as("position %s of %s", position, positions)
                        .isEqualTo(oracle.view(position, cutOff));
            }
        }
    }

    @Provide
    static Arbitrary<List<List<Said>>> tenHistories() {
        return said().list().ofMinSize(1).ofMaxSize(12).list().ofSize(10);
    }

    @Provide
    static Arbitrary<List<Said>> longHistories() {
        return said().list().ofSize(900);
    }

    @Provide
    static Arbitrary<Integer> months() {
        return Arbitraries.integers().between(0, 11);
    }

    private static Arbitrary<Said> said() {
        return Combinators.combine(
                        Arbitraries.of(Said.Kind.class),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, 11),
                        Arbitraries.integers().between(1, 40),
                        Arbitraries.integers().between(0, 5))
                .as(Said::new);
    }
}
