package org.muniment.kernel.project;

import java.util.List;
import org.muniment.kernel.time.MonthOrDay;
import org.muniment.kernel.words.Code;
import org.muniment.kernel.words.Lead;
import org.muniment.kernel.words.Malformed;
import org.muniment.kernel.words.Title;

/** What a project sets out to do; {@code finish} is absent while it is ongoing without an end. */
public record ProjectOutline(
        Code service,
        Title section,
        Title title,
        List<Lead> leads,
        MonthOrDay start,
        MonthOrDay finish,
        List<Milestone> milestones) {
    public ProjectOutline {
        leads = leads == null ? List.of() : List.copyOf(leads);
        milestones = milestones == null ? List.of() : List.copyOf(milestones);
        if (finish != null && finish.lastDay().isBefore(start.firstDay())) {
            throw new Malformed("finish", "must not lie before the start, " + start);
        }
        if (milestones.stream().map(Milestone::id).distinct().count() < milestones.size()) {
            throw new Malformed("milestones", "must not use an id twice");
        }
    }
}
