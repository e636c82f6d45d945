package org.muniment.query.tasks;

import java.security.Principal;
import java.util.List;
import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.plan.PlanId;
import org.muniment.query.page.PlanMoment;
import org.muniment.query.page.PlanPages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What somebody has to do, each with the form to do it. It is always about now. */
@Controller
class TasksPage {
    private final PlanPages pages;
    private final TaskLists lists;

    TasksPage(PlanPages pages, TaskLists lists) {
        this.pages = pages;
        this.lists = lists;
    }

    @GetMapping("/plans/{plan}/tasks")
    String tasks(@PathVariable PlanId plan, Warrant warrant, Principal reader, Model model) {
        PlanMoment here = pages.open(plan, null, null, warrant, model);
        List<Task> tasks = lists.of(plan, here.asOf(), warrant, reader.getName());
        model.addAttribute("overdue", tasks.stream().filter(Task::overdue).toList());
        model.addAttribute("due", tasks.stream().filter(task -> !task.overdue()).toList());
        return "tasks";
    }
}
