package org.muniment.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.muniment.kernel.ledger.Checkpoint;
import org.muniment.kernel.ledger.Hash;
import org.muniment.kernel.ledger.LeafEntry;
import org.muniment.kernel.ledger.MerkleTree;
import org.muniment.kernel.ledger.NoteKey;
import org.muniment.kernel.ledger.SignedNote;
import org.muniment.kernel.ledger.SigningKey;
import org.muniment.kernel.ledger.StoredEvent;
import org.muniment.kernel.ledger.StoredHashes;
import org.muniment.kernel.ledger.TlogProof;

/** A log to try things on: its events, its tree, its key and two witnesses. */
final class TestLog {
    static final String ORIGIN = "chorley.example/muniment";
    static final Instant BEGINNING = Instant.parse("2017-08-31T08:00:00.000Z");
    static final Instant COSIGNED = Instant.parse("2017-09-14T17:00:00Z");
    private static final String METADATA = "{\"by\":\"finance-officer\",\"role\":\"officer\"}";

    final String origin;
    final SigningKey key;
    final List<SigningKey> witnesses;
    final List<StoredEvent> events = new ArrayList<>();

    private TestLog(String origin, SigningKey key, List<SigningKey> witnesses) {
        this.origin = origin;
        this.key = key;
        this.witnesses = witnesses;
    }

    static TestLog empty() {
        return named(ORIGIN);
    }

    static TestLog named(String origin) {
        return new TestLog(
                origin,
                SigningKey.create(origin, NoteKey.Use.LOG),
                Stream.of("lancashire.example/w1", "preston.example/w2")
                        .map(name -> SigningKey.create(name, NoteKey.Use.WITNESS))
                        .toList());
    }

    /** Another log's events with this one's keys. */
    TestLog with(List<StoredEvent> others) {
        TestLog log = new TestLog(origin, key, witnesses);
        log.events.addAll(others);
        return log;
    }

    TestLog filled(int count) {
        for (int i = 0; i < count; i++) {
            add(
                    "kpi:k" + i % 3,
                    "kpi.actual-recorded",
                    "{\"kpi\":\"k%s\",\"n\":%s}".formatted(i % 3, i));
        }
        return this;
    }

    StoredEvent add(String stream, String type, String payload) {
        return add(stream, type, payload, METADATA);
    }

    StoredEvent add(String stream, String type, String payload, String metadata) {
        long sequence = events.stream().filter(it -> it.stream().equals(stream)).count();
        long position = events.size() + 1;
        StoredEvent event =
                new StoredEvent(
                        position,
                        new UUID(7, position).toString(),
                        stream,
                        sequence,
                        stream.substring(0, stream.indexOf(':')),
                        BEGINNING.plusSeconds(position).toString(),
                        type,
                        "1",
                        payload,
                        metadata);
        events.add(event);
        return event;
    }

    List<Hash> hashes() {
        List<Hash> stored = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            Hash leaf = new LeafEntry(origin, events.get(i)).hash();
            stored.addAll(StoredHashes.added(i, leaf, place -> stored.get((int) place)));
        }
        return stored;
    }

    MerkleTree tree() {
        List<Hash> stored = hashes();
        return new MerkleTree(events.size(), place -> stored.get((int) place));
    }

    Checkpoint checkpoint() {
        return new Checkpoint(origin, events.size(), tree().root());
    }

    /** Signed by the log and cosigned by both witnesses. */
    SignedNote note() {
        SignedNote note = SignedNote.sign(checkpoint().text(), key);
        for (SigningKey witness : witnesses) {
            note = note.signedBy(witness, COSIGNED);
        }
        return note;
    }

    TlogProof proof(long position, SignedNote note) {
        return new TlogProof(position - 1, tree().inclusion(position - 1), note);
    }

    String policy() {
        return "log %s\nwitness w1 %s\nwitness w2 %s\ngroup both all w1 w2\nquorum both\n"
                .formatted(key.key(), witnesses.get(0).key(), witnesses.get(1).key());
    }

    /** As the product keeps it: the log, and the ledger beside it. */
    void writeTo(Path directory) throws IOException {
        Path ledger = Files.createDirectories(directory.resolve("ledger"));
        TestTables.write(directory.resolve("muniment.db"), events);
        Files.writeString(ledger.resolve("key"), key.secret());
        Files.writeString(
                ledger.resolve("checkpoint"), SignedNote.sign(checkpoint().text(), key).toString());
        TestTables.writeHashes(ledger.resolve("hashes"), hashes());
    }
}
