package org.muniment.query.report;

/** Placeholder until the printing press stands. */
final class Pdf {
    private Pdf() {}

    static byte[] of(String xhtml) {
        throw new UnsupportedOperationException();
    }
}
