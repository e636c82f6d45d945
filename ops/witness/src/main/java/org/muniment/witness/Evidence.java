package org.muniment.witness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import org.muniment.kernel.ledger.AddCheckpoint;
import org.muniment.kernel.ledger.Checkpoint;
import org.muniment.kernel.words.Sha256;

/**
 * Checkpoints that a log signed and this witness did not cosign, each with the one it disagrees
 * with. Only a split view proves by itself that the log misbehaved. The others may come from a late
 * or a careless sender, and whoever has an old checkpoint can send it: so each kind has room of its
 * own, and none can crowd out the proof.
 */
final class Evidence {
    /** Of each kind, in files: together they stay below a hundred. */
    static final int MOST = 33;

    private final Path directory;
    private final Complaints complaints;

    private enum Kind {
        SPLIT_VIEW,
        ROLLBACK,
        UNPROVED;

        String prefix() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-') + "-";
        }
    }

    Evidence(Path directory, Complaints complaints) {
        this.directory = directory;
        this.complaints = complaints;
    }

    /** Keeps a refused submission that a trusted key signed, once, where it shows anything. */
    synchronized void keep(AddCheckpoint submitted, Cosigned last, Refused refused, Instant at) {
        Kind kind = kind(submitted.claimed(), last.checkpoint(), refused);
        if (kind == null) {
            return;
        }
        Path file = directory.resolve(kind.prefix() + Sha256.of(submitted.checkpoint().text()));
        try {
            if (!Files.exists(file) && hasRoom(kind)) {
                DurableFile.write(file, text(submitted, last, refused, at));
            }
        } catch (IOException unwritable) {
            // The refusal stands without it, and its reason has been logged.
            complaints.add("the evidence " + file + " was not kept: " + unwritable);
        }
    }

    /** Null for a sender who did not know the last size and asked, as it may. */
    private static Kind kind(Checkpoint claimed, Checkpoint last, Refused refused) {
        if (claimed.size() == last.size() && !claimed.root().equals(last.root())) {
            return Kind.SPLIT_VIEW;
        }
        if (claimed.size() < last.size()) {
            return Kind.ROLLBACK;
        }
        return refused.answer().status() == Answer.UNPROCESSABLE ? Kind.UNPROVED : null;
    }

    private boolean hasRoom(Kind kind) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith(kind.prefix()))
                            .count()
                    < MOST;
        }
    }

    private static String text(
            AddCheckpoint submitted, Cosigned last, Refused refused, Instant at) {
        return "%s: %s\n\n--- submitted\n%s\n--- cosigned last\n%s"
                .formatted(at, refused.getMessage(), submitted, last.note());
    }
}
