package org.muniment.ops.ledger;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private static final String RESTORE =
            "Restore the files key and key.next from a backup of this directory.";

    private final Path file;
    private final Path nextFile;
    private volatile State state;

    /**
     * @param earlier keys the log had before, oldest first
     * @param announced the key the log has named to follow; null where it has not
     */
    private record State(List<NoteKey> earlier, SigningKey current, SigningKey announced) {
        State {
            earlier = List.copyOf(earlier);
        }

        State after(NoteKey replaced) {
            List<NoteKey> more = new ArrayList<>(earlier);
            more.add(replaced);
            return new State(more, current, announced);
        }
    }

    private LedgerKeys(Path directory, SigningKey current) {
        this.file = directory.resolve("key");
        this.nextFile = directory.resolve("key.next");
        this.state = new State(List.of(), current, null);
    }

    /**
     * @param origin names the log where its first key is made; afterwards the key's name stands
     * @param log what it says of its keys
     * @throws CannotStart where the key is not the one the log names, or is missing although there
     *     is a log
     */
    static LedgerKeys open(Path directory, String origin, LogRows log) {
        DurableFile.makeSecretDirectory(directory);
        Path file = directory.resolve("key");
        Optional<SigningKey> kept = DurableFile.read(file).map(SigningKey::parse);
        if (kept.isEmpty() && !log.rowsAfter(0, 1).isEmpty()) {
            throw new CannotStart("The log has events, but its key is not in " + file, RESTORE);
        }
        LedgerKeys keys = new LedgerKeys(directory, kept.orElseGet(() -> first(file, origin)));
        List<LedgerKeyRotated> changes = changes(log, new LedgerOrigin(keys.current().name()));
        changes.forEach(keys::said);
        if (!changes.isEmpty() && !keys.isTheOneNamed(changes.get(changes.size() - 1))) {
            throw new CannotStart(
                    "The key in %s is not the one the log says it signs with.".formatted(directory),
                    RESTORE);
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
        State now = state;
        return last.to().equals(now.current.key())
                || now.announced != null && last.to().equals(now.announced.key());
    }

    /** Makes the key that is to follow; it counts once the log names it. */
    NoteKey prepare() {
        SigningKey next = SigningKey.create(current().name(), NoteKey.Use.LOG);
        DurableFile.writeSecret(nextFile, next.secret());
        return next.key();
    }

    /** The log says that the key changes, or has changed. */
    void said(LedgerKeyRotated change) {
        State now = state;
        if (change.from().equals(now.current.key())) {
            Optional<SigningKey> next =
                    DurableFile.read(nextFile)
                            .map(SigningKey::parse)
                            .filter(key -> key.key().equals(change.to()));
            state = new State(now.earlier, now.current, next.orElse(null));
        } else if (!now.earlier.contains(change.from())) {
            state = now.after(change.from());
        }
    }

    boolean isChanging() {
        return state.announced != null;
    }

    /** A checkpoint: with the key, and with the one that takes its place where it is changing. */
    SignedNote sign(String text) {
        State now = state;
        SignedNote note = SignedNote.sign(text, now.current);
        return now.announced == null ? note : note.signedBy(now.announced, Instant.EPOCH);
    }

    /** With the key that counts now, and no other: for what is not a checkpoint. */
    SignedNote attest(String text) {
        return SignedNote.sign(text, state.current);
    }

    /** A checkpoint that names the change is on disk: the old secret is no longer needed. */
    void changed() {
        State now = state;
        if (now.announced != null) {
            DurableFile.move(nextFile, file);
            state = new State(now.after(now.current.key()).earlier, now.announced, null);
        }
    }

    NoteKey current() {
        return state.current.key();
    }

    /** Those the log had before, oldest first. */
    List<NoteKey> earlier() {
        return state.earlier;
    }

    /** Every key whose signature stands for this log. */
    List<NoteKey> all() {
        State now = state;
        List<NoteKey> all = new ArrayList<>(now.earlier);
        all.add(now.current.key());
        if (now.announced != null) {
            all.add(now.announced.key());
        }
        return all;
    }
}
