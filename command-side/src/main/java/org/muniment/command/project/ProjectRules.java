package org.muniment.command.project;

import org.muniment.kernel.project.ProgressStatus;
import org.muniment.kernel.project.ProjectEvent.ProjectCompleted;
import org.muniment.kernel.time.MonthOrDay;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.Refused;

/** Where a project's changes are refused, and why. Pure. */
final class ProjectRules {
    private ProjectRules() {}

    static void requireOpen(ProjectCompleted completed) {
        if (completed != null) {
            throw Refused.by(
                    "project-completed", "the project was completed on " + completed.completedOn());
        }
    }

    static void requireNotBefore(MonthOrDay start, MonthOrDay finish) {
        if (finish.lastDay().isBefore(start.firstDay())) {
            throw Refused.because(
                    "finish-before-start", "finish", "must not lie before the start, " + start);
        }
    }

    static void requireExplained(ProgressStatus status, Narrative proposedAction) {
        if (status == ProgressStatus.RED && proposedAction == null) {
            throw Refused.because(
                    "action-required",
                    "proposedAction",
                    "the project is RED, so a proposed action is required");
        }
    }
}
