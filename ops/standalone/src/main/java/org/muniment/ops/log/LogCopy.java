package org.muniment.ops.log;

import java.util.List;
import javax.sql.DataSource;
import org.muniment.kernel.ledger.StoredEvent;
import org.muniment.kernel.log.EventForms;
import org.muniment.ops.turn.Leadership;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps the file here a copy of a shared log: always a beginning of it. What is appended here is
 * kept here once it is kept there, at the same position; whatever goes wrong between the two is
 * mended by taking in what is there.
 */
final class LogCopy implements Upstream {
    private static final int PIECE = 1_024;

    private final SharedLog shared;
    private final JdbcTemplate writer;
    private final Leadership leadership;

    /** The last event that both have; seen and changed within transactions only. */
    private long common;

    private boolean isOfThisLog;

    LogCopy(SharedLog shared, DataSource writer, Leadership leadership) {
        this.shared = shared;
        this.leadership = leadership;
        this.writer = new JdbcTemplate(writer);
    }

    @Override
    public boolean takeIn() {
        common = LogReader.last(writer);
        long there = shared.last();
        if (there < common) {
            throw new LogUnavailable(
                    "the shared log has lost events: it holds %d, and %d are known here"
                            .formatted(there, common));
        }
        requireSameLog();
        if (there == common) {
            return false;
        }
        List<StoredEvent> news = shared.after(common, PIECE);
        news.forEach(this::insert);
        return true;
    }

    @Override
    public void give() {
        List<StoredEvent> appended = LogReader.rowsAfter(writer, common, Integer.MAX_VALUE);
        if (appended.isEmpty()) {
            return;
        }
        if (!leadership.isMine()) {
            throw new LogUnavailable("it is not the turn of this process to write");
        }
        shared.append(appended);
    }

    /** Every event has an id of its own, so one that is the same has the same before it. */
    private void requireSameLog() {
        if (isOfThisLog || common == 0) {
            return;
        }
        if (!shared.after(common - 1, 1).equals(LogReader.rowsAfter(writer, common - 1, 1))) {
            throw new LogUnavailable("the file here is not a copy of the shared log");
        }
        isOfThisLog = true;
    }

    private void insert(StoredEvent event) {
        if (EventForms.of(event.type(), event.revision()).isEmpty()) {
            throw new LogUnavailable(
                    "event %d was written by a newer version: %s revision %s"
                            .formatted(event.position(), event.type(), event.revision()));
        }
        writer.update(
                "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                event.position(),
                event.eventId(),
                event.stream(),
                event.sequence(),
                event.noun(),
                event.recordedAt(),
                event.type(),
                event.revision(),
                event.payload(),
                event.metadata());
    }
}
