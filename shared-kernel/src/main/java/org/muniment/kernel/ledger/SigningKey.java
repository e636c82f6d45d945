package org.muniment.kernel.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** A secret key: signs checkpoints as a log, or cosigns them as a witness. */
public final class SigningKey {
    private static final String FORM = "muniment-secret-key/v1";
    private static final int COSIGNATURE_TIME = 8;

    private final NoteKey key;
    private final byte[] seed;

    private SigningKey(NoteKey key, byte[] seed) {
        this.key = key;
        this.seed = seed;
    }

    public static SigningKey create(String name, NoteKey.Use use) {
        Ed25519.Pair pair = Ed25519.Pair.create();
        return new SigningKey(new NoteKey(name, use, pair.publicKey()), pair.seed());
    }

    /** Reads what {@link #secret()} wrote. */
    public static SigningKey parse(String secret) {
        String[] lines = secret.strip().split("\n");
        if (lines.length != 3 || !lines[0].equals(FORM)) {
            throw new BadEvidence("is not a secret key of this software");
        }
        byte[] seed = NoteKey.decoded(lines[2]);
        if (seed.length != Ed25519.KEY_LENGTH) {
            throw new BadEvidence("a secret key has 32 bytes");
        }
        NoteKey key = NoteKey.parse(lines[1]);
        byte[] probe = FORM.getBytes(StandardCharsets.US_ASCII);
        if (!Ed25519.verifies(key.publicKey(), probe, Ed25519.sign(seed, probe))) {
            throw new BadEvidence("the secret key does not belong to the public key beside it");
        }
        return new SigningKey(key, seed);
    }

    public NoteKey key() {
        return key;
    }

    /** To be kept where nobody else can read it. */
    public String secret() {
        return FORM + "\n" + key + "\n" + Base64.getEncoder().encodeToString(seed) + "\n";
    }

    /**
     * The signature line over a note's text.
     *
     * @param at when; part of what a witness signs, unused by a log
     */
    String line(String text, Instant at) {
        byte[] signature =
                switch (key.use()) {
                    case LOG -> Ed25519.sign(seed, text.getBytes(StandardCharsets.UTF_8));
                    case WITNESS -> cosignature(text, at.getEpochSecond());
                };
        byte[] bytes =
                ByteBuffer.allocate(NoteKey.ID_LENGTH + signature.length)
                        .put(key.id())
                        .put(signature)
                        .array();
        return "\u2014 " + key.name() + " " + Base64.getEncoder().encodeToString(bytes) + "\n";
    }

    private byte[] cosignature(String text, long seconds) {
        byte[] signature = Ed25519.sign(seed, SignedNote.cosigned(text, seconds));
        return ByteBuffer.allocate(COSIGNATURE_TIME + signature.length)
                .putLong(seconds)
                .put(signature)
                .array();
    }

    @Override
    public String toString() {
        return "SigningKey[" + key.name() + "]";
    }
}
