package org.muniment.query.pack;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.snapshot.FindingOverride;
import org.muniment.kernel.time.Quarter;
import org.muniment.kernel.words.Sha256;
import org.muniment.kernel.words.Version;
import org.muniment.query.picture.KpiFigure;
import org.muniment.query.picture.KpiPicture;
import org.muniment.query.picture.PlanPicture;
import org.muniment.query.picture.SnapshotPicture;

/**
 * A snapshot as it stands.
 *
 * @param position what its pack knows: the first so many events of the log
 * @param late figures of its months that were recorded or restated after the pack was taken
 */
public record SnapshotView(
        String id,
        String plan,
        long version,
        State state,
        Quarter quarter,
        LocalDate asAt,
        long position,
        Version rules,
        Version template,
        Sha256 sha256,
        List<FindingOverride> overrides,
        Deed frozen,
        Deed confirmed,
        List<Published> publications,
        String supersedes,
        Successor superseded,
        List<Late> late,
        Map<String, String> links) {
    public enum State {
        FROZEN,
        CONFIRMED,
        PUBLISHED,
        SUPERSEDED
    }

    public record Deed(String by, Instant at, long position) {
        static Deed of(SnapshotPicture.Act act) {
            return act == null
                    ? null
                    : new Deed(act.by().value(), act.recordedAt(), act.position());
        }
    }

    public record Published(String meeting, Instant publishedAt, long position) {}

    public record Successor(String by, String reason, Instant at, long position) {}

    /** {@code before} is the figure in the pack; absent where it had none. */
    public record Late(String kpi, YearMonth month, Figure before, Figure now, long position) {}

    /** {@code taken} is the plan's picture that the pack was taken of. */
    public static SnapshotView of(PlanPicture plan, SnapshotPicture snapshot, PlanPicture taken) {
        SnapshotPicture.Supersession superseded = snapshot.superseded();
        return new SnapshotView(
                snapshot.id().value(),
                plan.adopted().plan().value(),
                snapshot.version(),
                state(plan, snapshot),
                snapshot.quarter(),
                snapshot.asAt(),
                snapshot.position(),
                snapshot.rules(),
                snapshot.template(),
                snapshot.sha256(),
                snapshot.overrides(),
                Deed.of(snapshot.frozen()),
                Deed.of(snapshot.confirmed()),
                snapshot.publications().stream()
                        .map(
                                it ->
                                        new Published(
                                                it.meeting().value(),
                                                it.recordedAt(),
                                                it.position()))
                        .toList(),
                snapshot.supersedes() == null ? null : snapshot.supersedes().value(),
                superseded == null
                        ? null
                        : new Successor(
                                superseded.by().value(),
                                superseded.reason().value(),
                                superseded.recordedAt(),
                                superseded.position()),
                late(plan, snapshot, taken),
                links(snapshot));
    }

    private static State state(PlanPicture plan, SnapshotPicture snapshot) {
        if (snapshot.superseded() != null) {
            return State.SUPERSEDED;
        }
        if (snapshot.isPublished()) {
            return plan.snapshotsInForce().contains(snapshot) ? State.PUBLISHED : State.SUPERSEDED;
        }
        return snapshot.confirmed() == null ? State.FROZEN : State.CONFIRMED;
    }

    private static List<Late> late(PlanPicture plan, SnapshotPicture snapshot, PlanPicture taken) {
        List<Late> late = new ArrayList<>();
        for (KpiPicture kpi : plan.kpis().values()) {
            kpi.months()
                    .forEach(
                            (month, figure) -> {
                                if (snapshot.covers(month)
                                        && figure.position() > snapshot.position()) {
                                    late.add(
                                            new Late(
                                                    kpi.id().value(),
                                                    month,
                                                    shown(taken, kpi.id().value(), month),
                                                    figure.actual(),
                                                    figure.position()));
                                }
                            });
        }
        return late;
    }

    private static Figure shown(PlanPicture taken, String kpi, YearMonth month) {
        KpiPicture then = taken.kpis().get(kpi);
        KpiFigure figure = then == null ? null : then.months().get(month);
        return figure == null ? null : figure.actual();
    }

    private static Map<String, String> links(SnapshotPicture snapshot) {
        String base = "/api/snapshots/" + snapshot.id().value();
        Map<String, String> links = new LinkedHashMap<>();
        links.put("content", base + "/content");
        links.put("html", base + "/report.html");
        links.put("pdf", base + "/report.pdf");
        links.put("csv", base + "/report.csv");
        links.put("xlsx", base + "/report.xlsx");
        return links;
    }
}
