package org.muniment.command.imports;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.muniment.kernel.figures.Status;
import org.muniment.kernel.kpi.KpiEvent.KpiActualRecorded;
import org.muniment.kernel.kpi.KpiEvent.KpiActualRestated;
import org.muniment.kernel.kpi.KpiEvent.KpiNotMeasuredRecorded;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.plan.PlanRecord;

/** What the log says of one thing: read at its first row, and kept up with from then on. */
final class Known {
    private final Map<YearMonth, Status> statuses = new HashMap<>();
    private final Set<String> imports = new HashSet<>();
    private PlanId plan;

    static Known read(EventStore log, String stream) {
        Known thing = new Known();
        log.readEvents(stream).asStream().forEach(thing::note);
        return thing;
    }

    boolean belongsTo(PlanId wanted) {
        return wanted.equals(plan);
    }

    /** Null where nothing is said of that month. */
    Status statusOf(YearMonth month) {
        return statuses.get(month);
    }

    /** Which files had changed it. */
    Set<String> imports() {
        return imports;
    }

    void note(DomainEventMessage<?> event) {
        if (event.getMetaData().get("import") instanceof String file) {
            imports.add(file);
        }
        Object said = event.getPayload();
        if (said instanceof PlanRecord record) {
            plan = record.plan();
        }
        if (said instanceof KpiActualRecorded recorded) {
            statuses.put(recorded.month(), recorded.judgement().status());
        } else if (said instanceof KpiActualRestated restated) {
            statuses.put(restated.month(), restated.judgement().status());
        } else if (said instanceof KpiNotMeasuredRecorded recorded) {
            statuses.put(recorded.month(), recorded.reason().status());
        }
    }
}
