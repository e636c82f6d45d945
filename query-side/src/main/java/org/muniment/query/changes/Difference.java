package org.muniment.query.changes;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.muniment.query.changes.Shown.Thing;

/** The changes from one set of shown values to another, in the order of the paper. Pure. */
final class Difference {
    private static final String ADDED = "added";
    private static final String REMOVED = "removed";

    private Difference() {}

    static List<Change> between(Shown before, Shown after) {
        List<Change> changes = new ArrayList<>();
        after.values()
                .forEach(
                        (thing, now) -> {
                            Map<String, String> then = before.values().get(thing);
                            if (then == null) {
                                changes.add(change(thing, now, ADDED, null, summary(now)));
                            } else {
                                compare(thing, then, now, changes);
                            }
                        });
        before.values()
                .forEach(
                        (thing, then) -> {
                            if (!after.values().containsKey(thing)) {
                                changes.add(change(thing, then, REMOVED, summary(then), null));
                            }
                        });
        return changes;
    }

    private static void compare(
            Thing thing, Map<String, String> then, Map<String, String> now, List<Change> changes) {
        Set<String> fields = new LinkedHashSet<>(now.keySet());
        fields.addAll(then.keySet());
        for (String field : fields) {
            if (!Objects.equals(then.get(field), now.get(field))) {
                changes.add(change(thing, now, field, then.get(field), now.get(field)));
            }
        }
    }

    private static Change change(
            Thing thing, Map<String, String> values, String field, String before, String after) {
        return new Change(
                thing.kind(), thing.subject(), values.get(Shown.TITLE), field, before, after);
    }

    private static String summary(Map<String, String> values) {
        return values.getOrDefault("message", values.get(Shown.TITLE));
    }
}
