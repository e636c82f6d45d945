package org.muniment.kernel.ledger;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * What a log commits to: that its first {@code size} events give this root (C2SP tlog-checkpoint).
 *
 * @param origin names the log: an address without its scheme
 */
public record Checkpoint(String origin, long size, Hash root) {
    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");

    public Checkpoint {
        if (!NoteKey.isName(origin)) {
            throw new BadEvidence("a log's origin has no spaces and no plus sign");
        }
    }

    /** The text of the note: three lines. */
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    /**
     * Reads a note's text; lines after the third are extensions and mean nothing here.
     *
     * @throws BadEvidence where it is no checkpoint
     */
    public static Checkpoint parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length < 4 || !lines[lines.length - 1].isEmpty()) {
            throw new BadEvidence("a checkpoint has three lines");
        }
        if (Arrays.asList(lines).subList(0, lines.length - 1).contains("")) {
            throw new BadEvidence("a checkpoint has no empty line");
        }
        if (!SIZE.matcher(lines[1]).matches()) {
            throw new BadEvidence("a checkpoint's size is a number without leading zeros");
        }
        byte[] root = NoteKey.decoded(lines[2]);
        if (root.length != Hash.LENGTH) {
            throw new BadEvidence("a checkpoint's root is 32 bytes in base64");
        }
        return new Checkpoint(lines[0], Long.parseLong(lines[1]), Hash.of(root));
    }
}
