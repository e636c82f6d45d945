package org.muniment.query.seen;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.muniment.kernel.plan.PlanEvent.FigureStated;
import org.muniment.kernel.plan.PlanEvent.VariationExplained;
import org.muniment.kernel.plan.VariationItem;
import org.muniment.query.picture.BudgetLinePicture;
import org.muniment.query.picture.KpiFigure;
import org.muniment.query.picture.KpiPicture;
import org.muniment.query.picture.PlanPicture;
import org.muniment.query.picture.ProjectPicture;
import org.muniment.query.picture.Restatement;
import org.muniment.query.picture.Said;
import org.muniment.query.picture.SnapshotPicture;

/**
 * What was put right between two pictures of a plan. A word about a month or day is a correction
 * where another had been said of it before, or where a pack then in force reported on it. Words
 * about later days are news, not corrections. Pure.
 */
final class Corrections {
    private final PlanPicture then;
    private final PlanPicture now;
    private final LocalDate reportedThrough;
    private final List<Found> found = new ArrayList<>();

    /** A correction as the pictures show it; the journal knows who made it, and why. */
    record Found(long position, String subject, String what, String before, String after) {}

    private Corrections(PlanPicture then, PlanPicture now) {
        this.then = then;
        this.now = now;
        reportedThrough =
                then.snapshotsInForce().stream()
                        .map(SnapshotPicture::asAt)
                        .max(Comparator.naturalOrder())
                        .orElse(LocalDate.EPOCH);
    }

    /** None where {@code then} is the later one: something came while the question was answered. */
    static List<Found> between(PlanPicture then, PlanPicture now) {
        if (then.position() >= now.position()) {
            return List.of();
        }
        Corrections corrections = new Corrections(then, now);
        then.kpis().forEach((id, kpi) -> corrections.kpi(kpi, now.kpis().get(id)));
        then.projects()
                .forEach((id, project) -> corrections.project(project, now.projects().get(id)));
        then.budgetLines().forEach((id, line) -> corrections.line(line, now.budgetLines().get(id)));
        corrections.variations();
        corrections.statements();
        corrections.snapshots();
        return corrections.found.stream()
                .filter(it -> !Objects.equals(it.before(), it.after()))
                .sorted(Comparator.comparingLong(Found::position))
                .toList();
    }

    private boolean isNew(long position) {
        return position > then.position();
    }

    private boolean wasReported(YearMonth month) {
        return !month.isAfter(reportedMonth());
    }

    private YearMonth reportedMonth() {
        return YearMonth.from(reportedThrough);
    }

    private boolean wasReported(LocalDate day) {
        return !day.isAfter(reportedThrough);
    }

    private void kpi(KpiPicture before, KpiPicture after) {
        after.months()
                .forEach(
                        (month, figure) -> {
                            KpiFigure shown = before.months().get(month);
                            if (isNew(figure.position()) && (shown != null || wasReported(month))) {
                                figure(after.id().toString(), month, shown, figure);
                            }
                        });
    }

    private void figure(String subject, YearMonth month, KpiFigure shown, KpiFigure figure) {
        String what = "figure of " + month;
        List<Restatement> all = figure.restatements();
        if (isNew(figure.recorded())) {
            String recorded = all.isEmpty() ? value(figure) : text(all.get(0).replaced());
            found.add(new Found(figure.recorded(), subject, what, value(shown), recorded));
            found.add(
                    new Found(
                            figure.recorded(),
                            subject,
                            "comment on the " + what,
                            shown == null ? null : text(shown.comment()),
                            text(figure.comment())));
        }
        for (Restatement restatement : all) {
            if (isNew(restatement.position())) {
                found.add(
                        new Found(
                                restatement.position(),
                                subject,
                                what + ", restated",
                                restatement.replaced() == null
                                        ? value(shown)
                                        : restatement.replaced().toString(),
                                restatement.actual().toString()));
            }
        }
    }

    private static String value(KpiFigure figure) {
        if (figure == null) {
            return null;
        }
        return figure.actual() == null
                ? "not measured: " + figure.reason()
                : figure.actual().toString();
    }

    private void project(ProjectPicture before, ProjectPicture after) {
        String subject = after.id().toString();
        words(
                subject,
                "report as at ",
                before.reports(),
                after.reports(),
                ProjectPicture.Report::position,
                report -> report.status() + ": " + report.update());
        ProjectPicture.Completion completion = after.completion();
        if (completion != null
                && isNew(completion.position())
                && (before.completion() != null || wasReported(completion.on()))) {
            found.add(
                    new Found(
                            completion.position(),
                            subject,
                            "completion",
                            before.completion() == null ? null : text(before.completion().on()),
                            completion.on().toString()));
        }
    }

    private void line(BudgetLinePicture before, BudgetLinePicture after) {
        words(
                after.id().toString(),
                "forecast as at ",
                before.forecasts(),
                after.forecasts(),
                Said::position,
                said -> said.word().toString());
    }

    private void variations() {
        words(
                now.adopted().plan().toString(),
                "explanation of the variation as at ",
                then.variations(),
                now.variations(),
                Said::position,
                said -> text(said.word()));
    }

    private static String text(VariationExplained explained) {
        String items =
                explained.items().stream()
                        .map(VariationItem::amount)
                        .map(Object::toString)
                        .collect(Collectors.joining(" + "));
        return explained.statedTotal() == null
                ? items
                : items + ", stated as " + explained.statedTotal();
    }

    private void statements() {
        now.stated()
                .forEach(
                        (figure, days) ->
                                words(
                                        now.adopted().plan().toString(),
                                        figure + " as stated as at ",
                                        then.stated()
                                                .getOrDefault(figure, Collections.emptySortedMap()),
                                        days,
                                        Said::position,
                                        Corrections::statement));
    }

    private static String statement(Said<FigureStated> said) {
        return said.word().value().toString();
    }

    private void snapshots() {
        List<String> inForce =
                now.snapshotsInForce().stream().map(snapshot -> snapshot.id().value()).toList();
        for (SnapshotPicture shown : then.snapshotsInForce()) {
            if (!inForce.contains(shown.id().value())) {
                replacement(now.snapshots().get(shown.id().value())).ifPresent(found::add);
            }
        }
    }

    /** What took a pack's place: as it was said, or by being published for it. */
    private Optional<Found> replacement(SnapshotPicture replaced) {
        if (replaced.superseded() != null) {
            return Optional.of(
                    replacement(
                            replaced,
                            replaced.superseded().position(),
                            replaced.superseded().by().value()));
        }
        return now.snapshotsInForce().stream()
                .filter(snapshot -> snapshot.quarter() == replaced.quarter())
                .findFirst()
                .map(
                        snapshot ->
                                replacement(
                                        replaced,
                                        snapshot.publications().get(0).position(),
                                        snapshot.id().value()));
    }

    private static Found replacement(SnapshotPicture replaced, long position, String by) {
        return new Found(
                position, replaced.id().toString(), "pack in force", replaced.id().value(), by);
    }

    private <T> void words(
            String subject,
            String what,
            SortedMap<LocalDate, T> before,
            SortedMap<LocalDate, T> after,
            Function<T, Long> position,
            Function<T, String> text) {
        after.forEach(
                (day, word) -> {
                    T shown = before.get(day);
                    if (isNew(position.apply(word)) && (shown != null || wasReported(day))) {
                        found.add(
                                new Found(
                                        position.apply(word),
                                        subject,
                                        what + day,
                                        shown == null ? null : text.apply(shown),
                                        text.apply(word)));
                    }
                });
    }

    private static String text(Object words) {
        return words == null ? null : words.toString();
    }
}
