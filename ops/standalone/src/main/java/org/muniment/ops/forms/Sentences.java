package org.muniment.ops.forms;

import java.util.ArrayList;
import java.util.List;
import org.muniment.kernel.figures.Figure;
import org.muniment.query.picture.SnapshotPicture;
import tools.jackson.databind.JsonNode;

/** What an event says, in plain sentences. Pure. */
final class Sentences {
    private Sentences() {}

    /** Of one that would happen. */
    static List<String> of(String type, JsonNode event) {
        return of(type, event, "This will be");
    }

    /** Of one that has happened. */
    static List<String> told(String type, JsonNode event) {
        return of(type, event, "It was judged");
    }

    /** A publication that would happen: to which meeting, and in the place of which pack. */
    static List<String> published(JsonNode event, Subject subject) {
        String meeting = text(event, "meeting");
        List<String> said = new ArrayList<>();
        said.add(
                "The pack is published to the meeting of %s."
                        .formatted(
                                subject.meetings()
                                        .meeting(meeting)
                                        .map(it -> Say.time(it.startsAt().toString()))
                                        .orElse(meeting)));
        SnapshotPicture own = subject.snapshot();
        org.muniment.query.picture.InForce.among(subject.plan().snapshots()).stream()
                .filter(pack -> pack.quarter() == own.quarter())
                .filter(pack -> pack.frozen().position() < own.frozen().position())
                .forEach(
                        pack ->
                                said.add(
                                        "It takes the place of %s, which is superseded from then on."
                                                .formatted(Say.pack(pack))));
        said.add("Anybody can read it then, without signing in.");
        return said;
    }

    private static List<String> of(String type, JsonNode event, String judged) {
        List<String> said = new ArrayList<>();
        switch (type) {
            case "kpi.actual-recorded" -> {
                said.add(figure(event, event.at("/measurement/actual").asString("")));
                said.add(judgement(event, judged));
            }
            case "kpi.actual-restated" -> {
                said.add(
                        event.has("replaced")
                                ? "%s: %s in place of %s."
                                        .formatted(
                                                month(event),
                                                text(event, "actual"),
                                                text(event, "replaced"))
                                : "%s: %s, where there was no figure."
                                        .formatted(month(event), text(event, "actual")));
                said.add(judgement(event, judged));
                said.add("Members are shown both figures, and why.");
            }
            case "kpi.not-measured-recorded" ->
                    said.add(
                            "%s: no figure, because: %s."
                                    .formatted(
                                            month(event),
                                            Say.small(Say.constant(text(event, "reason")))));
            case "kpi.actual-signed-off" ->
                    said.add(
                            "%s: %s is signed off as coming from %s."
                                    .formatted(
                                            month(event),
                                            text(event, "actual"),
                                            text(event, "source")));
            case "kpi.target-revised" -> {
                said.add(
                        "The annual target is %s from now on."
                                .formatted(annual(event.path("annualTarget"))));
                said.add("Statuses decided already stay as they are.");
            }
            case "kpi.defined" ->
                    said.add(
                            "The indicator \"%s\" is added, with the annual target %s."
                                    .formatted(
                                            event.at("/definition/title").asString(""),
                                            annual(event.at("/definition/annualTarget"))));
            case "project.added" ->
                    said.add(
                            "The project \"%s\" is added."
                                    .formatted(event.at("/outline/title").asString("")));
            case "project.progress-reported" ->
                    said.add(
                            "As at %s the project is %s."
                                    .formatted(
                                            Say.day(text(event, "asAt")), text(event, "status")));
            case "project.rescheduled" ->
                    said.add(
                            "The finish is %s in place of %s."
                                    .formatted(
                                            Say.day(text(event, "finish")),
                                            event.has("replaced")
                                                    ? Say.day(text(event, "replaced"))
                                                    : "none"));
            case "project.completed" ->
                    said.add(
                            "The project is complete as of %s."
                                    .formatted(Say.day(text(event, "completedOn"))));
            case "budget-line.approved" ->
                    said.add(
                            "The budget line \"%s\" is approved with %s %s."
                                    .formatted(
                                            text(event, "category"),
                                            text(event, "amount"),
                                            text(event, "unit")));
            case "budget-line.adjusted" -> said.add(adjusted(event));
            case "budget-line.outturn-forecast" ->
                    said.add(
                            "As at %s an outturn of %s is expected."
                                    .formatted(
                                            Say.day(text(event, "asAt")), text(event, "amount")));
            case "plan.variation-explained" ->
                    said.add(
                            "The variation as at %s is explained by %d items."
                                    .formatted(
                                            Say.day(text(event, "asAt")),
                                            event.path("items").size()));
            case "plan.figure-stated" ->
                    said.add(
                            "%s states %s as %s, as at %s."
                                    .formatted(
                                            text(event, "source"),
                                            text(event, "figure"),
                                            text(event, "value"),
                                            Say.day(text(event, "asAt"))));
            case "meeting.scheduled", "meeting.rescheduled" ->
                    said.add(
                            "The meeting starts: %s.".formatted(Say.time(text(event, "startsAt"))));
            case "plan.freeze-begun" -> {}
            case "snapshot.quarter-frozen" -> {
                said.add(
                        "%s is frozen with figures to %s."
                                .formatted(
                                        event.at("/pack/quarter").asString("The quarter"),
                                        Say.day(event.at("/pack/asAt").asString(null))));
                said.add("It must be confirmed by another person before it is published.");
            }
            case "snapshot.freeze-confirmed" -> {
                said.add("The freeze is confirmed.");
                said.add("From then on figures of its months can only be restated.");
            }
            case "snapshot.published" -> {
                said.add(
                        "The pack is published to the meeting %s."
                                .formatted(text(event, "meeting")));
                said.add("Anybody can read it then, without signing in.");
            }
            case "snapshot.superseded" ->
                    said.add("The pack is replaced by %s.".formatted(text(event, "by")));
            default -> said.add(Say.event(type) + ".");
        }
        return said;
    }

    private static String figure(JsonNode event, String actual) {
        String target = text(event, "target");
        return target.isEmpty()
                ? "%s: %s. There is no target.".formatted(month(event), actual)
                : "%s: %s against a target of %s.".formatted(month(event), actual, target);
    }

    private static String judgement(JsonNode event, String judged) {
        String status = event.at("/judgement/status").asString("");
        String rule = event.at("/judgement/rule").asString("");
        return rule.equals("no-target")
                ? "It has no status, as there is no target."
                : "%s %s, by the rule %s.".formatted(judged, status, rule);
    }

    private static String annual(JsonNode target) {
        String words = target.path("text").asString("");
        return words.isEmpty() ? target.path("value").asString("none") : words;
    }

    private static String adjusted(JsonNode event) {
        Figure amount = Figure.of(text(event, "amount"));
        Figure before = amount.minus(Figure.of(text(event, "change")));
        return "The budget of %s is %s in place of %s."
                .formatted(text(event, "line"), amount, before);
    }

    private static String month(JsonNode event) {
        return Say.day(text(event, "month"));
    }

    private static String text(JsonNode event, String field) {
        return event.path(field).asString("");
    }
}
