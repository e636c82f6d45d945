package org.muniment.ops.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.muniment.kernel.ledger.Hash;
import org.muniment.kernel.ledger.StoredHashes;

/** The stored hashes of the tree, 32 bytes each, one after another. */
final class HashFile implements StoredHashes.Reader, AutoCloseable {
    private final FileChannel channel;

    HashFile(Path file) {
        try {
            channel =
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    @Override
    public Hash at(long place) {
        ByteBuffer bytes = ByteBuffer.allocate(Hash.LENGTH);
        try {
            if (channel.read(bytes, place * Hash.LENGTH) < Hash.LENGTH) {
                throw new IllegalStateException("the ledger has no hash at " + place);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Hash.of(bytes.array());
    }

    long count() {
        try {
            return channel.size() / Hash.LENGTH;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Writes behind {@code place}; not on disk before {@link #force()}. */
    void write(long place, List<Hash> hashes) {
        ByteBuffer bytes = ByteBuffer.allocate(hashes.size() * Hash.LENGTH);
        hashes.forEach(hash -> bytes.put(hash.bytes()));
        bytes.flip();
        try {
            channel.write(bytes, place * Hash.LENGTH);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    void cutTo(long count) {
        try {
            channel.truncate(count * Hash.LENGTH);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    void force() {
        try {
            channel.force(true);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
