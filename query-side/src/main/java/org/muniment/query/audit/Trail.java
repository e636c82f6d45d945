package org.muniment.query.audit;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.muniment.kernel.log.EventForm;
import org.muniment.kernel.log.EventForms;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.plan.PlanRecord;
import org.muniment.kernel.words.Malformed;
import org.muniment.query.journal.Journal;
import org.muniment.query.journal.Journal.Found;
import org.muniment.query.journal.TrailFilter;
import org.muniment.query.journal.UnknownPlan;
import org.muniment.query.moment.Moments;
import org.springframework.stereotype.Component;

/** Searches a plan's events by who, what, which kind and when. */
@Component
class Trail {
    /** The kinds of events a plan can have, by stored name. */
    static final Set<String> TYPES =
            EventForms.ALL.stream()
                    .filter(form -> PlanRecord.class.isAssignableFrom(form.type()))
                    .map(EventForm::name)
                    .collect(Collectors.toCollection(TreeSet::new));

    private final Journal journal;
    private final Moments moments;

    Trail(Journal journal, Moments moments) {
        this.journal = journal;
        this.moments = moments;
    }

    /**
     * What is looked for; whatever is null or blank may be anything.
     *
     * @param from the first London day
     * @param to the last London day
     */
    record Search(String by, String thing, String type, LocalDate from, LocalDate to) {
        TrailFilter filter() {
            return new TrailFilter(given(by), given(thing), given(type));
        }

        private static String given(String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }
    }

    /** Of everything that is on disk now. */
    Found find(PlanId plan, Search search, long after, int limit) {
        return find(plan, search, after, moments.resolve(null, "asOf").position(), limit);
    }

    /** Of the first {@code known} events of the log. */
    Found find(PlanId plan, Search search, long after, long known, int limit) {
        if (search.filter().type() != null && !TYPES.contains(search.filter().type())) {
            throw new Malformed("type", "must be one of " + String.join(", ", TYPES));
        }
        if (search.from() != null && search.to() != null && search.from().isAfter(search.to())) {
            throw new Malformed("from", "must not be later than to");
        }
        long begin = search.from() == null ? 0 : endOf(search.from().minusDays(1), "from");
        long end = search.to() == null ? known : Math.min(known, endOf(search.to(), "to"));
        return journal.search(plan, search.filter(), Math.max(after, begin), end, limit)
                .orElseThrow(() -> new UnknownPlan(plan, known));
    }

    private long endOf(LocalDate day, String field) {
        return moments.resolve(day.toString(), field).position();
    }
}
