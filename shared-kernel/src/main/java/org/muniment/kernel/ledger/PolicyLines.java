package org.muniment.kernel.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.muniment.kernel.ledger.Policy.Group;
import org.muniment.kernel.ledger.Policy.Log;
import org.muniment.kernel.ledger.Policy.Witness;

/** Reads a policy line by line; what a line refers to stands on a line before it. */
final class PolicyLines {
    static final int MOST_OF_EACH = 64;
    private static final int MOST_CHARACTERS = 200_000;
    private static final Pattern BLANK = Pattern.compile("[ \t]+");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");
    private static final int DELETE = 0x7F;

    private final List<Log> logs = new ArrayList<>();
    private final List<Witness> witnesses = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final Set<String> defined = new HashSet<>();
    private final Set<String> members = new HashSet<>();
    private String quorum;

    Policy read(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new BadEvidence("the policy is too long");
        }
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            try {
                boolean open = i == lines.length - 1 && !lines[i].isEmpty();
                require(!open, "it does not end with a line feed");
                line(lines[i]);
            } catch (BadEvidence broken) {
                throw new BadEvidence(
                        "line %s of the policy: %s".formatted(i + 1, broken.getMessage()));
            }
        }
        if (quorum == null) {
            throw new BadEvidence(
                    "line %s of the policy: it ends without a quorum".formatted(lines.length));
        }
        return new Policy(logs, witnesses, groups, quorum);
    }

    private void line(String line) {
        require(
                line.chars().noneMatch(it -> it < ' ' && it != '\t' || it == DELETE),
                "it holds a control character");
        List<String> items =
                Arrays.stream(BLANK.split(line)).filter(item -> !item.isEmpty()).toList();
        if (items.isEmpty() || items.get(0).startsWith("#")) {
            return;
        }
        switch (items.get(0)) {
            case "log" -> log(items);
            case "witness" -> witness(items);
            case "group" -> group(items);
            case "quorum" -> quorum(items);
            default -> throw new BadEvidence("a line begins with log, witness, group or quorum");
        }
    }

    private void log(List<String> items) {
        require(items.size() == 2 || items.size() == 3, "a log is written: log key [url]");
        NoteKey key = key(items.get(1), NoteKey.Use.LOG);
        require(
                logs.stream().noneMatch(log -> log.key().hasBytesOf(key)),
                "this log's key is listed before");
        requireRoom(logs);
        logs.add(new Log(key, items.size() == 3 ? items.get(2) : null));
    }

    private void witness(List<String> items) {
        require(
                items.size() == 3 || items.size() == 4,
                "a witness is written: witness name key [url]");
        NoteKey key = key(items.get(2), NoteKey.Use.WITNESS);
        require(
                witnesses.stream().noneMatch(witness -> witness.key().hasBytesOf(key)),
                "this witness's key is listed before");
        requireRoom(witnesses);
        define(items.get(1));
        witnesses.add(new Witness(items.get(1), key, items.size() == 4 ? items.get(3) : null));
    }

    private static NoteKey key(String text, NoteKey.Use use) {
        NoteKey key = NoteKey.parse(text);
        require(key.use() == use, "this is no key of a " + use.name().toLowerCase(Locale.ROOT));
        return key;
    }

    private void group(List<String> items) {
        require(items.size() >= 4, "a group is written: group name all|any|number member...");
        List<String> named = items.subList(3, items.size());
        for (String member : named) {
            requireDefined(member);
            require(members.add(member), member + " is a member of a group before");
        }
        requireRoom(groups);
        define(items.get(1));
        groups.add(new Group(items.get(1), least(items.get(2), named.size()), named));
    }

    private static int least(String written, int size) {
        return switch (written) {
            case "all" -> size;
            case "any" -> 1;
            default -> {
                require(
                        NUMBER.matcher(written).matches() && Integer.parseInt(written) <= size,
                        "how many are enough is all, any, or a number from 1 to " + size);
                yield Integer.parseInt(written);
            }
        };
    }

    private void quorum(List<String> items) {
        require(items.size() == 2, "the quorum is written: quorum name");
        require(quorum == null, "there is a quorum before");
        if (!items.get(1).equals(Policy.NONE)) {
            requireDefined(items.get(1));
        }
        quorum = items.get(1);
    }

    private void define(String name) {
        require(!name.equals(Policy.NONE), Policy.NONE + " is no name to give");
        require(defined.add(name), name + " is defined before");
    }

    private void requireDefined(String name) {
        require(defined.contains(name), name + " is not defined before");
    }

    private static void requireRoom(List<?> listed) {
        require(
                listed.size() < MOST_OF_EACH,
                "there are no more than %s of each kind".formatted(MOST_OF_EACH));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new BadEvidence(otherwise);
        }
    }
}
