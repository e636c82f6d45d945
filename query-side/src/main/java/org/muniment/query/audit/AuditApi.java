package org.muniment.query.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.muniment.kernel.access.AccessId;
import org.muniment.kernel.budget.BudgetLineId;
import org.muniment.kernel.kpi.KpiId;
import org.muniment.kernel.person.SubjectId;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.project.ProjectId;
import org.muniment.kernel.snapshot.SnapshotId;
import org.muniment.kernel.words.Malformed;
import org.muniment.kernel.words.PersonId;
import org.muniment.query.audit.Trail.Search;
import org.muniment.query.journal.Journal;
import org.muniment.query.journal.JournalEntry;
import org.muniment.query.journal.Streams;
import org.muniment.query.journal.UnknownThing;
import org.muniment.query.moment.Moments;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AuditApi {
    private static final int MOST = 1000;
    private static final int IN_A_FILE = 10_000;

    private final Trail trail;
    private final Journal journal;
    private final Streams streams;
    private final Moments moments;
    private final LeafHashes leaves;

    AuditApi(Trail trail, Journal journal, Streams streams, Moments moments, LeafHashes leaves) {
        this.trail = trail;
        this.journal = journal;
        this.streams = streams;
        this.moments = moments;
        this.leaves = leaves;
    }

    /**
     * All of a plan's events, or those by one person, of one thing ({@code kpi:grant-claims}, or
     * its id), of one kind, of some days. A page may hold few of them and still not be the last.
     */
    @GetMapping("/api/plans/{plan}/events")
    EventPage events(
            @PathVariable PlanId plan,
            @RequestParam(required = false) String by,
            @RequestParam(required = false) String thing,
            @RequestParam(required = false) String type,
            @RequestParam(required = false) LocalDate from,
            @RequestParam(required = false) LocalDate to,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "100") int limit) {
        requirePaging(after, limit);
        return EventPage.of(
                trail.find(plan, new Search(by, thing, type, from, to), after, limit), leaves);
    }

    /** The same as a file, without the payloads; {@code Link} says where it goes on. */
    @GetMapping("/api/plans/{plan}/events.csv")
    ResponseEntity<byte[]> file(
            @PathVariable PlanId plan,
            @RequestParam(required = false) String by,
            @RequestParam(required = false) String thing,
            @RequestParam(required = false) String type,
            @RequestParam(required = false) LocalDate from,
            @RequestParam(required = false) LocalDate to,
            @RequestParam(defaultValue = "0") long after) {
        requirePaging(after, MOST);
        EventPage page =
                EventPage.of(
                        trail.find(plan, new Search(by, thing, type, from, to), after, IN_A_FILE),
                        leaves);
        return TrailFile.of(plan, page);
    }

    @GetMapping("/api/kpis/{id}/history")
    EventPage kpi(
            @PathVariable KpiId id,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "100") int limit) {
        return history(id.toString(), after, limit);
    }

    @GetMapping("/api/projects/{id}/history")
    EventPage project(
            @PathVariable ProjectId id,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "100") int limit) {
        return history(id.toString(), after, limit);
    }

    @GetMapping("/api/budget-lines/{id}/history")
    EventPage budgetLine(
            @PathVariable BudgetLineId id,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "100") int limit) {
        return history(id.toString(), after, limit);
    }

    @GetMapping("/api/snapshots/{id}/history")
    EventPage snapshot(
            @PathVariable SnapshotId id,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "100") int limit) {
        return history(id.toString(), after, limit);
    }

    @GetMapping("/api/people/{id}/history")
    EventPage person(
            @PathVariable SubjectId id,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "100") int limit) {
        return ofNoPlan(id.toString(), after, limit);
    }

    @GetMapping("/api/access/{person}/history")
    EventPage access(
            @PathVariable PersonId person,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "100") int limit) {
        return ofNoPlan(new AccessId(person).toString(), after, limit);
    }

    private EventPage ofNoPlan(String stream, long after, int limit) {
        requirePaging(after, limit);
        moments.resolve(null, "asOf");
        return page(stream, streams.historyOf(stream, after, limit + 1), limit);
    }

    private EventPage history(String subject, long after, int limit) {
        requirePaging(after, limit);
        moments.resolve(null, "asOf");
        return page(subject, journal.historyOf(subject, after, limit + 1), limit);
    }

    private EventPage page(String subject, Optional<List<JournalEntry>> entries, int limit) {
        return entries.map(known -> EventPage.of(known, limit, leaves))
                .orElseThrow(() -> new UnknownThing(subject));
    }

    private static void requirePaging(long after, int limit) {
        if (after < 0) {
            throw new Malformed("after", "must be a position, 0 or more");
        }
        if (limit < 1 || limit > MOST) {
            throw new Malformed("limit", "must lie between 1 and " + MOST);
        }
    }
}
