package org.muniment.command.imports;

import java.util.Locale;

/**
 * A column that a file may have.
 *
 * @param use whether it must be there, may be there, or may be there without being read
 */
record Column(String name, Use use) {
    enum Use {
        REQUIRED,
        OPTIONAL,
        IGNORED
    }

    static Column required(String name) {
        return new Column(name, Use.REQUIRED);
    }

    static Column optional(String name) {
        return new Column(name, Use.OPTIONAL);
    }

    /** For whoever fills the file in. */
    static Column ignored(String name) {
        return new Column(name, Use.IGNORED);
    }

    /** Capitals, spaces, hyphens and underscores make no difference. */
    boolean isCalled(String heading) {
        return plain(heading).equals(plain(name));
    }

    private static String plain(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[\\s\\u00A0_-]", "");
    }
}
