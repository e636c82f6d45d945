package org.muniment.query.thing;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.budget.BudgetLineId;
import org.muniment.kernel.kpi.KpiId;
import org.muniment.kernel.project.ProjectId;
import org.muniment.query.journal.Journal;
import org.muniment.query.journal.UnknownThing;
import org.muniment.query.moment.Moments;
import org.muniment.query.pack.PublishedOnly;
import org.muniment.query.picture.PlanPicture;
import org.muniment.query.version.VersionTag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ThingsApi {
    private final Journal journal;
    private final Moments moments;

    ThingsApi(Journal journal, Moments moments) {
        this.journal = journal;
        this.moments = moments;
    }

    @GetMapping("/api/kpis/{kpi}")
    KpiView kpi(
            @PathVariable KpiId kpi,
            @RequestParam(required = false) Long after,
            Warrant warrant,
            HttpServletResponse response) {
        PlanPicture plan = planOf(kpi.toString(), after);
        KpiView view =
                KpiView.of(
                        plan,
                        known(plan.kpis(), kpi.value(), kpi.toString()),
                        !PublishedOnly.appliesTo(plan.adopted().partnership(), warrant));
        VersionTag.set(response, view.version());
        return view;
    }

    @GetMapping("/api/projects/{project}")
    ProjectView project(
            @PathVariable ProjectId project,
            @RequestParam(required = false) Long after,
            HttpServletResponse response) {
        PlanPicture plan = planOf(project.toString(), after);
        ProjectView view =
                ProjectView.of(plan, known(plan.projects(), project.value(), project.toString()));
        VersionTag.set(response, view.version());
        return view;
    }

    @GetMapping("/api/budget-lines/{line}")
    BudgetLineView budgetLine(
            @PathVariable BudgetLineId line,
            @RequestParam(required = false) Long after,
            HttpServletResponse response) {
        PlanPicture plan = planOf(line.toString(), after);
        BudgetLineView view =
                BudgetLineView.of(plan, known(plan.budgetLines(), line.value(), line.toString()));
        VersionTag.set(response, view.version());
        return view;
    }

    private PlanPicture planOf(String subject, Long after) {
        moments.awaitOwn(after, "after");
        return journal.planOf(subject, moments.resolve(null, "asOf").position());
    }

    private static <T> T known(Map<String, T> things, String id, String subject) {
        if (!things.containsKey(id)) {
            throw new UnknownThing(subject);
        }
        return things.get(id);
    }
}
