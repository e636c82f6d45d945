package org.muniment.query.picture;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.muniment.kernel.project.ProgressStatus;
import org.muniment.kernel.project.ProjectEvent;
import org.muniment.kernel.project.ProjectEvent.ProjectAdded;
import org.muniment.kernel.project.ProjectEvent.ProjectCompleted;
import org.muniment.kernel.project.ProjectEvent.ProjectProgressReported;
import org.muniment.kernel.project.ProjectEvent.ProjectRescheduled;
import org.muniment.kernel.project.ProjectId;
import org.muniment.kernel.project.ProjectOutline;
import org.muniment.kernel.time.MonthOrDay;
import org.muniment.kernel.words.Narrative;

/**
 * One project: what it set out to do, its present finish, and what was reported of it.
 *
 * @param version how many events it has
 * @param finish the finish after any rescheduling; absent while ongoing
 * @param rescheduled why the finish was moved last; absent where it never was
 * @param completion absent while the project runs
 */
public record ProjectPicture(
        ProjectId id,
        long version,
        ProjectOutline outline,
        MonthOrDay finish,
        Narrative rescheduled,
        SortedMap<LocalDate, Report> reports,
        Completion completion) {
    /** What an officer said of the project as at a day. */
    public record Report(
            ProgressStatus status, Narrative update, Narrative proposedAction, long position) {}

    public record Completion(LocalDate on, Narrative update, long position) {}

    static ProjectPicture of(ProjectAdded event) {
        return new ProjectPicture(
                event.project(),
                1,
                event.outline(),
                event.outline().finish(),
                null,
                Fold.none(),
                null);
    }

    ProjectPicture after(ProjectEvent event, long position) {
        if (event instanceof ProjectProgressReported reported) {
            Report report =
                    new Report(
                            reported.status(),
                            reported.update(),
                            reported.proposedAction(),
                            position);
            return new ProjectPicture(
                    id,
                    version + 1,
                    outline,
                    finish,
                    rescheduled,
                    Fold.withSorted(reports, reported.asAt(), report),
                    completion);
        }
        if (event instanceof ProjectRescheduled moved) {
            return new ProjectPicture(
                    id, version + 1, outline, moved.finish(), moved.reason(), reports, completion);
        }
        ProjectCompleted completed = (ProjectCompleted) event;
        return new ProjectPicture(
                id,
                version + 1,
                outline,
                finish,
                rescheduled,
                reports,
                new Completion(completed.completedOn(), completed.update(), position));
    }

    /**
     * The last report as at {@code cutOff} or before; where there is only later knowledge, the
     * first of it (a finding says so).
     */
    public Optional<Map.Entry<LocalDate, Report>> reportAt(LocalDate cutOff) {
        if (reports.isEmpty()) {
            return Optional.empty();
        }
        SortedMap<LocalDate, Report> known = reports.headMap(cutOff.plusDays(1));
        LocalDate day = known.isEmpty() ? reports.firstKey() : known.lastKey();
        return Optional.of(Map.entry(day, reports.get(day)));
    }
}
