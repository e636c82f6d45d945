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

/** What the log says of one thing: read at its first row, and again after each of its rows. */
final class Known {
    private final EventStore log;
    private final String stream;
    private final Map<YearMonth, Status> statuses = new HashMap<>();
    private final Set<String> imports = new HashSet<>();
    private PlanId plan;
    private long next;

    Known(EventStore log, String stream) {
        this.log = log;
        this.stream = stream;
        read();
    }

    /** How many events were appended since it was last read. */
    long grown() {
        long before = next;
        read();
        return next - before;
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

    private void read() {
        log.readEvents(stream, next).asStream().forEach(this::note);
    }

    private void note(DomainEventMessage<?> event) {
        next = event.getSequenceNumber() + 1;
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
