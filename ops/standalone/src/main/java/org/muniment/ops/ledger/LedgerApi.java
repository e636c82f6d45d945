package org.muniment.ops.ledger;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;
import org.muniment.command.dispatch.Caller;
import org.muniment.command.dispatch.Receipt;
import org.muniment.kernel.ledger.Hash;
import org.muniment.kernel.ledger.NoteKey;
import org.muniment.kernel.ledger.TlogProof;
import org.muniment.kernel.words.Malformed;
import org.muniment.kernel.words.Narrative;
import org.muniment.ops.ledger.Ledger.Sealed;
import org.muniment.query.journal.UnknownThing;
import org.muniment.query.moment.NotCaughtUp;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Checkpoints and proofs, in the forms that others' tools read. */
@RestController
class LedgerApi {
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
    private static final int MOST_LEAVES = 10_000;

    private final Ledger ledger;
    private final KeyRotation rotation;
    private final Witnesses witnesses;

    LedgerApi(Ledger ledger, KeyRotation rotation, Witnesses witnesses) {
        this.ledger = ledger;
        this.rotation = rotation;
        this.witnesses = witnesses;
    }

    /**
     * @param key what checkpoints are verified with, as policies list it
     * @param earlier keys the log had before, oldest first
     */
    record PublicKey(String origin, NoteKey key, List<NoteKey> earlier) {}

    @GetMapping("/api/ledger/key")
    PublicKey key() {
        return new PublicKey(ledger.origin(), ledger.keys().current(), ledger.keys().earlier());
    }

    /** Whom to believe about this log, for verifiers; to be kept by those who will verify. */
    @GetMapping("/api/ledger/policy")
    ResponseEntity<String> policy() {
        return ResponseEntity.ok().contentType(TEXT).body(witnesses.policy().toString());
    }

    record Rotation(@NotNull Narrative reason) {}

    /** The log signs with a new key from the next checkpoint on. */
    @PostMapping("/api/ledger/key/rotation")
    ResponseEntity<Receipt> rotate(@Valid @RequestBody Rotation body, Caller caller) {
        caller.requireEarnest("a key is made before it is put on record");
        return rotation.rotate(body.reason, caller);
    }

    @GetMapping("/api/ledger/checkpoint")
    ResponseEntity<String> checkpoint() {
        Sealed last = last();
        Sealed shown = ledger.covering(last.checkpoint().size()).orElse(last);
        return ResponseEntity.ok().contentType(TEXT).body(shown.note().toString());
    }

    /** That the event at {@code position} is in the log of the last checkpoint. */
    @GetMapping("/api/ledger/events/{position}/proof")
    ResponseEntity<String> proof(@PathVariable long position) {
        if (position < 1) {
            throw new Malformed("position", "counts from 1");
        }
        requireSealed(position, "position");
        Sealed under = ledger.covering(position).orElseThrow(() -> new NotCaughtUp(position));
        TlogProof proof = ledger.proof(position, under);
        return ResponseEntity.ok()
                .contentType(TEXT)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("event-" + position + ".tlog-proof")
                                .build()
                                .toString())
                .body(proof.toString());
    }

    /** That the log of {@code from} events is the beginning of that of {@code to}. */
    record Consistency(long from, long to, String fromRoot, String toRoot, List<String> proof) {}

    @GetMapping("/api/ledger/consistency")
    Consistency consistency(@RequestParam long from, @RequestParam long to) {
        requireSealed(to, "to");
        if (from < 1 || from > to) {
            throw new Malformed("from", "must lie between 1 and " + to);
        }
        return new Consistency(
                from,
                to,
                ledger.rootOf(from).toString(),
                ledger.rootOf(to).toString(),
                ledger.consistency(from, to).stream().map(Hash::toString).toList());
    }

    record Leaves(List<String> leaves) {}

    /** The leaf hashes of the indexes from {@code from} up to {@code to}, that one not included. */
    @GetMapping("/api/ledger/leaves")
    Leaves leaves(@RequestParam long from, @RequestParam long to) {
        requireSealed(to, "to");
        if (from < 0 || from > to || to - from > MOST_LEAVES) {
            throw new Malformed("from", "must lie before to, by %s at most".formatted(MOST_LEAVES));
        }
        return new Leaves(
                LongStream.range(from, to)
                        .mapToObj(index -> ledger.leafAt(index + 1).toString())
                        .toList());
    }

    private void requireSealed(long size, String field) {
        if (size < 0 || size > ledger.sealedSize()) {
            throw new Malformed(field, "the log is sealed up to " + ledger.sealedSize());
        }
    }

    private Sealed last() {
        return ledger.last().orElseThrow(() -> new UnknownThing("checkpoint"));
    }
}
