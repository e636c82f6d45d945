package org.muniment.query.operations;

import static org.muniment.query.picture.PlanExamples.SAS;
import static org.muniment.query.picture.PlanExamples.adopted;
import static org.muniment.query.picture.PlanExamples.annually;
import static org.muniment.query.picture.PlanExamples.definition;
import static org.muniment.query.picture.PlanExamples.kpi;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.muniment.kernel.kpi.Profile;
import org.muniment.kernel.plan.PlanId;
import org.muniment.query.journal.EventJson;
import org.muniment.query.journal.JournalWriter.Recorded;

/** The log of a plan and its indicators, a second apart. */
final class Definitions {
    private static final PlanId PLAN = new PlanId("one");

    private Definitions() {}

    static List<Recorded> log(int events) {
        List<Recorded> log = new ArrayList<>();
        log.add(recorded(1, adopted(PLAN)));
        for (int at = 2; at <= events; at++) {
            log.add(recorded(at, "k-" + at % 5 + "-" + at));
        }
        return log;
    }

    static Recorded recorded(int at, String id) {
        return recorded(at, kpi(PLAN, id, definition(SAS, annually("90"), Profile.NONE)));
    }

    private static Recorded recorded(int at, Object event) {
        return new Recorded(
                at, Instant.ofEpochSecond(at), event, EventJson.write(event), "{\"by\":\"ann\"}");
    }
}
