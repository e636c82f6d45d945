package org.muniment.query.why;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.muniment.kernel.plan.PlanRecord;
import org.muniment.kernel.project.ProjectEvent.ProjectAdded;
import org.muniment.kernel.project.ProjectEvent.ProjectCompleted;
import org.muniment.kernel.project.ProjectEvent.ProjectProgressReported;
import org.muniment.kernel.project.ProjectEvent.ProjectRescheduled;
import org.muniment.query.dashboard.ProjectTable.ProjectRow;
import org.muniment.query.telling.Say;

/** Why the words of one project are what its row shows. Pure. */
final class ProjectWhy {
    private final ProjectRow row;
    private final LocalDate asAt;
    private final List<Act> acts;

    /** {@code acts} are the project's events up to the moment, in order. */
    private ProjectWhy(ProjectRow row, LocalDate asAt, List<Act> acts) {
        this.row = row;
        this.asAt = asAt;
        this.acts = acts;
    }

    static List<Explained> of(ProjectRow row, LocalDate asAt, List<Act> acts) {
        ProjectWhy why = new ProjectWhy(row, asAt, acts);
        return List.of(why.status(), why.finish(), why.originalFinish(), why.start());
    }

    private String name(String figure) {
        return "projects." + row.id() + "." + figure;
    }

    private List<Long> positions(Predicate<PlanRecord> made) {
        return acts.stream().filter(act -> made.test(act.event())).map(Act::position).toList();
    }

    private Explained status() {
        return Explained.of(
                name("status"),
                "Status",
                row.status(),
                List.of(statusSentence()),
                positions(
                        event ->
                                event instanceof ProjectCompleted
                                        || event instanceof ProjectProgressReported reported
                                                && reported.asAt().equals(row.reportedAsAt())));
    }

    private String statusSentence() {
        if (row.completed()) {
            return "It was reported as completed on %s, and a completed project counts as GREEN."
                    .formatted(Say.day(row.completedOn()));
        }
        if (row.status() == null) {
            return "Nothing has been reported of it yet.";
        }
        String said =
                "An officer reported it as %s as at %s; no rule worked it out."
                        .formatted(row.status(), Say.day(row.reportedAsAt()));
        return row.reportedAsAt().isAfter(asAt)
                ? said
                        + " That is after the cut-off of %s, but there is no earlier report."
                                .formatted(Say.day(asAt))
                : said + " It is the last report up to %s.".formatted(Say.day(asAt));
    }

    private Explained finish() {
        List<String> because = new ArrayList<>();
        because.add(
                row.originalFinish() == null
                        ? "It was added without an end."
                        : "It was added with the finish %s."
                                .formatted(Say.date(row.originalFinish())));
        for (Act act : acts) {
            if (act.event() instanceof ProjectRescheduled moved) {
                because.add(
                        "It was moved to %s. The reason given: %s"
                                .formatted(Say.date(moved.finish()), moved.reason()));
            }
        }
        return Explained.of(
                name("finish"),
                "Finish",
                row.finish(),
                because,
                positions(
                        event ->
                                event instanceof ProjectAdded
                                        || event instanceof ProjectRescheduled));
    }

    private Explained originalFinish() {
        return Explained.of(
                name("originalFinish"),
                "Original finish",
                row.originalFinish(),
                List.of(
                        row.originalFinish() == null
                                ? "It was added without an end."
                                : "It is the finish the project was added with. It stays, wherever"
                                        + " the finish is moved."),
                positions(event -> event instanceof ProjectAdded));
    }

    private Explained start() {
        return Explained.of(
                name("start"),
                "Start",
                row.start(),
                List.of("It is the start the project was added with."),
                positions(event -> event instanceof ProjectAdded));
    }
}
