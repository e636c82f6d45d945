package org.muniment.command.imports;

import org.muniment.kernel.words.Malformed;

/** The file as a whole cannot be read: nothing is guessed. */
final class Unreadable {
    private Unreadable() {}

    static Malformed because(String message) {
        return new Malformed("file", message);
    }

    /** {@code column} as spreadsheets name it; null where the row as a whole is meant. */
    static Malformed at(int row, String column, String message) {
        String where = column == null ? "" : ", column " + column;
        return because("row %d%s: %s".formatted(row, where, message));
    }
}
