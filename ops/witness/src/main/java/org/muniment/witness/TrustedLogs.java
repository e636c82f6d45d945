package org.muniment.witness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.muniment.kernel.ledger.BadEvidence;
import org.muniment.kernel.ledger.NoteKey;

/**
 * The logs this witness watches: a file with one public key a line, whose name is its log's origin.
 * A log may have several, so that it can change its key. The file is read again when it changes.
 */
final class TrustedLogs {
    private final Path file;
    private final Complaints complaints;
    private Version version;
    private Map<String, List<NoteKey>> keys;

    /** Tells one state of the file from another without reading it; null where it is missing. */
    private record Version(FileTime modified, long size) {
        static Version of(Path file) {
            try {
                return new Version(Files.getLastModifiedTime(file), Files.size(file));
            } catch (IOException missing) {
                return null;
            }
        }
    }

    /**
     * A file that is not there yet names no logs.
     *
     * @throws CannotStart where a line is not a log's key, or the file cannot be read
     */
    TrustedLogs(Path file, Complaints complaints) {
        this.file = file;
        this.complaints = complaints;
        // Before the keys: a change in between is then seen the next time.
        this.version = Version.of(file);
        this.keys = version == null ? Map.of() : read();
    }

    /** The keys a log of this origin may sign with; empty where it is unknown. */
    synchronized List<NoteKey> keysOf(String origin) {
        readAgainWhereChanged();
        return keys.getOrDefault(origin, List.of());
    }

    synchronized int count() {
        readAgainWhereChanged();
        return keys.size();
    }

    /** The last good file stays in force: a slip of the pen must not stop the witness. */
    private void readAgainWhereChanged() {
        Version now = Version.of(file);
        if (Objects.equals(now, version)) {
            return;
        }
        version = now;
        try {
            keys = read();
        } catch (CannotStart malformed) {
            complaints.add(malformed.getMessage() + "; the logs known before stay in force");
        }
    }

    private Map<String, List<NoteKey>> read() {
        Map<String, List<NoteKey>> read = new LinkedHashMap<>();
        int number = 0;
        for (String line : lines()) {
            number++;
            String text = line.strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                NoteKey key = key(text, number);
                read.computeIfAbsent(key.name(), origin -> new ArrayList<>()).add(key);
            }
        }
        return read;
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new CannotStart(file + " cannot be read: " + unreadable);
        }
    }

    private NoteKey key(String text, int number) {
        try {
            NoteKey key = NoteKey.parse(text);
            if (key.use() == NoteKey.Use.LOG) {
                return key;
            }
        } catch (BadEvidence malformed) {
            throw new CannotStart(file + ", line " + number + ": " + malformed.getMessage());
        }
        throw new CannotStart(file + ", line " + number + ": is a witness's key, not a log's");
    }
}
