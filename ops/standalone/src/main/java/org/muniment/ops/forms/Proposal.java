package org.muniment.ops.forms;

import java.text.Normalizer;
import java.util.Locale;

/** Ids for new things, from what they are called. Pure. */
final class Proposal {
    private static final int LONGEST = 60;

    private Proposal() {}

    /**
     * @param attempt from 1; later ones differ by a number
     */
    static String of(String words, int attempt) {
        String plain = Normalizer.normalize(words, Normalizer.Form.NFKD);
        String id =
                plain.toLowerCase(Locale.ROOT)
                        .replaceAll("\\p{M}", "")
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
        String cut = id.substring(0, Math.min(LONGEST, id.length())).replaceAll("-$", "");
        return attempt == 1 || cut.isEmpty() ? cut : cut + "-" + attempt;
    }
}
