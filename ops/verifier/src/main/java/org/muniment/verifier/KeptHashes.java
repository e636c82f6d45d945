package org.muniment.verifier;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.muniment.kernel.ledger.Hash;

/** The file of the tree's hashes, read from its beginning. */
final class KeptHashes implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final InputStream file;

    private KeptHashes(InputStream file) {
        this.file = file;
    }

    static KeptHashes open(Path file) throws IOException {
        return new KeptHashes(new BufferedInputStream(Files.newInputStream(file), BUFFER));
    }

    /** The next hash; null where the file ends. */
    Hash next() throws IOException {
        byte[] bytes = file.readNBytes(Hash.LENGTH);
        return bytes.length == Hash.LENGTH ? Hash.of(bytes) : null;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
