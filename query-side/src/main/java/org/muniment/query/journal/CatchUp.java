package org.muniment.query.journal;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.muniment.query.journal.JournalWriter.Recorded;

/** Brings the journal to the end of the log before anything follows it event by event. */
public final class CatchUp {
    private static final int PIECE = 4_096;

    private final LogScan log;
    private final JournalWriter writer;
    private final ReadPosition readPosition;

    public CatchUp(LogScan log, JournalWriter writer, ReadPosition readPosition) {
        this.log = log;
        this.writer = writer;
        this.readPosition = readPosition;
    }

    /** While one piece is being written the next is read. */
    public void run() {
        List<Recorded> piece = log.after(readPosition.head().position(), PIECE);
        while (!piece.isEmpty()) {
            long last = piece.get(piece.size() - 1).position();
            CompletableFuture<List<Recorded>> next =
                    CompletableFuture.supplyAsync(() -> log.after(last, PIECE));
            writer.write(piece);
            piece = next.join();
        }
    }
}
