package org.muniment.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muniment.kernel.ledger.BadEvidence;
import org.muniment.kernel.ledger.Checkpoint;
import org.muniment.kernel.ledger.Hash;
import org.muniment.kernel.ledger.LeafEntry;
import org.muniment.kernel.ledger.NoteKey;
import org.muniment.kernel.ledger.SignedNote;
import org.muniment.kernel.ledger.StoredEvent;
import org.muniment.verifier.Faults.Kind;

/**
 * Checks a data directory without changing it. The checkpoints are read first, then the log: so
 * that a log in use can only have more than they speak of.
 */
final class Fsck {
    private final Path log;
    private final Path copy;
    private final Output output;
    private final Faults faults = new Faults();
    private final LedgerFiles ledger;
    private final List<Sealed> seals = new ArrayList<>();
    private String origin;
    private KeyHistory keys;
    private long size;

    /** A checkpoint that the log is to agree with. */
    private record Sealed(String name, Kind kind, SignedNote note, Checkpoint checkpoint) {}

    /** {@code copy} may be null where no checkpoint is kept outside. */
    Fsck(Path data, Path copy, Output output) {
        this.log = data.resolve("muniment.db");
        this.copy = copy;
        this.output = output;
        this.ledger = new LedgerFiles(data, faults);
    }

    Faults check() throws IOException {
        Optional<NoteKey> key = ledger.key();
        if (copy != null) {
            seal("the checkpoint kept outside", Kind.COPY, copy);
        }
        seal("the checkpoint", Kind.CHECKPOINT, ledger.checkpoint());
        keys = key.map(KeyHistory::new).orElse(null);
        origin =
                key.map(NoteKey::name)
                        .orElseGet(() -> seals.isEmpty() ? "" : seals.get(0).checkpoint.origin());
        try (KeptHashes kept = kept();
                LogFile file = LogFile.open(log)) {
            new TableCheck(file, faults).check();
            scan(file, kept);
        } catch (SQLException damaged) {
            faults.add(Kind.SQLITE, "the SQLite file cannot be read: " + damaged.getMessage());
        }
        return faults;
    }

    /** How many events the log held. */
    long size() {
        return size;
    }

    private void seal(String name, Kind kind, Path file) throws IOException {
        try {
            ledger.note(file, kind)
                    .ifPresent(
                            note ->
                                    seals.add(
                                            new Sealed(
                                                    name,
                                                    kind,
                                                    note,
                                                    Checkpoint.parse(note.text()))));
        } catch (BadEvidence damaged) {
            faults.add(kind, name + ": " + damaged.getMessage());
        }
    }

    private KeptHashes kept() throws IOException {
        return Files.exists(ledger.hashes()) ? KeptHashes.open(ledger.hashes()) : null;
    }

    private long sealedSize() {
        return seals.stream()
                .filter(seal -> seal.kind == Kind.CHECKPOINT)
                .mapToLong(seal -> seal.checkpoint.size())
                .findFirst()
                .orElse(0);
    }

    private void scan(LogFile file, KeptHashes kept) throws IOException, SQLException {
        Rehash rehash = new Rehash(kept, sealedSize());
        RowCheck fits = new RowCheck(faults);
        var progress = output.progress();
        compareRoots(rehash);
        try (LogRows rows = file.rows()) {
            while (rows.next()) {
                long expected = rehash.size() + 1;
                if (rows.position() != expected) {
                    faults.add(
                            Kind.GAP,
                            "event %s is missing: event %s is in its place"
                                    .formatted(expected, rows.position()));
                }
                rehash.add(leaf(rows, fits));
                compareRoots(rehash);
                progress.accept(rehash.size());
            }
        }
        conclude(rehash, kept);
    }

    /** Null where the event cannot be read. */
    private Hash leaf(LogRows rows, RowCheck fits) throws SQLException {
        try {
            StoredEvent event = rows.event();
            fits.check(event);
            follow(event);
            return new LeafEntry(origin, event).hash();
        } catch (BadEvidence damaged) {
            faults.add(Kind.TEXT, "event %s: %s".formatted(rows.position(), damaged.getMessage()));
            return null;
        }
    }

    private void follow(StoredEvent event) {
        try {
            if (keys != null) {
                keys.follow(event);
            }
        } catch (BadEvidence damaged) {
            faults.add(Kind.KEY, damaged.getMessage());
        }
    }

    private void compareRoots(Rehash rehash) {
        for (Sealed seal : seals) {
            if (seal.checkpoint.size() == rehash.size()
                    && !seal.checkpoint.root().equals(rehash.root())) {
                faults.add(
                        seal.kind == Kind.COPY ? Kind.COPY : Kind.ROOT,
                        "the first %s of the log are not those of %s"
                                .formatted(
                                        Plain.count(rehash.size(), "event", "events"), seal.name));
            }
        }
    }

    private void conclude(Rehash rehash, KeptHashes kept) {
        size = rehash.size();
        seals.forEach(this::conclude);
        boolean sealed = seals.stream().anyMatch(seal -> seal.kind == Kind.CHECKPOINT);
        if (!sealed && size > 0) {
            faults.add(
                    Kind.CHECKPOINT,
                    "the log holds %s, but there is no checkpoint"
                            .formatted(Plain.count(size, "event", "events")));
        }
        if (copy != null && sealed && !Files.exists(copy)) {
            faults.add(Kind.COPY, "the checkpoint kept outside, %s, is missing".formatted(copy));
        }
        hashes(rehash, kept);
        output.say(
                "The log holds %s; %s are sealed."
                        .formatted(Plain.count(size, "event", "events"), sealedSize()));
        if (size > sealedSize()) {
            output.say(
                    "%s not sealed yet, which is no fault while the log is in use."
                            .formatted(Plain.count(size - sealedSize(), "event is", "events are")));
        }
    }

    private void conclude(Sealed seal) {
        try {
            if (keys != null) {
                seal.note.verify(List.of(keys.at(seal.checkpoint.size())));
                Json.require(
                        seal.checkpoint.origin().equals(origin),
                        "it is of the log " + seal.checkpoint.origin());
            }
        } catch (BadEvidence forged) {
            faults.add(seal.kind, seal.name + ": " + forged.getMessage());
        }
        if (seal.checkpoint.size() > size) {
            faults.add(
                    seal.kind == Kind.COPY ? Kind.COPY : Kind.ROOT,
                    "the log holds %s, but %s speaks of %s: events at its end are missing"
                            .formatted(
                                    Plain.count(size, "event", "events"),
                                    seal.name,
                                    seal.checkpoint.size()));
        }
    }

    private void hashes(Rehash rehash, KeptHashes kept) {
        if (rehash.firstChanged() > 0) {
            faults.add(
                    Kind.LEAF,
                    "event %s does not give the hash that was kept of it"
                            .formatted(rehash.firstChanged()));
        }
        if (rehash.firstDamaged() > 0) {
            faults.add(
                    Kind.NODE,
                    "a hash kept above event %s is not that of the two below it"
                            .formatted(rehash.firstDamaged()));
        }
        if (rehash.ended() || kept == null && sealedSize() > 0) {
            faults.add(
                    Kind.HASHES,
                    "the hashes kept of the log end after event %s, though %s were sealed"
                            .formatted(rehash.keptLeaves(), sealedSize()));
        }
    }
}
