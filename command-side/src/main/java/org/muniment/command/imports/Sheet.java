package org.muniment.command.imports;

import java.util.List;

/**
 * A file as it was read: nothing but text.
 *
 * @param encoding how the file's bytes were read, for people
 */
record Sheet(String encoding, List<Line> lines) {
    static final int MOST_ROWS = 10_000;
    static final int MOST_COLUMNS = 64;

    /** Above the headings there may be a title. */
    private static final int MOST_ABOVE = 20;

    static final int MOST_LINES = MOST_ABOVE + 1 + MOST_ROWS;

    /**
     * @param row the row's number in the file, counted from 1
     * @param cells without the space around them; empty where there is nothing
     */
    record Line(int row, List<String> cells) {
        Line {
            if (cells.size() > MOST_COLUMNS) {
                throw Unreadable.at(row, null, "has more than " + MOST_COLUMNS + " columns");
            }
            for (int column = 0; column < cells.size(); column++) {
                if (cells.get(column).indexOf('\0') >= 0) {
                    throw Unreadable.at(row, letter(column), "holds a character NUL (U+0000)");
                }
            }
        }

        boolean isBlank() {
            return cells.stream().allMatch(String::isEmpty);
        }
    }

    /** The text without white space around it, whichever kind a spreadsheet puts there. */
    static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (start < end && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSpace(char one) {
        return Character.isWhitespace(one) || Character.isSpaceChar(one);
    }

    /** As spreadsheets name columns: A to Z, then AA. */
    static String letter(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letter(column / 26 - 1) + last;
    }

    /** Where the headings are: the first line that has a required one, under at most a title. */
    Headings headings(ImportKind kind) {
        for (Line line : lines.subList(0, Math.min(MOST_ABOVE + 1, lines.size()))) {
            if (Headings.areIn(line, kind)) {
                return Headings.of(line, kind);
            }
        }
        throw Unreadable.because(
                "has no row of headings: " + String.join(", ", kind.headings()) + " are known");
    }
}
