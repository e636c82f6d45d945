package org.muniment.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.muniment.command.dispatch.Caller;
import org.muniment.command.imports.UnderWay.Item;
import org.muniment.command.imports.UnderWay.Progress;
import org.muniment.kernel.plan.PlanId;

class UnderWayTest {
    private static final PlanId PLAN = new PlanId("plan");
    private static final Item BEGUN = new Item("file", "projects", true, 2, 0);

    private final UnderWay underWay = new UnderWay();

    @Test
    void aFileIsToldWhileItIsTaken() {
        try (Progress progress = underWay.begin(caller("officer"), PLAN, BEGUN)) {
            assertThat(underWay.of(caller("officer"), PLAN)).containsExactly(BEGUN);
            progress.rowDone();
            assertThat(underWay.of(caller("officer"), PLAN))
                    .containsExactly(new Item("file", "projects", true, 2, 1));
        }
        assertThat(underWay.of(caller("officer"), PLAN)).isEmpty();
    }

    @Test
    void nobodyIsToldOfAnothersFilesNorOfAnotherPlans() {
        try (Progress progress = underWay.begin(caller("officer"), PLAN, BEGUN)) {
            progress.rowDone();
            assertThat(underWay.of(caller("head-of-service"), PLAN)).isEmpty();
            assertThat(underWay.of(caller("officer"), new PlanId("other"))).isEmpty();
        }
    }

    @Test
    void theSameFileTwiceIsToldTwice() {
        try (Progress first = underWay.begin(caller("officer"), PLAN, BEGUN);
                Progress second = underWay.begin(caller("officer"), PLAN, BEGUN)) {
            assertThat(first).isNotSameAs(second);
            assertThat(underWay.of(caller("officer"), PLAN)).hasSize(2);
        }
    }

    private static Caller caller(String by) {
        return new Caller(by, by, null, "request", null);
    }
}
