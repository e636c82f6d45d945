package org.muniment.query.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muniment.kernel.findings.Finding;
import org.muniment.kernel.findings.Finding.Severity;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.time.London;
import org.muniment.query.dashboard.Dashboards;
import org.muniment.query.journal.Directory;
import org.muniment.query.journal.LaneHeads.Head;
import org.muniment.query.journal.PlanStopped;
import org.muniment.query.journal.ReadPosition;
import org.muniment.query.moment.AsOf;
import org.springframework.stereotype.Component;

/** How many findings the dashboards of now show, of all plans together. */
@Component
final class OpenFindings implements MeterBinder {
    private final Directory directory;
    private final Dashboards dashboards;
    private final ReadPosition readPosition;
    private final Clock clock;
    private Counted last = new Counted(-1, null, Map.of());

    /** The same events on the same day give the same findings. */
    private record Counted(long position, LocalDate day, Map<Severity, Long> open) {
        boolean isOf(long other, LocalDate otherDay) {
            return position == other && otherDay.equals(day);
        }
    }

    OpenFindings(
            Directory directory, Dashboards dashboards, ReadPosition readPosition, Clock clock) {
        this.directory = directory;
        this.dashboards = dashboards;
        this.readPosition = readPosition;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (Severity severity : Severity.values()) {
            Gauge.builder("muniment.findings.open", this, it -> it.count(severity))
                    .description("Findings that the dashboards of now show")
                    .tag("severity", severity.name().toLowerCase(Locale.ROOT))
                    .register(meters);
        }
    }

    private synchronized long count(Severity severity) {
        Head head = readPosition.head();
        Instant now = clock.instant();
        LocalDate today = London.dayOf(now);
        if (!last.isOf(head.position(), today)) {
            last = new Counted(head.position(), today, open(head, now, today));
        }
        return last.open().getOrDefault(severity, 0L);
    }

    private Map<Severity, Long> open(Head head, Instant now, LocalDate today) {
        AsOf moment = new AsOf(head.position(), now, London.ZONE, head.recordedAt(), false, today);
        return directory.plans().stream()
                .flatMap(plan -> of(new PlanId(plan.id()), moment, today))
                .map(Finding::severity)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /** Of a plan that stands before an event it cannot take there is no dashboard of now. */
    private Stream<Finding> of(PlanId plan, AsOf moment, LocalDate today) {
        try {
            return dashboards.of(plan, moment, today).findings().stream();
        } catch (PlanStopped unknown) {
            return Stream.empty();
        }
    }
}
