package org.muniment.query.changes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** What is shown of each thing at two moments, side by side, in the order of the paper. Pure. */
public record Comparison(List<Group> groups) {
    private static final Set<String> OF_DEFINITIONS =
            Set.of(Shown.TITLE, "lead", "annualTarget", "profile");

    public record Group(String title, List<Thing> things) {}

    /**
     * @param presence whether it was there at one moment only
     */
    public record Thing(
            String kind, String id, String title, Presence presence, List<Value> values) {
        public boolean changed() {
            return presence != Presence.BOTH || values.stream().anyMatch(Value::changed);
        }
    }

    public enum Presence {
        BOTH,
        ADDED,
        REMOVED
    }

    /** {@code one} and {@code other} are absent where nothing was shown. */
    public record Value(String field, String one, String other) {
        public boolean changed() {
            return !Objects.equals(one, other);
        }
    }

    static Comparison of(Shown one, Shown other) {
        return new Comparison(
                List.of(
                        group("Indicators: figures", "kpi", Comparison::isFigure, one, other),
                        group(
                                "Indicators: definitions and targets",
                                "kpi",
                                OF_DEFINITIONS::contains,
                                one,
                                other),
                        group("Projects", "project", any -> true, one, other),
                        group("Budget", "budget-line", any -> true, one, other),
                        group("Findings", "finding", "message"::equals, one, other)));
    }

    private static boolean isFigure(String field) {
        return !OF_DEFINITIONS.contains(field);
    }

    /** Only what differs; what is the same at both moments is left out. */
    Comparison changes() {
        return new Comparison(
                groups.stream()
                        .map(
                                group ->
                                        new Group(
                                                group.title,
                                                group.things.stream()
                                                        .filter(Thing::changed)
                                                        .map(Comparison::changes)
                                                        .toList()))
                        .toList());
    }

    private static Thing changes(Thing thing) {
        return new Thing(
                thing.kind,
                thing.id,
                thing.title,
                thing.presence,
                thing.values.stream().filter(Value::changed).toList());
    }

    public boolean isEmpty() {
        return groups.stream().allMatch(group -> group.things.isEmpty());
    }

    private static Group group(
            String title, String kind, Predicate<String> field, Shown one, Shown other) {
        Map<Shown.Thing, Presence> things = new LinkedHashMap<>();
        other.values().keySet().forEach(thing -> things.put(thing, Presence.ADDED));
        one.values()
                .keySet()
                .forEach(
                        thing ->
                                things.merge(
                                        thing, Presence.REMOVED, (added, there) -> Presence.BOTH));
        List<Thing> found = new ArrayList<>();
        things.forEach(
                (thing, presence) -> {
                    if (thing.kind().equals(kind)) {
                        found.add(
                                thing(
                                        thing,
                                        presence,
                                        field,
                                        one.values().getOrDefault(thing, Map.of()),
                                        other.values().getOrDefault(thing, Map.of())));
                    }
                });
        return new Group(title, found);
    }

    private static String name(Map<String, String> values) {
        String title = values.get(Shown.TITLE);
        String scope = values.get(Shown.SCOPE);
        return scope == null ? title : title + " (" + scope + ")";
    }

    private static Thing thing(
            Shown.Thing thing,
            Presence presence,
            Predicate<String> field,
            Map<String, String> one,
            Map<String, String> other) {
        Set<String> fields = new LinkedHashSet<>(other.keySet());
        fields.addAll(one.keySet());
        return new Thing(
                thing.kind(),
                thing.subject(),
                name(presence == Presence.REMOVED ? one : other),
                presence,
                fields.stream()
                        .filter(name -> !name.equals(Shown.SCOPE) && field.test(name))
                        .map(name -> new Value(name, one.get(name), other.get(name)))
                        .toList());
    }
}
