package org.muniment.verifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.muniment.kernel.ledger.BadEvidence;
import org.muniment.kernel.ledger.Checkpoint;
import org.muniment.kernel.ledger.Hash;
import org.muniment.kernel.ledger.StoredHashes;

/**
 * A copy of a data directory, in use or not, that is one moment of it. The checkpoint is copied
 * before the log, so that it speaks of a beginning of it. Keys and vault, which change seldom, are
 * copied before both and must be the same after: what the log says of them holds of the copy.
 */
class Backup {
    static final String LOG = "muniment.db";
    private static final String HASHES = "ledger/hashes";
    private static final String CHECKPOINT = "ledger/checkpoint";

    /** The one before the other: what was cosigned is never of more than was signed. */
    private static final String COSIGNED = "ledger/cosigned";

    private static final Set<String> CHANGING =
            Set.of(LOG, LOG + "-wal", LOG + "-shm", "muniment.lock", HASHES, CHECKPOINT, COSIGNED);
    private static final Pattern SECRET =
            Pattern.compile("ledger/key(\\.next)?|vault/key|access/token-key");
    private static final String UNFINISHED = ".new";
    private static final int ATTEMPTS = 10;

    private final Path data;
    private final Output output;

    Backup(Path data, Output output) {
        this.data = data;
        this.output = output;
    }

    /**
     * @param stage is not there yet
     * @throws BadEvidence where keys or vault changed again and again meanwhile
     */
    BackupManifest into(Path stage) throws IOException, SQLException {
        Json.require(Files.exists(data.resolve(CHECKPOINT)), "the log has no checkpoint");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            PrivateFiles.deleteAll(stage);
            PrivateFiles.makeDirectory(stage);
            try {
                SortedMap<String, String> seldomChanged = copySeldomChanged(stage);
                SortedMap<String, String> files = copyLogAndLedger(stage);
                if (seldomChanged.equals(digests(data))) {
                    return manifest(stage, seldomChanged, files);
                }
            } catch (NoSuchFileException gone) {
                // it was there a moment ago
            }
            output.say("A key or the vault changed while the log was copied; once more.");
        }
        throw new BadEvidence("keys or vault changed each time the log was copied");
    }

    private SortedMap<String, String> copySeldomChanged(Path stage) throws IOException {
        SortedMap<String, String> copied = new TreeMap<>();
        for (String name : names()) {
            copied.put(name, copy(name, stage));
        }
        return copied;
    }

    private SortedMap<String, String> digests(Path directory) throws IOException {
        SortedMap<String, String> digests = new TreeMap<>();
        for (String name : names()) {
            digests.put(name, PrivateFiles.digest(directory.resolve(name)));
        }
        return digests;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> data.relativize(file).toString())
                    .filter(name -> !CHANGING.contains(name) && !name.endsWith(UNFINISHED))
                    .toList();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    SortedMap<String, String> copyLogAndLedger(Path stage) throws IOException, SQLException {
        SortedMap<String, String> copied = new TreeMap<>();
        if (Files.exists(data.resolve(COSIGNED))) {
            copied.put(COSIGNED, copy(COSIGNED, stage));
        }
        copied.put(CHECKPOINT, copy(CHECKPOINT, stage));
        copied.put(HASHES, copyHashes(stage));
        try (LogFile log = LogFile.open(data.resolve(LOG))) {
            log.copyTo(stage.resolve(LOG));
        }
        copied.put(LOG, PrivateFiles.digest(stage.resolve(LOG)));
        return copied;
    }

    /** Those of the checkpoint: there may be more, half written. */
    private String copyHashes(Path stage) throws IOException {
        copy(HASHES, stage);
        long bytes = StoredHashes.count(checkpoint(stage).size()) * Hash.LENGTH;
        try (FileChannel hashes =
                FileChannel.open(stage.resolve(HASHES), StandardOpenOption.WRITE)) {
            hashes.truncate(bytes);
        }
        return PrivateFiles.digest(stage.resolve(HASHES));
    }

    private String copy(String name, Path stage) throws IOException {
        return PrivateFiles.copy(data.resolve(name), stage.resolve(name));
    }

    private static Checkpoint checkpoint(Path stage) throws IOException {
        return Checkpoint.parse(Input.note(stage.resolve(CHECKPOINT)).text());
    }

    private static BackupManifest manifest(
            Path stage, SortedMap<String, String> seldomChanged, SortedMap<String, String> files)
            throws IOException, SQLException {
        SortedMap<String, String> keys = new TreeMap<>();
        seldomChanged.forEach(
                (name, digest) ->
                        (SECRET.matcher(name).matches() ? keys : files).put(name, digest));
        Checkpoint checkpoint = checkpoint(stage);
        try (LogFile log = LogFile.open(stage.resolve(LOG))) {
            return new BackupManifest(
                    checkpoint.origin(),
                    Instant.now().toString(),
                    Long.parseLong(log.ask("SELECT count(*) FROM events").get(0)),
                    checkpoint.size(),
                    files,
                    keys);
        }
    }
}
