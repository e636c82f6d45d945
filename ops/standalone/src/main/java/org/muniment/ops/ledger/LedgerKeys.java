package org.muniment.ops.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muniment.kernel.ledger.NoteKey;
import org.muniment.kernel.ledger.SignedNote;
import org.muniment.kernel.ledger.SigningKey;
import org.muniment.kernel.ledgerkey.LedgerKeyEvent.LedgerKeyRotated;
import org.muniment.kernel.ledgerkey.LedgerOrigin;
import org.muniment.ops.log.CannotStart;
import org.muniment.ops.log.LogRows;
import org.muniment.ops.safe.Safe;
import org.muniment.query.journal.EventJson;

/**
 * The log's secret key, readable by its owner alone and never shown, and how it is changed. The
 * next key is on disk before the event that names it; the checkpoint that covers the event is
 * signed with both; then the old secret is gone. Stopped anywhere between, it goes on from there.
 */
final class LedgerKeys {
    private static final String RESTORE = "Restore key and key.next there from a backup.";

    private static final String KEY = "key";
    private static final String NEXT = "key.next";

    private final Safe safe;
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

        State with(SigningKey used) {
            return new State(earlier, used, null);
        }
    }

    private LedgerKeys(Safe safe, SigningKey current) {
        this.safe = safe;
        this.state = new State(List.of(), current, null);
    }

    /**
     * @param origin names the log where its first key is made; afterwards the key's name stands
     * @param log what it says of its keys
     * @throws CannotStart where the key is not the one the log names, or is missing although there
     *     is a log
     */
    static LedgerKeys open(Safe safe, String origin, LogRows log) {
        if (safe.read(KEY).isEmpty() && !log.rowsAfter(0, 1).isEmpty()) {
            throw new CannotStart(
                    "The log has events, but its key is not in " + safe.place(), RESTORE);
        }
        String kept = safe.orMade(KEY, () -> SigningKey.create(origin, NoteKey.Use.LOG).secret());
        LedgerKeys keys = new LedgerKeys(safe, SigningKey.parse(kept));
        List<LedgerKeyRotated> changes = changes(log, new LedgerOrigin(keys.current().name()));
        changes.forEach(keys::said);
        if (!changes.isEmpty() && !keys.isTheOneNamed(changes.get(changes.size() - 1))) {
            throw new CannotStart(
                    "The key in %s is not the one the log says it signs with."
                            .formatted(safe.place()),
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

    private boolean isTheOneNamed(LedgerKeyRotated last) {
        State now = state;
        return last.to().equals(now.current.key())
                || now.announced != null && last.to().equals(now.announced.key());
    }

    /** Makes the key that is to follow; it counts once the log names it. */
    NoteKey prepare() {
        SigningKey next = SigningKey.create(current().name(), NoteKey.Use.LOG);
        safe.write(NEXT, next.secret());
        return next.key();
    }

    /** The log says that the key changes, or has changed. */
    void said(LedgerKeyRotated change) {
        State now = state;
        if (change.from().equals(now.current.key())) {
            state =
                    kept(KEY, change.to())
                            .map(used -> now.after(change.from()).with(used))
                            .orElseGet(
                                    () ->
                                            new State(
                                                    now.earlier,
                                                    now.current,
                                                    kept(NEXT, change.to()).orElse(null)));
        } else if (!now.earlier.contains(change.from())) {
            state = now.after(change.from());
        }
    }

    /** The secret of a key under a name, where it is that one. */
    private Optional<SigningKey> kept(String name, NoteKey wanted) {
        return safe.text(name).map(SigningKey::parse).filter(secret -> secret.key().equals(wanted));
    }

    /** Another process may have signed with the key that was to follow: then it has followed. */
    void refresh() {
        State now = state;
        if (now.announced != null && kept(KEY, now.announced.key()).isPresent()) {
            state = now.after(now.current.key()).with(now.announced);
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
            safe.move(NEXT, KEY);
            state = now.after(now.current.key()).with(now.announced);
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
