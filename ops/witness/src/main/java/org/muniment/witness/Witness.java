package org.muniment.witness;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.muniment.kernel.ledger.AddCheckpoint;
import org.muniment.kernel.ledger.BadEvidence;
import org.muniment.kernel.ledger.Checkpoint;
import org.muniment.kernel.ledger.NoteKey;
import org.muniment.kernel.ledger.SigningKey;

/** Says for each submission whether it is cosigned, and why not. */
final class Witness implements AutoCloseable {
    private final DataDirectory data;
    private final Complaints complaints;
    private final SigningKey key;
    private final TrustedLogs trusted;
    private final Memory memory;

    private Witness(DataDirectory data, String name, Clock clock, Complaints complaints)
            throws IOException {
        this.data = data;
        this.complaints = complaints;
        this.key = WitnessKey.in(data, name);
        this.trusted = new TrustedLogs(data.logs(), complaints);
        if (!Files.isDirectory(data.refused())) {
            DurableFile.makeDirectory(data.refused());
        }
        this.memory =
                new Memory(data.state(), key, clock, new Evidence(data.refused(), complaints));
    }

    /**
     * @throws CannotStart where it could not keep its word
     */
    static Witness open(Settings settings, Clock clock, Consumer<String> output) {
        DataDirectory data = DataDirectory.open(settings.data());
        try {
            return new Witness(data, settings.name(), clock, new Complaints(clock, output));
        } catch (IOException unusable) {
            data.close();
            throw new CannotStart("The data directory cannot be used: " + unusable);
        } catch (CannotStart refused) {
            data.close();
            throw refused;
        }
    }

    NoteKey key() {
        return key.key();
    }

    /** How many logs it watches. */
    int watched() {
        return trusted.count();
    }

    Complaints complaints() {
        return complaints;
    }

    /** What was cosigned last of the log of that origin. */
    Optional<Cosigned> last(String origin) {
        return memory.last(origin);
    }

    /** The same by the SHA-256 of the origin, in hexadecimal. */
    Optional<Cosigned> lastByHash(String originHash) {
        return memory.lastByHash(originHash);
    }

    /** Answers a submission as tlog-witness asks. */
    Answer add(String body) {
        AddCheckpoint submitted;
        try {
            submitted = AddCheckpoint.parse(body);
        } catch (BadEvidence malformed) {
            return refuse("what is none", new Refused(Answer.MALFORMED, malformed.getMessage()));
        }
        Checkpoint claimed = submitted.claimed();
        String what = claimed.origin() + " " + claimed.size();
        try {
            return Answer.of(Answer.OK, cosign(submitted, claimed.origin()).cosignature());
        } catch (Refused refused) {
            return refuse(what, refused);
        } catch (IOException unwritable) {
            complaints.add("not cosigned " + what + ": the disk failed: " + unwritable);
            return Answer.of(Answer.UNAVAILABLE, "the disk failed; nothing was cosigned\n");
        }
    }

    private Answer refuse(String what, Refused refused) {
        Answer answer = refused.answer();
        complaints.add("refused %s %s: %s".formatted(answer.status(), what, refused.getMessage()));
        return answer;
    }

    private Cosigned cosign(AddCheckpoint submitted, String origin) throws IOException {
        List<NoteKey> keys = trusted.keysOf(origin);
        if (keys.isEmpty()) {
            throw new Refused(Answer.NOT_FOUND, "the log " + origin + " is not watched here");
        }
        try {
            submitted.checkpoint().verify(keys);
        } catch (BadEvidence unsigned) {
            throw new Refused(Answer.FORBIDDEN, unsigned.getMessage());
        }
        // What others signed is not kept: anybody may have added it.
        return memory.of(origin)
                .cosign(
                        new AddCheckpoint(
                                submitted.oldSize(),
                                submitted.proof(),
                                submitted.checkpoint().onlyBy(keys)));
    }

    @Override
    public void close() {
        data.close();
    }
}
