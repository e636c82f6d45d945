package org.muniment.kernel.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.muniment.kernel.ledger.SignedNote.Signed;

/**
 * Whom to believe (C2SP tlog-policy): the keys of logs, the keys of witnesses, and whose
 * cosignatures are enough for a checkpoint.
 */
public final class Policy {
    /** The quorum of a policy that asks for no cosignature. */
    static final String NONE = "none";

    private final List<Log> logs;
    private final List<Witness> witnesses;
    private final List<Group> groups;
    private final String quorum;

    Policy(List<Log> logs, List<Witness> witnesses, List<Group> groups, String quorum) {
        this.logs = List.copyOf(logs);
        this.witnesses = List.copyOf(witnesses);
        this.groups = List.copyOf(groups);
        this.quorum = quorum;
    }

    /**
     * @param key its name is the log's origin
     * @param url null where none is given
     */
    public record Log(NoteKey key, String url) {}

    /**
     * @param name what this policy calls the witness; it means nothing elsewhere
     * @param url null where none is given
     */
    public record Witness(String name, NoteKey key, String url) {}

    /**
     * @param least how many of the members are enough
     * @param members names of witnesses and of groups
     */
    record Group(String name, int least, List<String> members) {
        Group {
            members = List.copyOf(members);
        }
    }

    /**
     * A checkpoint that the policy accepts.
     *
     * @param logKeys the log's keys that signed it: one, or two while the log changes its key
     * @param cosigners the policy's witnesses that cosigned it
     */
    public record Accepted(Checkpoint checkpoint, List<NoteKey> logKeys, List<Signed> cosigners) {
        public Accepted {
            logKeys = List.copyOf(logKeys);
            cosigners = List.copyOf(cosigners);
        }
    }

    /**
     * @throws BadEvidence where a rule of the format is broken; names the line
     */
    public static Policy parse(String text) {
        return new PolicyLines().read(text);
    }

    public List<Log> logs() {
        return logs;
    }

    public List<Witness> witnesses() {
        return witnesses;
    }

    /**
     * The same policy for these keys of logs in place of its own.
     *
     * @throws BadEvidence where a rule of the format is broken
     */
    public Policy withLogs(List<NoteKey> keys) {
        List<Log> others = keys.stream().map(key -> new Log(key, null)).toList();
        return parse(new Policy(others, witnesses, groups, quorum).toString());
    }

    /** The same policy for those who verify and have nobody to call. */
    public Policy withoutAddresses() {
        return new Policy(
                logs.stream().map(log -> new Log(log.key, null)).toList(),
                witnesses.stream().map(it -> new Witness(it.name, it.key, null)).toList(),
                groups,
                quorum);
    }

    /**
     * That a listed log, under its own name, signed the checkpoint and enough witnesses cosigned
     * it.
     *
     * @throws BadEvidence where that is not so, or a signature by any listed key does not hold
     */
    public Accepted verify(SignedNote note) {
        List<NoteKey> trusted = new ArrayList<>();
        logs.forEach(log -> trusted.add(log.key));
        witnesses.forEach(witness -> trusted.add(witness.key));
        List<Signed> signed = note.verify(trusted);
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        List<NoteKey> logKeys =
                signed.stream()
                        .map(Signed::by)
                        .filter(key -> key.use() == NoteKey.Use.LOG)
                        .filter(key -> key.name().equals(checkpoint.origin()))
                        .toList();
        if (logKeys.isEmpty()) {
            throw new BadEvidence(
                    "no key that the policy lists for the log %s has signed the checkpoint"
                            .formatted(checkpoint.origin()));
        }
        List<Signed> cosigners =
                signed.stream().filter(by -> by.by().use() == NoteKey.Use.WITNESS).toList();
        requireQuorum(cosigners);
        return new Accepted(checkpoint, logKeys, cosigners);
    }

    private void requireQuorum(List<Signed> cosigners) {
        Set<NoteKey> keys = cosigners.stream().map(Signed::by).collect(Collectors.toSet());
        if (!quorum.equals(NONE) && !holds(quorum, keys)) {
            throw new BadEvidence(
                    "too few witnesses have cosigned the checkpoint: %s of the policy's %s, which is"
                                    .formatted(keys.size(), witnesses.size())
                            + " not the quorum "
                            + quorum);
        }
    }

    /** No circle is possible: a group's members are defined before it. */
    private boolean holds(String name, Set<NoteKey> cosigners) {
        for (Group group : groups) {
            if (group.name.equals(name)) {
                return group.members.stream().filter(member -> holds(member, cosigners)).count()
                        >= group.least;
            }
        }
        return witnesses.stream()
                .anyMatch(witness -> witness.name.equals(name) && cosigners.contains(witness.key));
    }

    /** The file, without comments; read again it is the same policy. */
    @Override
    public String toString() {
        StringBuilder file = new StringBuilder();
        logs.forEach(log -> line(file, "log " + log.key, log.url));
        witnesses.forEach(it -> line(file, "witness " + it.name + " " + it.key, it.url));
        groups.forEach(
                it ->
                        line(
                                file,
                                "group " + it.name + " " + it.least,
                                String.join(" ", it.members)));
        line(file, "quorum", quorum);
        return file.toString();
    }

    private static void line(StringBuilder file, String items, String last) {
        file.append(items).append(last == null ? "" : " " + last).append('\n');
    }
}
