package org.muniment.ops.hostile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.muniment.ops.Running;
import org.muniment.ops.hostile.ApiDocument.Operation;
import org.muniment.ops.hostile.ApiDocument.Parameter;
import tools.jackson.databind.JsonNode;

/** Ids that exist in the demo, by the kind of thing. */
record KnownIds(Map<String, List<String>> byKind) {
    static KnownIds in(Running muniment) {
        JsonNode plan = muniment.get("/api/plans/bip-2017-18/dashboard").json();
        JsonNode meetings = muniment.get("/api/partnerships/chorley-south-ribble/meetings").json();
        Map<String, List<String>> known = new HashMap<>();
        known.put("partnership", List.of("chorley-south-ribble"));
        known.put("plan", List.of("bip-2017-18"));
        known.put("kpi", ids(plan.at("/kpis/rows")));
        known.put("project", ids(plan.at("/projects/rows")));
        known.put("line", ids(plan.at("/budget/lines")));
        known.put("meeting", ids(meetings.get("items")));
        known.put(
                "snapshot",
                ids(muniment.get("/api/plans/bip-2017-18/snapshots").json().get("items")));
        known.put("person", List.of("p-1"));
        known.put("grant", List.of("p-1"));
        known.put("deputy", List.of("p-2"));
        known.put("position", List.of("1", "7", "100"));
        known.put("letter", List.of("1", "7", "412"));
        known.put("generation", List.of("1", "2", "9"));
        known.put("projection", List.of("plan-pictures", "p-1"));
        return new KnownIds(known);
    }

    /** Those the variable of the operation's path can stand for. */
    List<String> of(Operation operation, Parameter parameter) {
        return byKind.get(kind(operation, parameter));
    }

    /** {@code /api/kpis/{id}/history} is about a KPI. */
    private static String kind(Operation operation, Parameter parameter) {
        return parameter.name().equals("id")
                ? switch (operation.path().split("/")[2]) {
                    case "kpis" -> "kpi";
                    case "projects" -> "project";
                    case "budget-lines" -> "line";
                    case "snapshots" -> "snapshot";
                    default -> "person";
                }
                : parameter.name();
    }

    private static List<String> ids(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.get("id").asString())
                .toList();
    }
}
