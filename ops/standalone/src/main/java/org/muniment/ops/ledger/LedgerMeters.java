package org.muniment.ops.ledger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.muniment.ops.log.EventAges;
import org.muniment.query.moment.LogHead;
import org.springframework.stereotype.Component;

/** How far the ledger is behind the log, and whether they agree. */
@Component
final class LedgerMeters implements MeterBinder {
    private final Ledger ledger;
    private final Sealer sealer;
    private final LogHead head;
    private final EventAges ages;

    LedgerMeters(Ledger ledger, Sealer sealer, LogHead head, EventAges ages) {
        this.ledger = ledger;
        this.sealer = sealer;
        this.head = head;
        this.ages = ages;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder(
                        "muniment.ledger.unsealed",
                        ledger,
                        it -> Math.max(0, head.position() - it.sealedSize()))
                .description("Events on disk that no checkpoint speaks of yet")
                .register(meters);
        Gauge.builder(
                        "muniment.ledger.uncosigned",
                        ledger,
                        it -> Math.max(0, head.position() - it.cosignedSize()))
                .description("Events on disk that no cosigned checkpoint speaks of yet")
                .register(meters);
        Gauge.builder("muniment.ledger.delay", ledger, it -> ages.secondsAfter(it.sealedSize()))
                .description("How long the oldest unsealed event has been on disk")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("muniment.ledger.fault", sealer, it -> it.fault() == null ? 0 : 1)
                .description("1 where the log is not the one that was sealed")
                .register(meters);
    }
}
