package org.muniment.ops.http;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * A request that this process sends to itself for somebody whom another process knows. It shows a
 * word that nobody else can know, made anew at each start.
 */
public final class Hop {
    public static final String WORD_HEADER = "Muniment-Hop";
    public static final String SENDER_HEADER = "Muniment-Sender";
    private static final int BYTES = 32;
    private static final String WORD = word();

    private Hop() {}

    private static String word() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    public static String ofThisProcess() {
        return WORD;
    }

    public static boolean isOne(HttpServletRequest request) {
        String shown = request.getHeader(WORD_HEADER);
        return shown != null
                && MessageDigest.isEqual(
                        shown.getBytes(StandardCharsets.UTF_8),
                        WORD.getBytes(StandardCharsets.UTF_8));
    }

    /** For whom it is; only to be believed of a hop. */
    public static String senderOf(HttpServletRequest request) {
        return request.getHeader(SENDER_HEADER);
    }
}
