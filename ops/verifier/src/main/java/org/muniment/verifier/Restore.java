package org.muniment.verifier;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muniment.kernel.ledger.BadEvidence;
import org.muniment.kernel.ledger.Checkpoint;
import org.muniment.kernel.ledger.NoteKey;
import org.muniment.kernel.ledger.SignedNote;

/**
 * Puts a backup beside what is to be restored, proves it there, and only then in its place; the log
 * last, without which nothing starts as if it were whole.
 */
final class Restore {
    private static final String STAGE = ".restoring";

    /** What a file system has at its own root. */
    private static final String NO_FILE_OF_OURS = "lost+found";

    private final Path backup;
    private final Path keys;
    private final Path data;
    private final Path stage;
    private final Output output;

    /** {@code keys} may be null where they are in the backup. */
    Restore(Path backup, Path keys, Path data, Output output) {
        this.backup = backup;
        this.keys = keys;
        this.data = data;
        this.stage = data.resolve(STAGE);
        this.output = output;
    }

    /**
     * @throws BadEvidence where the directory is not empty, or the backup not as it was taken
     */
    BackupManifest stage() throws IOException {
        requireEmpty();
        clear();
        PrivateFiles.makeDirectory(stage);
        if (Files.isDirectory(backup)) {
            return copy(backup);
        }
        try (FileSystem zip = FileSystems.newFileSystem(backup, Map.of())) {
            return copy(zip.getPath("/"));
        }
    }

    private void requireEmpty() throws IOException {
        if (!Files.exists(data)) {
            return;
        }
        try (Stream<Path> files = Files.list(data)) {
            Set<String> names =
                    files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
            names.removeAll(Set.of(STAGE, NO_FILE_OF_OURS));
            Json.require(names.isEmpty(), data + " is not empty; nothing was restored");
        }
    }

    private BackupManifest copy(Path from) throws IOException {
        Path manifestFile = from.resolve(BackupManifest.NAME);
        Json.require(Files.isRegularFile(manifestFile), backup + " is no backup of ours");
        BackupManifest manifest = BackupManifest.parse(Files.readString(manifestFile));
        copy(from, manifest.files());
        copy(keys == null ? from : keys, manifest.keys());
        return manifest;
    }

    private void copy(Path from, SortedMap<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            String name = file.getKey();
            Path found = from.resolve(name);
            Json.require(Files.isRegularFile(found), name + " is not in the backup");
            String digest = PrivateFiles.copy(found, stage.resolve(name));
            Json.require(digest.equals(file.getValue()), name + " is not as it was backed up");
        }
    }

    /**
     * That the log is sound, and the one that the checkpoint in the backup speaks of.
     *
     * @param outside a checkpoint of no more events, that it must agree with; may be null
     */
    void prove(BackupManifest manifest, Path outside) throws IOException {
        Fsck fsck = new Fsck(stage, outside, output);
        Faults faults = fsck.check();
        faults.all().forEach(output::wrong);
        Json.require(faults.none(), "nothing was restored");
        Json.require(fsck.size() == manifest.events(), "the log holds another number of events");
    }

    /**
     * Says what is missing where a checkpoint outside speaks of more events.
     *
     * @param signed whether it is known already who signed it
     * @throws BadEvidence where the loss is not accepted, or it is of another log
     */
    void admit(SignedNote outside, boolean signed, long events, boolean acceptLoss)
            throws IOException {
        Checkpoint checkpoint = Checkpoint.parse(outside.text());
        NoteKey key = new LedgerFiles(stage, new Faults()).key().orElseThrow();
        Json.require(
                checkpoint.origin().equals(key.name()), "the checkpoint outside is of another log");
        if (!signed) {
            BundleCheck.about("the checkpoint outside", () -> outside.verify(List.of(key)));
        }
        long missing = checkpoint.size() - events;
        String told =
                "%s after the backup %s missing: the log had %s, the backup holds %s"
                        .formatted(
                                Plain.count(missing, "event", "events"),
                                missing == 1 ? "is" : "are",
                                checkpoint.size(),
                                events);
        Json.require(acceptLoss, told + "; --accept-loss restores it all the same");
        output.say(told + ".");
        output.say(
                "That the log which had them began with the backup's is proved by a proof of"
                        + " consistency from it alone.");
    }

    void keep() throws IOException {
        PrivateFiles.forceAll(stage);
        try (Stream<Path> files = Files.list(stage)) {
            for (Path file : files.filter(it -> !it.endsWith(Backup.LOG)).toList()) {
                moveIntoPlace(file);
            }
        }
        PrivateFiles.force(data);
        moveIntoPlace(stage.resolve(Backup.LOG));
        PrivateFiles.force(data);
    }

    private void moveIntoPlace(Path file) throws IOException {
        Files.move(file, data.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Nothing is left but what was kept. */
    void clear() throws IOException {
        PrivateFiles.deleteAll(stage);
    }
}
