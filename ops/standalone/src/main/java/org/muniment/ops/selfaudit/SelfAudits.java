package org.muniment.ops.selfaudit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.UUID;
import org.muniment.command.dispatch.Caller;
import org.muniment.command.dispatch.Commands;
import org.muniment.command.dispatch.Receipt;
import org.muniment.kernel.selfaudit.AuditedSnapshot;
import org.muniment.kernel.selfaudit.SelfAuditCommand.RecordSelfAudit;
import org.muniment.kernel.selfaudit.SelfAuditId;
import org.muniment.ops.turn.Leadership;
import org.muniment.query.journal.LogScan;
import org.muniment.query.moment.LogHead;
import org.muniment.query.selfaudit.PackAudit;
import org.muniment.query.selfaudit.SelfAuditLog;
import org.muniment.query.selfaudit.SelfAuditLog.Run;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Runs self-audits, one at a time. */
@Component
class SelfAudits {
    private static final Logger LOG = LoggerFactory.getLogger(SelfAudits.class);

    private final PackAudit packs;
    private final LogHead log;
    private final Commands commands;
    private final Leadership leadership;

    SelfAudits(
            LogScan scan,
            LogHead log,
            Commands commands,
            SelfAuditLog results,
            Leadership leadership,
            MeterRegistry meters) {
        this.packs = new PackAudit(scan);
        this.log = log;
        this.commands = commands;
        this.leadership = leadership;
        Gauge.builder("muniment.selfaudit.disagreements", results, SelfAudits::disagreements)
                .description("Frozen packs that the last self-audit could not rebuild")
                .register(meters);
        Gauge.builder("muniment.selfaudit.last", results, SelfAudits::lastSeconds)
                .description("When the last self-audit was recorded; 0 where there was none")
                .baseUnit("seconds")
                .register(meters);
    }

    /** Also told where the result stands in the log. */
    synchronized ResponseEntity<Receipt> run(Caller caller) {
        long position = log.position();
        List<AuditedSnapshot> audited = packs.audit(position);
        audited.stream()
                .filter(it -> !it.agrees())
                .forEach(it -> LOG.error("The log no longer gives the frozen pack: {}", it));
        SelfAuditId id = new SelfAuditId("audit-" + UUID.randomUUID());
        return commands.create(id.value(), new RecordSelfAudit(id, position, audited), caller);
    }

    @Scheduled(cron = "${muniment.self-audit-cron}", zone = "Europe/London")
    void everyNight() {
        if (!leadership.isMine()) {
            return;
        }
        run(Caller.ourselves("Nightly self-audit"));
    }

    private static double disagreements(SelfAuditLog results) {
        return results.latest().map(SelfAudits::disagreements).orElse(0L);
    }

    private static long disagreements(Run run) {
        return run.snapshots().stream().filter(it -> !it.agrees()).count();
    }

    private static double lastSeconds(SelfAuditLog results) {
        return results.latest().map(run -> run.at().toEpochMilli() / 1000.0).orElse(0.0);
    }
}
