package org.muniment.query.thing;

import java.time.LocalDate;
import java.util.List;
import org.muniment.kernel.project.Milestone;
import org.muniment.kernel.project.ProgressStatus;
import org.muniment.kernel.project.ProjectOutline;
import org.muniment.kernel.time.MonthOrDay;
import org.muniment.kernel.words.Code;
import org.muniment.kernel.words.Lead;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.Title;
import org.muniment.query.picture.PlanPicture;
import org.muniment.query.picture.ProjectPicture;
import org.muniment.query.picture.ProjectPicture.Completion;
import org.muniment.query.picture.ProjectPicture.Report;

/**
 * One project.
 *
 * @param finish absent while ongoing
 * @param originalFinish the finish the project was added with
 * @param rescheduled why the finish was moved last; absent where it never was
 * @param completion absent while it runs
 */
record ProjectView(
        String id,
        String plan,
        long version,
        Code service,
        Title section,
        Title title,
        List<Lead> leads,
        MonthOrDay start,
        MonthOrDay finish,
        MonthOrDay originalFinish,
        Narrative rescheduled,
        List<Milestone> milestones,
        List<Progress> progress,
        Completed completion) {
    record Progress(
            LocalDate asAt, ProgressStatus status, Narrative update, Narrative proposedAction) {
        static Progress of(LocalDate asAt, Report report) {
            return new Progress(asAt, report.status(), report.update(), report.proposedAction());
        }
    }

    record Completed(LocalDate completedOn, Narrative update) {
        static Completed of(Completion completion) {
            return completion == null ? null : new Completed(completion.on(), completion.update());
        }
    }

    static ProjectView of(PlanPicture plan, ProjectPicture project) {
        ProjectOutline outline = project.outline();
        return new ProjectView(
                project.id().value(),
                plan.adopted().plan().value(),
                project.version(),
                outline.service(),
                outline.section(),
                outline.title(),
                outline.leads(),
                outline.start(),
                project.finish(),
                outline.finish(),
                project.rescheduled(),
                outline.milestones(),
                project.reports().entrySet().stream()
                        .map(report -> Progress.of(report.getKey(), report.getValue()))
                        .toList(),
                Completed.of(project.completion()));
    }
}
