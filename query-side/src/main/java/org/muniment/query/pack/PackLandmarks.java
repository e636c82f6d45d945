package org.muniment.query.pack;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.time.London;
import org.muniment.query.moment.AsOf;
import org.muniment.query.page.Landmark;
import org.muniment.query.page.Landmark.Kind;
import org.muniment.query.page.LandmarkSource;
import org.muniment.query.page.Words;
import org.muniment.query.picture.PlanPicture;
import org.muniment.query.picture.Restatement;
import org.muniment.query.picture.SnapshotPicture;
import org.springframework.stereotype.Component;

/** The days on which packs were frozen, published and superseded, and figures restated. */
@Component
class PackLandmarks implements LandmarkSource {
    private final Words words = new Words();

    @Override
    public Stream<Landmark> landmarks(PlanPicture plan, AsOf now, Warrant warrant) {
        return Stream.concat(
                plan.snapshots().values().stream()
                        .filter(snapshot -> PublishedOnly.mayRead(plan, snapshot, warrant))
                        .flatMap(this::ofPack),
                restatements(plan));
    }

    private Stream<Landmark> ofPack(SnapshotPicture snapshot) {
        LocalDate asAt = snapshot.asAt();
        String pack = "%s as at %s".formatted(snapshot.quarter(), words.day(asAt));
        Stream<Landmark> published =
                snapshot.publications().stream()
                        .map(
                                it ->
                                        on(
                                                it.recordedAt(),
                                                Kind.PUBLICATION,
                                                pack + " published",
                                                asAt));
        Stream<Landmark> superseded =
                Stream.ofNullable(snapshot.superseded())
                        .map(
                                it ->
                                        on(
                                                it.recordedAt(),
                                                Kind.SUPERSESSION,
                                                pack + " superseded",
                                                null));
        return Stream.concat(frozen(snapshot, pack), Stream.concat(published, superseded));
    }

    /** None where it was published on that same day. */
    private static Stream<Landmark> frozen(SnapshotPicture snapshot, String pack) {
        Instant when = snapshot.frozen().recordedAt();
        boolean published =
                snapshot.publications().stream()
                        .anyMatch(it -> London.dayOf(it.recordedAt()).equals(London.dayOf(when)));
        return published
                ? Stream.empty()
                : Stream.of(on(when, Kind.FREEZE, pack + " frozen", snapshot.asAt()));
    }

    private static Landmark on(Instant when, Kind kind, String text, LocalDate asAt) {
        return new Landmark(London.dayOf(when), kind, text, asAt);
    }

    private static Stream<Landmark> restatements(PlanPicture plan) {
        Map<LocalDate, Long> perDay =
                plan.kpis().values().stream()
                        .flatMap(kpi -> kpi.months().values().stream())
                        .flatMap(figure -> figure.restatements().stream())
                        .map(Restatement::recordedAt)
                        .collect(
                                Collectors.groupingBy(
                                        London::dayOf, TreeMap::new, Collectors.counting()));
        return perDay.entrySet().stream()
                .map(
                        day ->
                                new Landmark(
                                        day.getKey(),
                                        Kind.RESTATEMENT,
                                        day.getValue() == 1
                                                ? "1 figure restated"
                                                : day.getValue() + " figures restated",
                                        null));
    }
}
