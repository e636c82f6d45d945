package org.muniment.query.operations;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.SortedMap;
import org.muniment.query.journal.ContentDigest;
import org.muniment.query.journal.JournalWriter;
import org.muniment.query.journal.JournalWriter.Recorded;
import org.muniment.query.journal.LaneHeads;
import org.muniment.query.journal.LogScan;
import org.muniment.query.journal.RecordKeeper;
import org.muniment.query.journal.Timeline;

/** Folds the log into collections that are there for this alone. */
final class LogFold {
    private final LogScan log;
    private final List<RecordKeeper> keepers;

    LogFold(LogScan log, List<RecordKeeper> keepers) {
        this.log = log;
        this.keepers = List.copyOf(keepers);
    }

    /**
     * The first {@code position} events, so many at a time.
     *
     * @return what came of it, as {@link ContentDigest}
     */
    SortedMap<String, String> into(MongoDatabase empty, int lanes, int batch, long position) {
        LaneHeads heads = new LaneHeads(empty, lanes);
        JournalWriter writer = new JournalWriter(empty, new Timeline(empty), heads, in(empty), log);
        for (long done = 0; done < position; done = writer.reached()) {
            List<Recorded> piece = log.after(done, (int) Math.min(batch, position - done));
            writer.write(piece);
        }
        return digest(empty);
    }

    SortedMap<String, String> digest(MongoDatabase database) {
        return ContentDigest.of(database, keepers);
    }

    List<RecordKeeper> in(MongoDatabase database) {
        return keepers.stream().map(keeper -> keeper.over(database)).toList();
    }
}
