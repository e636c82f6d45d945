package org.muniment.verifier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muniment.kernel.ledger.EvidenceZip;

/**
 * What the log says a bundle is made of.
 *
 * @param kind of thing it is about: snapshot or person
 * @param files the SHA-256 of each other file by its name, in order
 */
record Manifest(String origin, String kind, String id, Map<String, String> files) {
    private static final String FORM = "muniment-evidence/v1";
    private static final Pattern ORIGIN = Pattern.compile("origin ([^ ]+)");
    private static final Pattern ABOUT = Pattern.compile("about (snapshot|person) (.+)");
    private static final Pattern FILE = Pattern.compile("file ([0-9a-f]{64}) ([^ ]+)");

    static Manifest parse(String text) {
        String[] lines = text.split("\n", -1);
        Json.require(lines[0].equals(FORM), "the manifest is not of the form " + FORM);
        Json.require(lines.length > 3, "the manifest is too short");
        Matcher origin = matched(ORIGIN, lines[1]);
        Matcher about = matched(ABOUT, lines[2]);
        Map<String, String> files = new LinkedHashMap<>();
        for (String line : List.of(lines).subList(3, lines.length - 1)) {
            Matcher file = matched(FILE, line);
            Json.require(
                    files.put(file.group(2), file.group(1)) == null,
                    "the manifest lists %s twice".formatted(file.group(2)));
        }
        return new Manifest(origin.group(1), about.group(1), about.group(2), files);
    }

    private static Matcher matched(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        Json.require(matcher.matches(), "the manifest has a line of no known form: " + line);
        return matcher;
    }

    /** That these are the files it lists: all of them, in its order, each to the byte. */
    void requireListsExactly(Map<String, byte[]> present) {
        List<String> names = new ArrayList<>(present.keySet());
        names.remove(EvidenceZip.MANIFEST);
        for (String name : files.keySet()) {
            Json.require(names.contains(name), "the file %s is missing".formatted(name));
        }
        for (String name : names) {
            Json.require(
                    files.containsKey(name),
                    "the file %s is not listed in the manifest".formatted(name));
            Json.require(
                    files.get(name).equals(Digests.sha256(present.get(name))),
                    "the file %s is not the one that the manifest lists".formatted(name));
        }
        Json.require(
                names.equals(List.copyOf(files.keySet())),
                "the manifest lists the files in another order");
    }
}
