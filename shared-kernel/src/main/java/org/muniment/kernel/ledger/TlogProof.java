package org.muniment.kernel.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * That one leaf is in the log a checkpoint speaks of, in one file (C2SP tlog-proof). Whoever has
 * the leaf and a public key needs nothing else to check it.
 *
 * @param index of the leaf, from 0
 */
public record TlogProof(long index, List<Hash> hashes, SignedNote checkpoint) {
    private static final String FORM = "c2sp.org/tlog-proof@v1";
    private static final Pattern INDEX = Pattern.compile("index (0|[1-9][0-9]{0,17})");
    private static final int MOST_HASHES = 63;

    public TlogProof {
        hashes = List.copyOf(hashes);
    }

    public static TlogProof parse(String file) {
        int gap = file.indexOf("\n\n");
        if (gap < 0) {
            throw new BadEvidence("a proof has a checkpoint after an empty line");
        }
        List<String> lines = file.substring(0, gap).lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(FORM)) {
            throw new BadEvidence("is not a " + FORM);
        }
        int at = lines.size() > 1 && lines.get(1).startsWith("extra ") ? 2 : 1;
        Matcher index = INDEX.matcher(lines.size() > at ? lines.get(at) : "");
        if (!index.matches()) {
            throw new BadEvidence("a proof names the index of its leaf");
        }
        List<Hash> hashes = new ArrayList<>();
        for (String line : lines.subList(at + 1, lines.size())) {
            hashes.add(hash(line));
        }
        if (hashes.size() > MOST_HASHES) {
            throw new BadEvidence("a proof has no more than " + MOST_HASHES + " hashes");
        }
        return new TlogProof(
                Long.parseLong(index.group(1)), hashes, SignedNote.parse(file.substring(gap + 2)));
    }

    static Hash hash(String base64) {
        byte[] bytes = NoteKey.decoded(base64);
        if (bytes.length != Hash.LENGTH) {
            throw new BadEvidence("a hash is 32 bytes in base64");
        }
        return Hash.of(bytes);
    }

    /**
     * That {@code leaf} is in the log, as its trusted signers say.
     *
     * @return the checkpoint that proves it
     * @throws BadEvidence where it does not
     */
    public Checkpoint verify(Hash leaf, String origin, Collection<NoteKey> trusted) {
        checkpoint.verify(trusted);
        Checkpoint signed = Checkpoint.parse(checkpoint.text());
        if (!signed.origin().equals(origin)) {
            throw new BadEvidence("the checkpoint is of the log " + signed.origin());
        }
        if (!Proofs.includes(signed.root(), signed.size(), index, leaf, hashes)) {
            throw new BadEvidence(
                    "leaf %s is not proved to be in the log of size %s"
                            .formatted(index, signed.size()));
        }
        return signed;
    }

    /** The file, to the byte. */
    @Override
    public String toString() {
        StringBuilder file = new StringBuilder(FORM + "\nindex " + index + "\n");
        hashes.forEach(hash -> file.append(hash.base64()).append('\n'));
        return file.append('\n').append(checkpoint).toString();
    }
}
