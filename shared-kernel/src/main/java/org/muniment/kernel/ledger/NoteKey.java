package org.muniment.kernel.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;

/**
 * A public key that notes are checked with, in the form of C2SP signed-note: {@code
 * name+keyid+base64}. Only Ed25519, as a log's own signature or as a witness's cosignature.
 */
public final class NoteKey {
    /** What the key signs with: the number is the first byte of the encoded key. */
    public enum Use {
        LOG(0x01),
        WITNESS(0x04);

        private final byte number;

        Use(int number) {
            this.number = (byte) number;
        }
    }

    static final int ID_LENGTH = 4;

    private final String name;
    private final Use use;
    private final byte[] publicKey;

    NoteKey(String name, Use use, byte[] publicKey) {
        if (!isName(name)) {
            throw new BadEvidence("a key's name has no spaces and no plus sign, and is not empty");
        }
        if (publicKey.length != Ed25519.KEY_LENGTH) {
            throw new BadEvidence("an Ed25519 key has 32 bytes");
        }
        this.name = name;
        this.use = use;
        this.publicKey = publicKey.clone();
    }

    static boolean isName(String name) {
        return !name.isEmpty()
                && name.indexOf('+') < 0
                && name.codePoints().noneMatch(Character::isWhitespace)
                && name.codePoints().noneMatch(Character::isSpaceChar);
    }

    /** Reads {@code name+keyid+base64}; the id must be that of the key. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static NoteKey parse(String text) {
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3) {
            throw new BadEvidence("a key is written name+id+base64");
        }
        byte[] key = decoded(parts[2]);
        if (key.length != 1 + Ed25519.KEY_LENGTH) {
            throw new BadEvidence("an Ed25519 key has 32 bytes");
        }
        Use use =
                Arrays.stream(Use.values())
                        .filter(known -> known.number == key[0])
                        .findFirst()
                        .orElseThrow(() -> new BadEvidence("a key of an unknown kind"));
        NoteKey parsed = new NoteKey(parts[0], use, Arrays.copyOfRange(key, 1, key.length));
        if (!parts[1].equals(HexFormat.of().formatHex(parsed.id()))) {
            throw new BadEvidence("the id of the key " + parts[0] + " is not that of its bytes");
        }
        return parsed;
    }

    /** Only the one spelling of the bytes: the decoder alone would read over spare bits. */
    static byte[] decoded(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            if (Base64.getEncoder().encodeToString(bytes).equals(base64)) {
                return bytes;
            }
        } catch (IllegalArgumentException malformed) {
            throw new BadEvidence("is not base64: " + base64);
        }
        throw new BadEvidence("is not base64 as it is written: " + base64);
    }

    public String name() {
        return name;
    }

    public Use use() {
        return use;
    }

    /** Whether it is the same key underneath, whatever its name and use. */
    boolean hasBytesOf(NoteKey other) {
        return Arrays.equals(publicKey, other.publicKey);
    }

    byte[] publicKey() {
        return publicKey.clone();
    }

    /** The first four bytes of SHA-256 over name, line feed, kind and key. */
    byte[] id() {
        MessageDigest digest = Hash.sha256();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        return Arrays.copyOf(digest.digest(encoded()), ID_LENGTH);
    }

    private byte[] encoded() {
        return ByteBuffer.allocate(1 + publicKey.length).put(use.number).put(publicKey).array();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteKey key && toString().equals(key.toString());
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, use, Arrays.hashCode(publicKey));
    }

    /** {@code name+keyid+base64}, as policies list it. */
    @Override
    @JsonValue
    public String toString() {
        return name
                + "+"
                + HexFormat.of().formatHex(id())
                + "+"
                + Base64.getEncoder().encodeToString(encoded());
    }
}
