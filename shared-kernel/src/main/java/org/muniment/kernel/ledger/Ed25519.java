package org.muniment.kernel.ledger;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** The JDK's Ed25519 (RFC 8032) with keys as the 32 bytes that notes carry. */
final class Ed25519 {
    static final int KEY_LENGTH = 32;
    private static final int SIGNATURE_LENGTH = 64;
    private static final String NAME = "Ed25519";

    /** What precedes a key in the two encodings the JDK reads (RFC 8410). */
    private static final byte[] PUBLIC = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final byte[] PRIVATE =
            HexFormat.of().parseHex("302e020100300506032b657004220420");

    private Ed25519() {}

    /** A new pair: the seed, which is the secret, and the public key. */
    record Pair(byte[] seed, byte[] publicKey) {
        static Pair create() {
            try {
                KeyPair pair = KeyPairGenerator.getInstance(NAME).generateKeyPair();
                return new Pair(
                        tail(pair.getPrivate().getEncoded()), tail(pair.getPublic().getEncoded()));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        private static byte[] tail(byte[] encoded) {
            return Arrays.copyOfRange(encoded, encoded.length - KEY_LENGTH, encoded.length);
        }
    }

    static byte[] sign(byte[] seed, byte[] message) {
        try {
            PrivateKey key =
                    KeyFactory.getInstance(NAME)
                            .generatePrivate(new PKCS8EncodedKeySpec(joined(PRIVATE, seed)));
            Signature signature = Signature.getInstance(NAME);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    /** The JDK reads over bytes after the signature; they would make two spellings of one. */
    static boolean verifies(byte[] publicKey, byte[] message, byte[] signed) {
        if (signed.length != SIGNATURE_LENGTH) {
            return false;
        }
        try {
            PublicKey key =
                    KeyFactory.getInstance(NAME)
                            .generatePublic(new X509EncodedKeySpec(joined(PUBLIC, publicKey)));
            Signature signature = Signature.getInstance(NAME);
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException forged) {
            return false;
        }
    }

    private static byte[] joined(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length).put(one).put(other).array();
    }
}
