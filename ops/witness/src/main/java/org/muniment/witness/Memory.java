package org.muniment.witness;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.muniment.kernel.ledger.BadEvidence;
import org.muniment.kernel.ledger.SignedNote;
import org.muniment.kernel.ledger.SigningKey;
import org.muniment.kernel.words.Sha256;

/**
 * What was cosigned last of every log: a file for each, named by the SHA-256 of its origin. A log
 * without a file is new. Nobody can tell a new log from one whose file was deleted, nor the last
 * file from an older one put back: with a memory that was lost or restored the key must not be used
 * again.
 */
final class Memory {
    private final Path directory;
    private final SigningKey key;
    private final Clock clock;
    private final Evidence evidence;
    private final Map<String, WatchedLog> logs = new ConcurrentHashMap<>();

    /**
     * @throws CannotStart where a file is not what this witness wrote
     */
    Memory(Path directory, SigningKey key, Clock clock, Evidence evidence) throws IOException {
        this.directory = directory;
        this.key = key;
        this.clock = clock;
        this.evidence = evidence;
        for (Path file : files()) {
            Cosigned last = read(file);
            logs.put(last.checkpoint().origin(), watched(last));
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> !DurableFile.isUnfinished(file)).sorted().toList();
        }
    }

    private Cosigned read(Path file) throws IOException {
        String origin;
        try {
            Cosigned last = Cosigned.of(SignedNote.parse(Files.readString(file)), key.key());
            origin = last.checkpoint().origin();
            if (file.equals(fileOf(origin))) {
                return last;
            }
        } catch (BadEvidence | CharacterCodingException altered) {
            throw cannotTrust(file, altered.getMessage());
        }
        throw cannotTrust(file, "it is of the log " + origin + ", which has another file");
    }

    private static CannotStart cannotTrust(Path file, String why) {
        return new CannotStart(
                file
                        + " is not what this witness wrote: "
                        + why
                        + ". It could cosign another history; find out who changed it.");
    }

    /** The log of that origin, known or new. */
    WatchedLog of(String origin) {
        return logs.computeIfAbsent(origin, unknown -> watched(Cosigned.nothing(unknown)));
    }

    /** What was cosigned last of the log of that origin. */
    Optional<Cosigned> last(String origin) {
        return Optional.ofNullable(logs.get(origin))
                .map(WatchedLog::last)
                .filter(last -> !last.isNothing());
    }

    /** The same by the SHA-256 of the origin, in hexadecimal. */
    Optional<Cosigned> lastByHash(String originHash) {
        return logs.keySet().stream()
                .filter(origin -> Sha256.of(origin).value().equals(originHash))
                .findFirst()
                .flatMap(this::last);
    }

    private WatchedLog watched(Cosigned last) {
        return new WatchedLog(fileOf(last.checkpoint().origin()), key, clock, evidence, last);
    }

    private Path fileOf(String origin) {
        return directory.resolve(Sha256.of(origin).value());
    }
}
