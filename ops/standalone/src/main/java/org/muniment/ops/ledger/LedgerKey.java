package org.muniment.ops.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.muniment.kernel.ledger.NoteKey;
import org.muniment.kernel.ledger.SigningKey;

/** The log's secret key: made once, readable by its owner alone, never shown. */
final class LedgerKey {
    private static final String FILE = "key";

    private LedgerKey() {}

    /** {@code origin} names the log where the key is made; afterwards the key's name stands. */
    static SigningKey in(Path directory, String origin) {
        Path file = directory.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(directory);
                SigningKey key = SigningKey.create(origin, NoteKey.Use.LOG);
                Files.createFile(
                        file,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
                Files.writeString(
                        file, key.secret(), StandardCharsets.UTF_8, StandardOpenOption.SYNC);
                return key;
            }
            return SigningKey.parse(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }
}
