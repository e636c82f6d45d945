package org.muniment.ops.forms;

import java.time.LocalDate;
import java.util.List;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.plan.PlanEvent.PlanAdopted;
import org.muniment.query.journal.Directory.PlanEntry;
import org.muniment.query.meetings.ForwardPlan;
import org.muniment.query.picture.BudgetLinePicture;
import org.muniment.query.picture.KpiPicture;
import org.muniment.query.picture.PlanPicture;
import org.muniment.query.picture.ProjectPicture;
import org.muniment.query.picture.SnapshotPicture;

/**
 * What a command is about, as it stands now.
 *
 * @param stream such as {@code kpi:grant-claims}
 * @param version null for what is named only to add to it
 * @param page where it is shown
 * @param plan null for what belongs to a partnership
 * @param today the day in London
 */
record Subject(
        String stream,
        String title,
        Long version,
        String page,
        PlanPicture plan,
        PartnershipId partnership,
        ForwardPlan meetings,
        List<Option> lenders,
        LocalDate today) {
    String id() {
        return stream.substring(stream.indexOf(':') + 1);
    }

    /** For the navigation; null for what belongs to a partnership. */
    PlanEntry planEntry() {
        if (plan == null) {
            return null;
        }
        PlanAdopted adopted = plan.adopted();
        return new PlanEntry(
                adopted.plan().value(),
                adopted.partnership().value(),
                adopted.financialYear().toString(),
                adopted.title().toString());
    }

    KpiPicture kpi() {
        return plan.kpis().get(id());
    }

    ProjectPicture project() {
        return plan.projects().get(id());
    }

    BudgetLinePicture line() {
        return plan.budgetLines().get(id());
    }

    SnapshotPicture snapshot() {
        return plan.snapshots().get(id());
    }

    ForwardPlan.PlannedMeeting meeting() {
        return meetings.meeting(id()).orElseThrow();
    }
}
