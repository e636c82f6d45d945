package org.muniment.query.journal;

import java.util.List;
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

    public void run() {
        List<Recorded> piece = log.after(readPosition.head().position(), PIECE);
        while (!piece.isEmpty()) {
            writer.write(piece);
            piece = log.after(readPosition.head().position(), PIECE);
        }
    }
}
