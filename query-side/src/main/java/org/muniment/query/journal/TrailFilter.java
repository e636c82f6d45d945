package org.muniment.query.journal;

import java.util.ArrayList;
import java.util.List;

/**
 * Which of a plan's events are looked for; whatever is null may be anything.
 *
 * @param by who sent the command, or for whom
 * @param thing the stream of a thing, such as {@code kpi:grant-claims}, or its id alone
 * @param type the stored name of a form of event
 */
public record TrailFilter(String by, String thing, String type) {
    public static final TrailFilter ANYTHING = new TrailFilter(null, null, null);

    /** The kinds of things that a plan's events happen to. */
    private static final List<String> NOUNS =
            List.of("kpi", "project", "budget-line", "snapshot", "plan");

    static String byKey(String plan, String person) {
        return plan + "/by/" + person;
    }

    static String typeKey(String plan, String type) {
        return plan + "/type/" + type;
    }

    /** The notes that say where such events can be, of which each list must hold one. */
    List<List<String>> keys(String plan) {
        List<List<String>> keys = new ArrayList<>();
        if (by != null) {
            keys.add(List.of(byKey(plan, by)));
        }
        if (type != null) {
            keys.add(List.of(typeKey(plan, type)));
        }
        return keys;
    }

    /** The streams meant; any of them where none is. */
    List<String> streams() {
        if (thing == null) {
            return List.of();
        }
        return thing.contains(":")
                ? List.of(thing)
                : NOUNS.stream().map(noun -> noun + ":" + thing).toList();
    }

    boolean matches(JournalEntry entry) {
        return (thing == null || streams().contains(entry.subject()))
                && (type == null || type.equals(entry.type()))
                && (by == null || Senders.of(entry.metadata()).contains(by));
    }
}
