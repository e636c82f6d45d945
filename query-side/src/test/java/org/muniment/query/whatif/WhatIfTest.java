package org.muniment.query.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.query.picture.PlanExamples.CUT_OFF;
import static org.muniment.query.picture.PlanExamples.JULY;
import static org.muniment.query.picture.PlanExamples.SAS;
import static org.muniment.query.picture.PlanExamples.actual;
import static org.muniment.query.picture.PlanExamples.kpi;
import static org.muniment.query.picture.PlanExamples.picture;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.figures.Status;
import org.muniment.kernel.figures.StatusRule;
import org.muniment.kernel.plan.PlanRecord;
import org.muniment.query.picture.PlanPicture;
import org.muniment.query.whatif.WhatIf.Counts;

class WhatIfTest {
    private static final PlanPicture PLAN =
            picture(
                    kpi("fine", SAS),
                    actual("fine", JULY, "100"),
                    kpi("near", SAS),
                    actual("near", JULY, "96"),
                    kpi("far", SAS),
                    actual("far", JULY, "83.33"),
                    kpi("silent", SAS));

    @Test
    void aWiderToleranceMakesRedFiguresAmberAndSaysWhich() {
        WhatIf whatIf = suppose(PLAN, "20");

        assertThat(whatIf.hypothetical()).isTrue();
        assertThat(whatIf.onRecord()).isEqualTo(new Counts(1, 1, 1));
        assertThat(whatIf.supposed()).isEqualTo(new Counts(1, 2, 0));
        assertThat(whatIf.differing())
                .singleElement()
                .satisfies(
                        far -> {
                            assertThat(far.id()).isEqualTo("far");
                            assertThat(far.status()).isEqualTo(Status.RED);
                            assertThat(far.rule()).isEqualTo("tolerance-5");
                            assertThat(far.supposed()).isEqualTo(Status.AMBER);
                        });
    }

    @Test
    void withoutToleranceEveryMissIsRed() {
        assertThat(suppose(PLAN, "0").supposed()).isEqualTo(new Counts(1, 0, 2));
    }

    @Test
    void theToleranceOnRecordChangesNothing() {
        WhatIf whatIf = suppose(PLAN, "5");

        assertThat(whatIf.differing()).isEmpty();
        assertThat(whatIf.supposed()).isEqualTo(whatIf.onRecord());
    }

    @Property(tries = 200)
    void aWiderToleranceNeverMakesAnythingWorse(
            @ForAll @Size(max = 10) List<@IntRange(max = 120) Integer> figures,
            @ForAll @IntRange(max = 100) int one,
            @ForAll @IntRange(max = 100) int other) {
        List<PlanRecord> events = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            events.add(kpi("k" + i, SAS));
            events.add(actual("k" + i, JULY, figures.get(i).toString()));
        }
        PlanPicture plan = picture(events.toArray(PlanRecord[]::new));
        Counts narrow = suppose(plan, Integer.toString(Math.min(one, other))).supposed();
        Counts wide = suppose(plan, Integer.toString(Math.max(one, other))).supposed();

        assertThat(wide.green()).isEqualTo(narrow.green());
        assertThat(wide.red()).isLessThanOrEqualTo(narrow.red());
        assertThat(wide.green() + wide.amber() + wide.red()).isEqualTo(figures.size());
    }

    private static WhatIf suppose(PlanPicture plan, String percent) {
        return WhatIf.of(plan, null, CUT_OFF, new StatusRule(Figure.of(percent)));
    }
}
