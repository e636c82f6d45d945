package org.muniment.query.quarters;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.findings.FindingKind;
import org.muniment.kernel.snapshot.FindingOverride;
import org.muniment.kernel.snapshot.SnapshotId;
import org.muniment.query.journal.EventJson;
import org.muniment.query.journal.Journal;
import org.muniment.query.journal.JournalEntry;
import org.muniment.query.journal.UnknownThing;
import org.muniment.query.meetings.ForwardPlan;
import org.muniment.query.meetings.ForwardPlan.PlannedMeeting;
import org.muniment.query.meetings.ForwardPlans;
import org.muniment.query.moment.Moments;
import org.muniment.query.pack.Packs;
import org.muniment.query.pack.PublishedOnly;
import org.muniment.query.pack.SnapshotView;
import org.muniment.query.page.May;
import org.muniment.query.page.PlanMoment;
import org.muniment.query.page.PlanPages;
import org.muniment.query.picture.PlanPicture;
import org.muniment.query.picture.SnapshotPicture;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One pack: what became of it, what was overridden for it, what came after it, and its files. */
@Controller
class SnapshotPage {
    /** A pack has a handful of events: frozen, confirmed, published perhaps twice, superseded. */
    private static final int MOST = 100;

    private final PlanPages pages;
    private final Packs packs;
    private final ForwardPlans forwardPlans;
    private final Journal journal;
    private final Moments moments;
    private final May may;

    SnapshotPage(
            PlanPages pages,
            Packs packs,
            ForwardPlans forwardPlans,
            Journal journal,
            Moments moments,
            May may) {
        this.pages = pages;
        this.packs = packs;
        this.forwardPlans = forwardPlans;
        this.journal = journal;
        this.moments = moments;
        this.may = may;
    }

    /** {@code thing} is null where every finding of the kind was overridden. */
    record Overridden(FindingKind kind, String thing, String reason) {}

    record Published(String meeting, PlannedMeeting to, Instant at) {}

    record Later(String kpi, String title, YearMonth month, Figure before, Figure now) {}

    record Event(Instant at, String type, String by, String role, String reason) {}

    @GetMapping("/snapshots/{snapshot}")
    String show(
            @PathVariable SnapshotId snapshot,
            @RequestParam(required = false) String asOf,
            @RequestParam(required = false) LocalDate asAt,
            Warrant warrant,
            Model model) {
        long now = moments.resolve(null, "asOf").position();
        var plan = journal.planOf(snapshot.toString(), now).adopted().plan();
        PlanMoment here = pages.open(plan, asOf, asAt, warrant, model);
        PlanPicture picture = journal.knownAt(plan, here.asOf().position());
        SnapshotPicture found = picture.snapshots().get(snapshot.value());
        if (found == null) {
            throw new UnknownThing(snapshot.toString());
        }
        PublishedOnly.require(picture, found, warrant);
        SnapshotView view = packs.view(picture, found);
        ForwardPlan meetings =
                forwardPlans.at(picture.adopted().partnership(), here.asOf().position());
        model.addAttribute("snapshot", view);
        model.addAttribute(
                "overrides", view.overrides().stream().map(it -> overridden(it, picture)).toList());
        model.addAttribute(
                "publications",
                view.publications().stream()
                        .map(
                                it ->
                                        new Published(
                                                it.meeting(),
                                                meetings.meeting(it.meeting()).orElse(null),
                                                it.publishedAt()))
                        .toList());
        model.addAttribute(
                "later",
                view.late().stream()
                        .map(
                                it ->
                                        new Later(
                                                it.kpi(),
                                                picture.kpis().get(it.kpi()).name(),
                                                it.month(),
                                                it.before(),
                                                it.now()))
                        .toList());
        if (may.get("/api/snapshots/" + snapshot.value() + "/history")) {
            model.addAttribute("history", history(snapshot, here.asOf().position()));
        }
        return "snapshot";
    }

    private static Overridden overridden(FindingOverride override, PlanPicture plan) {
        String[] name = override.finding().value().split(":", 2);
        return new Overridden(
                FindingKind.of(name[0]),
                name.length == 1 ? null : Mending.thing(name[1], plan),
                override.reason().value());
    }

    private List<Event> history(SnapshotId snapshot, long position) {
        return journal.historyOf(snapshot.toString(), 0, MOST).orElse(List.of()).stream()
                .filter(entry -> entry.position() <= position)
                .map(SnapshotPage::event)
                .toList();
    }

    private static Event event(JournalEntry entry) {
        Map<?, ?> metadata = EventJson.read(entry.metadata(), Map.class);
        return new Event(
                entry.recordedAt(),
                entry.type(),
                (String) metadata.get("by"),
                (String) metadata.get("role"),
                (String) metadata.get("why"));
    }
}
