package org.muniment.query.tasks;

import java.security.Principal;
import java.util.List;
import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.plan.PlanId;
import org.muniment.query.moment.AsOf;
import org.muniment.query.moment.Moments;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TasksApi {
    private final TaskLists lists;
    private final Moments moments;

    TasksApi(TaskLists lists, Moments moments) {
        this.lists = lists;
        this.moments = moments;
    }

    record TaskList(String plan, AsOf asOf, List<Task> items) {}

    @GetMapping("/api/plans/{plan}/tasks")
    TaskList tasks(@PathVariable PlanId plan, Warrant warrant, Principal reader) {
        AsOf now = moments.resolve(null, "asOf");
        return new TaskList(plan.value(), now, lists.of(plan, now, warrant, reader.getName()));
    }
}
