package org.muniment.query.why;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.kpi.KpiEvent.KpiActualSignedOff;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.words.Malformed;
import org.muniment.query.audit.EventProofs;
import org.muniment.query.journal.EventJson;
import org.muniment.query.journal.Journal;
import org.muniment.query.journal.JournalEntry;
import org.muniment.query.journal.UnknownThing;
import org.muniment.query.moment.AsOf;
import org.muniment.query.pack.PublishedOnly;
import org.muniment.query.picture.PlanPicture;
import org.muniment.query.telling.Telling;
import org.muniment.query.why.Why.Told;
import org.springframework.stereotype.Component;

/** Answers the question "why this figure?" with what the asker may know. */
@Component
public class Explanations {
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z0-9-]{1,64}(\\.[A-Za-z0-9-]{1,64}){0,7}");

    private final Journal journal;
    private final EventProofs proofs;

    Explanations(Journal journal, EventProofs proofs) {
        this.journal = journal;
        this.proofs = proofs;
    }

    /**
     * @param asAt null means the day of that moment
     * @throws Malformed where the name is none a figure could have
     * @throws UnknownThing where the dashboard has no such figure
     */
    public Why why(PlanId plan, String figure, AsOf moment, LocalDate asAt, Warrant warrant) {
        if (!NAME.matcher(figure).matches()) {
            throw new Malformed("figure", "must be words joined by points: projects.total");
        }
        PlanPicture picture = journal.knownAt(plan, moment.position());
        Known known = Known.of(picture, moment, Objects.requireNonNullElse(asAt, moment.day()));
        boolean informed = PublishedOnly.appliesTo(picture.adopted().partnership(), warrant);
        Map<Long, JournalEntry> entries = new HashMap<>();
        Function<String, List<Act>> history =
                stream ->
                        history(stream, moment.position()).stream()
                                .peek(entry -> entries.put(entry.position(), entry))
                                .map(Explanations::act)
                                .filter(act -> !informed || !isOfStaff(act))
                                .toList();
        List<Explained> figures = new Figures(known, history).named(figure);
        if (figures.isEmpty()) {
            throw new UnknownThing("figure " + figure);
        }
        return new Why(
                plan.value(), moment, known.asAt(), figure, figures, told(plan, figures, entries));
    }

    /** Those whom the committee informs are not shown who has checked a figure, and how. */
    private static boolean isOfStaff(Act act) {
        return act.event() instanceof KpiActualSignedOff;
    }

    private List<JournalEntry> history(String stream, long position) {
        return journal.historyOf(stream, 0, Integer.MAX_VALUE).orElse(List.of()).stream()
                .filter(entry -> entry.position() <= position)
                .toList();
    }

    private List<Told> told(PlanId plan, List<Explained> figures, Map<Long, JournalEntry> entries) {
        SortedSet<Long> positions = new TreeSet<>();
        figures.forEach(figure -> positions.addAll(figure.positions()));
        SortedSet<Long> unread = new TreeSet<>(positions);
        unread.removeAll(entries.keySet());
        entries.putAll(journal.entriesAt(plan, unread));
        return positions.stream().map(position -> told(entries.get(position))).toList();
    }

    private Told told(JournalEntry entry) {
        Act act = act(entry);
        return new Told(
                entry.position(),
                entry.recordedAt(),
                entry.type(),
                entry.subject(),
                Telling.of(act.event()),
                act.by(),
                act.role(),
                act.onBehalfOf(),
                act.why(),
                proofs.of(entry));
    }

    private static Act act(JournalEntry entry) {
        Map<?, ?> metadata = EventJson.read(entry.metadata(), Map.class);
        return new Act(
                entry.position(),
                entry.recordedAt(),
                entry.logged().event(),
                (String) metadata.get("by"),
                (String) metadata.get("role"),
                (String) metadata.get("onBehalfOf"),
                (String) metadata.get("why"));
    }
}
