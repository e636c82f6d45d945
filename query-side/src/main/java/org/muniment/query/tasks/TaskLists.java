package org.muniment.query.tasks;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.plan.PlanId;
import org.muniment.query.journal.EventJson;
import org.muniment.query.journal.Journal;
import org.muniment.query.journal.JournalEntry;
import org.muniment.query.moment.AsOf;
import org.muniment.query.picture.KpiFigure;
import org.muniment.query.picture.PlanPicture;
import org.springframework.stereotype.Component;

/** What is wanted from somebody at a moment. */
@Component
class TaskLists {
    private final Journal journal;

    TaskLists(Journal journal) {
        this.journal = journal;
    }

    List<Task> of(PlanId plan, AsOf now, Warrant warrant, String reader) {
        PlanPicture picture = journal.knownAt(plan, now.position());
        return Tasks.of(picture, now.day(), warrant, reader, recorders(plan, picture));
    }

    private Map<Long, String> recorders(PlanId plan, PlanPicture picture) {
        List<Long> unsigned =
                picture.kpis().values().stream()
                        .flatMap(kpi -> kpi.months().values().stream())
                        .filter(KpiFigure::lacksSignOff)
                        .map(KpiFigure::position)
                        .toList();
        return journal.entriesAt(plan, unsigned).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> senderOf(entry.getValue())));
    }

    private static String senderOf(JournalEntry entry) {
        return String.valueOf(EventJson.read(entry.metadata(), Map.class).get("by"));
    }
}
