package org.muniment.verifier;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.muniment.kernel.ledger.Checkpoint;
import org.muniment.kernel.ledger.Frontier;
import org.muniment.kernel.ledger.Hash;
import org.muniment.kernel.ledger.LeafEntry;
import org.muniment.kernel.ledger.NoteKey;
import org.muniment.kernel.ledger.SignedNote;
import org.muniment.kernel.ledger.SigningKey;
import org.muniment.kernel.ledger.StoredEvent;

/** A program that writes a data directory of many events, to measure the verifier with. */
final class BigLog {
    private static final int STREAMS = 2_000;
    private static final int COMMENT = 420;

    private BigLog() {}

    /** Wants a directory, and how many events. */
    public static void main(String[] arguments) throws IOException, SQLException {
        Path ledger = Files.createDirectories(Path.of(arguments[0]).resolve("ledger"));
        SigningKey key = SigningKey.create(TestLog.ORIGIN, NoteKey.Use.LOG);
        Frontier tree = new Frontier();
        try (Connection log = TestTables.create(ledger.resolveSibling("muniment.db"));
                PreparedStatement insert = log.prepareStatement(TestTables.INSERT);
                OutputStream hashes =
                        new BufferedOutputStream(Files.newOutputStream(ledger.resolve("hashes")))) {
            log.setAutoCommit(false);
            for (long position = 1; position <= Long.parseLong(arguments[1]); position++) {
                StoredEvent event = event(position);
                TestTables.fill(insert, event);
                insert.executeUpdate();
                for (Hash hash : tree.add(new LeafEntry(TestLog.ORIGIN, event).hash())) {
                    hashes.write(hash.bytes());
                }
            }
            log.commit();
        }
        Checkpoint checkpoint = new Checkpoint(TestLog.ORIGIN, tree.size(), tree.root());
        Files.writeString(ledger.resolve("key"), key.secret());
        Files.writeString(
                ledger.resolve("checkpoint"), SignedNote.sign(checkpoint.text(), key).toString());
        System.out.println(key.key());
    }

    private static StoredEvent event(long position) {
        long stream = (position - 1) % STREAMS;
        return new StoredEvent(
                position,
                new UUID(7, position).toString(),
                "kpi:indicator-" + stream,
                (position - 1) / STREAMS,
                "Kpi",
                TestLog.BEGINNING.plusSeconds(position).toString(),
                "kpi.actual-recorded",
                "1",
                "{\"kpi\":\"indicator-%s\",\"plan\":\"bip-2017-18\",\"month\":\"2017-07\",\"measurement\":{\"actual\":\"83.33\"},\"comment\":\"%s\"}"
                        .formatted(
                                stream,
                                "Of 24 returns 4 were late. ".repeat(16).substring(0, COMMENT)),
                "{\"by\":\"finance-officer\",\"role\":\"officer\",\"command\":\"RecordActual\",\"correlationId\":\"%s\"}"
                        .formatted(new UUID(9, position)));
    }
}
