package org.muniment.kernel.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A text and who signed it, in the form of C2SP signed-note: the text, an empty line, and a line
 * for each signature.
 *
 * @param text ends with a line feed
 * @param signatures as lines, each with its line feed
 */
public record SignedNote(String text, List<String> signatures) {
    private static final int MOST_CHARACTERS = 1_000_000;
    private static final int MOST_SIGNATURES = 100;
    private static final int COSIGNATURE_TIME = 8;
    private static final String DASH = "\u2014 ";

    public SignedNote {
        signatures = List.copyOf(signatures);
    }

    /** Who signed, and when: only a witness says when. */
    public record Signed(NoteKey by, Instant at) {}

    public static SignedNote sign(String text, SigningKey key) {
        return new SignedNote(text, List.of()).signedBy(key, Instant.EPOCH);
    }

    /** The same with one more signature; {@code at} is what a witness says of the time. */
    public SignedNote signedBy(SigningKey key, Instant at) {
        List<String> more = new ArrayList<>(signatures);
        more.add(key.line(text, at));
        return new SignedNote(text, more);
    }

    /** The same with a signature line made elsewhere. */
    public SignedNote with(String signature) {
        List<String> more = new ArrayList<>(signatures);
        more.add(signature);
        return new SignedNote(text, more);
    }

    /** The same without the lines of anybody else, and without any line twice. */
    public SignedNote onlyBy(Collection<NoteKey> keys) {
        return new SignedNote(
                text,
                signatures.stream()
                        .distinct()
                        .filter(line -> keys.stream().anyMatch(split(line)::isBy))
                        .toList());
    }

    /**
     * Takes a note apart without believing anything in it.
     *
     * @throws BadEvidence where it is no note
     */
    public static SignedNote parse(String note) {
        if (note.length() > MOST_CHARACTERS) {
            throw new BadEvidence("the note is too long");
        }
        if (note.codePoints().anyMatch(point -> point < ' ' && point != '\n' || point == 0xFFFD)) {
            throw new BadEvidence("the note holds characters that no note has");
        }
        int gap = note.lastIndexOf("\n\n");
        if (gap < 0 || !note.endsWith("\n")) {
            throw new BadEvidence("the note has no signatures");
        }
        List<String> lines = note.substring(gap + 2).lines().map(line -> line + "\n").toList();
        if (lines.isEmpty() || lines.size() > MOST_SIGNATURES) {
            throw new BadEvidence("the note has no signatures, or too many");
        }
        lines.forEach(SignedNote::split);
        return new SignedNote(note.substring(0, gap + 1), lines);
    }

    /**
     * Whose signatures hold, of those trusted. Signatures by others are passed over.
     *
     * @throws BadEvidence where one by a trusted key does not hold, or there is none
     */
    public List<Signed> verify(Collection<NoteKey> trusted) {
        Map<NoteKey, Signed> holding = new LinkedHashMap<>();
        for (String signature : signatures) {
            Line line = split(signature);
            for (NoteKey key : trusted) {
                if (line.isBy(key)) {
                    holding.putIfAbsent(key, new Signed(key, requireHolds(line, key)));
                }
            }
        }
        if (holding.isEmpty()) {
            throw new BadEvidence("nobody trusted has signed the note");
        }
        return List.copyOf(holding.values());
    }

    private Instant requireHolds(Line line, NoteKey key) {
        byte[] signature = line.signature;
        byte[] signed = text.getBytes(StandardCharsets.UTF_8);
        Instant at = null;
        if (key.use() == NoteKey.Use.WITNESS) {
            if (signature.length < COSIGNATURE_TIME) {
                throw new BadEvidence("the cosignature of " + key.name() + " is too short");
            }
            long seconds = ByteBuffer.wrap(signature).getLong();
            if (seconds < 0 || seconds > Instant.MAX.getEpochSecond()) {
                throw new BadEvidence("the cosignature of " + key.name() + " has no such time");
            }
            at = Instant.ofEpochSecond(seconds);
            signed = cosigned(text, seconds);
            signature = Arrays.copyOfRange(signature, COSIGNATURE_TIME, signature.length);
        }
        if (!Ed25519.verifies(key.publicKey(), signed, signature)) {
            throw new BadEvidence("the signature of " + key.name() + " does not hold");
        }
        return at;
    }

    /** What a witness signs: when it saw the text, and the text. */
    static byte[] cosigned(String text, long seconds) {
        return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    private record Line(String name, byte[] id, byte[] signature) {
        boolean isBy(NoteKey key) {
            return name.equals(key.name()) && Arrays.equals(id, key.id());
        }
    }

    private static Line split(String line) {
        String[] parts = line.split(" ", -1);
        if (!line.startsWith(DASH)
                || !line.endsWith("\n")
                || parts.length != 3
                || !NoteKey.isName(parts[1])) {
            throw new BadEvidence("a signature is written as a dash, a name and base64");
        }
        byte[] bytes = NoteKey.decoded(parts[2].substring(0, parts[2].length() - 1));
        if (bytes.length <= NoteKey.ID_LENGTH) {
            throw new BadEvidence("the signature of " + parts[1] + " is too short");
        }
        return new Line(
                parts[1],
                Arrays.copyOf(bytes, NoteKey.ID_LENGTH),
                Arrays.copyOfRange(bytes, NoteKey.ID_LENGTH, bytes.length));
    }

    @Override
    public String toString() {
        return text + "\n" + String.join("", signatures);
    }
}
