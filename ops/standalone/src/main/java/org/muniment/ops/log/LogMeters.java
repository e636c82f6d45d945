package org.muniment.ops.log;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** How large the log is, and whether it is written. */
@Component
final class LogMeters implements MeterBinder {
    private final LogReader log;
    private final LogTransactions transactions;
    private final DataDirectory directory;
    private final Clock clock;

    LogMeters(LogReader log, LogTransactions transactions, DataDirectory directory, Clock clock) {
        this.log = log;
        this.transactions = transactions;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("muniment.log.position", log, LogReader::last)
                .description("Events in the log, as far as this process knows")
                .register(meters);
        Gauge.builder("muniment.log.writable", transactions, it -> it.stopped() == null ? 1 : 0)
                .description("0 once writing was stopped, until a restart")
                .register(meters);
        Gauge.builder("muniment.log.clock.behind", () -> log.behind(clock.instant()).toSeconds())
                .description("How far the clock lags behind the last event's time")
                .baseUnit("seconds")
                .register(meters);
        size("log", directory.log(), meters);
        size("wal", Path.of(directory.log() + "-wal"), meters);
    }

    private static void size(String file, Path path, MeterRegistry meters) {
        Gauge.builder("muniment.log.size", path, LogMeters::sizeOf)
                .description("Size of the log's file, and of its write-ahead log")
                .baseUnit("bytes")
                .tag("file", file)
                .strongReference(true)
                .register(meters);
    }

    private static double sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (NoSuchFileException notYet) {
            return 0;
        } catch (IOException unreadable) {
            return Double.NaN;
        }
    }
}
