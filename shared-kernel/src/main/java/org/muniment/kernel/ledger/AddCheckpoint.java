package org.muniment.kernel.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a log asks of a witness: to cosign its checkpoint, given a proof that the one it cosigned
 * last is the beginning of it. The body of {@code POST /add-checkpoint} (C2SP tlog-witness).
 *
 * @param oldSize of the checkpoint the witness cosigned last, in leaves; 0 where there is none
 * @param proof from the old size to the checkpoint's; whether it holds is for the witness to say
 */
public record AddCheckpoint(long oldSize, List<Hash> proof, SignedNote checkpoint) {
    private static final Pattern OLD = Pattern.compile("old (0|[1-9][0-9]{0,17})");
    private static final int MOST_HASHES = 63;

    /**
     * @throws BadEvidence where the size is negative, the proof too long, or the note no checkpoint
     */
    public AddCheckpoint {
        proof = List.copyOf(proof);
        if (oldSize < 0) {
            throw new BadEvidence("an old size is 0 or more");
        }
        if (proof.size() > MOST_HASHES) {
            throw new BadEvidence("a proof has no more than " + MOST_HASHES + " hashes");
        }
        Checkpoint.parse(checkpoint.text());
    }

    /**
     * Takes a body apart without believing anything in it.
     *
     * @throws BadEvidence where it is not one
     */
    public static AddCheckpoint parse(String body) {
        int gap = body.indexOf("\n\n");
        if (gap < 0) {
            throw new BadEvidence("a submission has a checkpoint after an empty line");
        }
        String[] lines = body.substring(0, gap).split("\n", -1);
        Matcher old = OLD.matcher(lines[0]);
        if (!old.matches()) {
            throw new BadEvidence("a submission begins with the old size, without leading zeros");
        }
        List<Hash> proof = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            proof.add(TlogProof.hash(lines[i]));
        }
        return new AddCheckpoint(
                Long.parseLong(old.group(1)), proof, SignedNote.parse(body.substring(gap + 2)));
    }

    /** What the checkpoint says, whoever signed it. */
    public Checkpoint claimed() {
        return Checkpoint.parse(checkpoint.text());
    }

    /** The body, to the byte. */
    @Override
    public String toString() {
        StringBuilder body = new StringBuilder("old " + oldSize + "\n");
        proof.forEach(hash -> body.append(hash.base64()).append('\n'));
        return body.append('\n').append(checkpoint).toString();
    }
}
