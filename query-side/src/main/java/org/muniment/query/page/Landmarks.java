package org.muniment.query.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.muniment.kernel.time.London;
import org.muniment.query.meetings.ForwardPlan;
import org.muniment.query.page.Landmark.Kind;
import org.muniment.query.picture.PlanPicture;
import org.muniment.query.picture.Restatement;
import org.muniment.query.picture.SnapshotPicture;

/** What a plan's history is steered by: meetings, freezes, publications, corrections. Pure. */
final class Landmarks {
    private final List<Landmark> found = new ArrayList<>();
    private final Words words = new Words();

    private Landmarks() {}

    /**
     * The newest first.
     *
     * @param now those of days to come are left out
     * @param publishedOnly for readers who may not know of freezes in the making
     */
    static List<Landmark> of(
            PlanPicture plan, ForwardPlan meetings, Instant now, boolean publishedOnly) {
        Landmarks landmarks = new Landmarks();
        meetings.meetings().stream()
                .flatMap(meeting -> meeting.startsAt().moment().stream())
                .filter(moment -> !moment.isAfter(now))
                .forEach(moment -> landmarks.add(moment, Kind.MEETING, "Meeting", null));
        plan.snapshots().values().stream()
                .filter(snapshot -> snapshot.isPublished() || !publishedOnly)
                .forEach(landmarks::snapshot);
        landmarks.restatements(plan);
        return landmarks.found.stream()
                .distinct()
                .sorted(
                        Comparator.comparing(Landmark::day)
                                .reversed()
                                .thenComparing(Landmark::kind)
                                .thenComparing(Landmark::text))
                .toList();
    }

    private void add(Instant when, Kind kind, String text, LocalDate asAt) {
        found.add(new Landmark(London.dayOf(when), kind, text, asAt));
    }

    private void snapshot(SnapshotPicture snapshot) {
        LocalDate asAt = snapshot.asAt();
        String pack = "%s as at %s".formatted(snapshot.quarter(), words.day(asAt));
        add(snapshot.frozen().recordedAt(), Kind.FREEZE, pack + " frozen", asAt);
        snapshot.publications()
                .forEach(
                        publication ->
                                add(
                                        publication.recordedAt(),
                                        Kind.PUBLICATION,
                                        pack + " published",
                                        asAt));
        if (snapshot.superseded() != null) {
            add(snapshot.superseded().recordedAt(), Kind.SUPERSESSION, pack + " superseded", null);
        }
    }

    private void restatements(PlanPicture plan) {
        Map<LocalDate, Long> perDay =
                plan.kpis().values().stream()
                        .flatMap(kpi -> kpi.months().values().stream())
                        .flatMap(figure -> figure.restatements().stream())
                        .map(Restatement::recordedAt)
                        .collect(
                                Collectors.groupingBy(
                                        London::dayOf, TreeMap::new, Collectors.counting()));
        perDay.forEach(
                (day, count) ->
                        found.add(
                                new Landmark(
                                        day,
                                        Kind.RESTATEMENT,
                                        count == 1
                                                ? "1 figure restated"
                                                : count + " figures restated",
                                        null)));
    }
}
