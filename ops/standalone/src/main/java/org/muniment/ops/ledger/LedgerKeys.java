package org.muniment.ops.ledger;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.muniment.kernel.ledger.NoteKey;
import org.muniment.kernel.ledger.SignedNote;
import org.muniment.kernel.ledger.SigningKey;
import org.muniment.kernel.ledgerkey.LedgerKeyEvent.LedgerKeyRotated;
import org.muniment.kernel.ledgerkey.LedgerOrigin;
import org.muniment.ops.files.DurableFile;
import org.muniment.ops.log.CannotStart;
import org.muniment.ops.log.LogRows;
import org.muniment.query.journal.EventJson;

/**
 * The log's secret key, readable by its owner alone and never shown, and how it is changed. The
 * next key is on disk before the event that names it; the checkpoint that covers the event is
 * signed with both; then the old secret is gone. Stopped anywhere between, it goes on from there.
 */
final class LedgerKeys {
    private final Path file;
    private final Path nextFile;
    private final List<NoteKey> earlier = new CopyOnWriteArrayList<>();
    private volatile SigningKey current;
    private volatile SigningKey announced;

    private LedgerKeys(Path directory, SigningKey current) {
        this.file = directory.resolve("key");
        this.nextFile = directory.resolve("key.next");
        this.current = current;
    }

    /**
     * @param origin names the log where its first key is made; afterwards the key's name stands
     * @param log what it says of its keys
     * @throws CannotStart where the key is not the one the log names
     */
    static LedgerKeys open(Path directory, String origin, LogRows log) {
        DurableFile.makeSecretDirectory(directory);
        Path file = directory.resolve("key");
        Optional<SigningKey> kept = DurableFile.read(file).map(SigningKey::parse);
        LedgerKeys keys = new LedgerKeys(directory, kept.orElseGet(() -> first(file, origin)));
        List<LedgerKeyRotated> changes = changes(log, new LedgerOrigin(keys.current().name()));
        changes.forEach(keys::said);
        if (!changes.isEmpty() && !keys.isTheOneNamed(changes.get(changes.size() - 1))) {
            throw new CannotStart(
                    "The key in %s is not the one the log says it signs with.".formatted(directory),
                    "Restore the files key and key.next from a backup of this directory.");
        }
        return keys;
    }

    /** Every change of the key that the log names, in order. */
    static List<LedgerKeyRotated> changes(LogRows log, LedgerOrigin origin) {
        return log.rowsOf(origin.toString()).stream()
                .map(event -> EventJson.read(event.payload(), LedgerKeyRotated.class))
                .toList();
    }

    private static SigningKey first(Path file, String origin) {
        SigningKey key = SigningKey.create(origin, NoteKey.Use.LOG);
        DurableFile.writeSecret(file, key.secret());
        return key;
    }

    private boolean isTheOneNamed(LedgerKeyRotated last) {
        return last.to().equals(current.key())
                || announced != null && last.to().equals(announced.key());
    }

    /** Makes the key that is to follow; it counts once the log names it. */
    NoteKey prepare() {
        SigningKey next = SigningKey.create(current.key().name(), NoteKey.Use.LOG);
        DurableFile.writeSecret(nextFile, next.secret());
        return next.key();
    }

    /** The log says that the key changes, or has changed. */
    void said(LedgerKeyRotated change) {
        if (!earlier.contains(change.from()) && !change.from().equals(current.key())) {
            earlier.add(change.from());
        }
        if (change.from().equals(current.key())) {
            announced =
                    DurableFile.read(nextFile)
                            .map(SigningKey::parse)
                            .filter(next -> next.key().equals(change.to()))
                            .orElse(null);
        }
    }

    boolean isChanging() {
        return announced != null;
    }

    /** A checkpoint: with the key, and with the one that takes its place where it is changing. */
    SignedNote sign(String text) {
        SignedNote note = SignedNote.sign(text, current);
        return announced == null ? note : note.signedBy(announced, Instant.EPOCH);
    }

    /** With the key that counts now, and no other: for what is not a checkpoint. */
    SignedNote attest(String text) {
        return SignedNote.sign(text, current);
    }

    /** A checkpoint that names the change is on disk: the old secret is no longer needed. */
    void changed() {
        if (announced != null) {
            DurableFile.move(nextFile, file);
            earlier.add(current.key());
            current = announced;
            announced = null;
        }
    }

    NoteKey current() {
        return current.key();
    }

    /** Those the log had before, oldest first. */
    List<NoteKey> earlier() {
        return List.copyOf(earlier);
    }

    /** Every key whose signature stands for this log. */
    List<NoteKey> all() {
        List<NoteKey> all = new ArrayList<>(earlier);
        all.add(current.key());
        if (announced != null) {
            all.add(announced.key());
        }
        return all;
    }
}
