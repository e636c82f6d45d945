package org.muniment.verifier;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muniment.kernel.ledger.BadEvidence;

/**
 * What a backup holds: against damage, not against forgery, of which the checkpoint in it speaks.
 *
 * @param taken when, in UTC
 * @param events how many its log holds
 * @param sealed how many of them its checkpoint speaks of
 * @param files the SHA-256 of each, by its path in the data directory
 * @param keys the same of the secret keys, which may be kept elsewhere
 */
record BackupManifest(
        String origin,
        String taken,
        long events,
        long sealed,
        SortedMap<String, String> files,
        SortedMap<String, String> keys) {
    static final String NAME = "manifest";
    private static final String FORM = "muniment-backup/v1";

    /** Names the product gives; none leads out of the directory. */
    private static final Pattern ENTRY =
            Pattern.compile(
                    "(file|key) ([0-9a-f]{64}) ((?:[a-z0-9][A-Za-z0-9._-]*/)*[A-Za-z0-9._-]+)");

    private static final int HEAD = 5;

    String text() {
        StringBuilder text = new StringBuilder();
        text.append(FORM).append('\n');
        text.append("origin ").append(origin).append('\n');
        text.append("taken ").append(taken).append('\n');
        text.append("events ").append(events).append('\n');
        text.append("sealed ").append(sealed).append('\n');
        append(text, "file", files);
        append(text, "key", keys);
        return text.toString();
    }

    private static void append(StringBuilder text, String kind, Map<String, String> entries) {
        entries.forEach(
                (name, digest) ->
                        text.append(kind)
                                .append(' ')
                                .append(digest)
                                .append(' ')
                                .append(name)
                                .append('\n'));
    }

    /**
     * @throws BadEvidence where it is none
     */
    static BackupManifest parse(String text) {
        List<String> lines = text.lines().toList();
        Json.require(lines.size() >= HEAD && lines.get(0).equals(FORM), "it is no backup of ours");
        SortedMap<String, String> files = new TreeMap<>();
        SortedMap<String, String> keys = new TreeMap<>();
        for (String line : lines.subList(HEAD, lines.size())) {
            Matcher entry = ENTRY.matcher(line);
            Json.require(
                    entry.matches() && !entry.group(3).endsWith("."),
                    "its manifest holds what no manifest does: " + line);
            (entry.group(1).equals("key") ? keys : files).put(entry.group(3), entry.group(2));
        }
        return new BackupManifest(
                value(lines.get(1), "origin"),
                value(lines.get(2), "taken"),
                number(lines.get(3), "events"),
                number(lines.get(4), "sealed"),
                files,
                keys);
    }

    private static String value(String line, String name) {
        Json.require(line.startsWith(name + " "), "its manifest does not say the " + name);
        return line.substring(name.length() + 1);
    }

    private static long number(String line, String name) {
        try {
            return Long.parseLong(value(line, name));
        } catch (NumberFormatException other) {
            throw new BadEvidence("its manifest does not say the number of " + name);
        }
    }
}
