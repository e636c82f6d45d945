package org.muniment.query.seen;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.budget.BudgetLineId;
import org.muniment.kernel.kpi.KpiId;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.project.ProjectId;
import org.muniment.kernel.time.MonthOrDay;
import org.muniment.query.audit.EventProofs;
import org.muniment.query.dashboard.Tables;
import org.muniment.query.journal.Journal;
import org.muniment.query.meetings.ForwardPlan;
import org.muniment.query.meetings.ForwardPlans;
import org.muniment.query.page.PlanPages;
import org.muniment.query.page.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What members saw on a day, to be printed as evidence. */
@Controller
class SeenPage {
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}(-[0-9]{2})?");
    private static final Words WORDS = new Words();

    private final SeenApi answers;
    private final Journal journal;
    private final EventProofs proofs;
    private final PlanPages pages;
    private final ForwardPlans forwardPlans;

    SeenPage(
            SeenApi answers,
            Journal journal,
            EventProofs proofs,
            PlanPages pages,
            ForwardPlans forwardPlans) {
        this.answers = answers;
        this.journal = journal;
        this.proofs = proofs;
        this.pages = pages;
        this.forwardPlans = forwardPlans;
    }

    /** A day chosen in the frame takes the place of {@code on}; without either it is today. */
    @GetMapping("/plans/{plan}/seen")
    String seen(
            @PathVariable PlanId plan,
            @RequestParam(required = false) String on,
            @RequestParam(required = false) String asOf,
            Warrant warrant,
            Model model) {
        Seen seen = answers.seen(plan, asked(plan, on, asOf, warrant, model));
        boolean wholeDay = DAY.matcher(seen.on()).matches();
        pages.open(plan, wholeDay ? seen.on() : seen.instant().toString(), null, warrant, model);
        model.addAttribute("seen", seen);
        model.addAttribute("titles", titles(seen));
        model.addAttribute("meetings", meetings(plan, seen));
        model.addAttribute("corrections", seen.since().stream().map(SeenPage::worded).toList());
        model.addAttribute("wholeDay", wholeDay);
        journal.lastAt(plan, seen.position())
                .ifPresent(
                        last -> {
                            model.addAttribute("last", last);
                            model.addAttribute("proof", proofs.of(last));
                        });
        return "seen";
    }

    /** The days of the meetings that packs were given to, by id; without those never scheduled. */
    private Map<String, MonthOrDay> meetings(PlanId plan, Seen seen) {
        ForwardPlan planned =
                forwardPlans.at(
                        journal.knownAt(plan, seen.position()).adopted().partnership(),
                        seen.position());
        Map<String, MonthOrDay> days = new HashMap<>();
        seen.publications()
                .forEach(
                        pack ->
                                planned.meeting(pack.meeting())
                                        .ifPresent(
                                                it ->
                                                        days.put(
                                                                pack.meeting(),
                                                                it.startsAt().date())));
        return days;
    }

    /** What things are called, by the name of their stream. */
    private static Map<String, String> titles(Seen seen) {
        Tables tables = seen.dashboard().tables();
        Map<String, String> titles = new HashMap<>();
        tables.kpis()
                .rows()
                .forEach(
                        row ->
                                titles.put(
                                        new KpiId(row.id()).toString(),
                                        row.scope() == null
                                                ? row.title()
                                                : row.title() + " (" + row.scope() + ")"));
        tables.projects()
                .rows()
                .forEach(row -> titles.put(new ProjectId(row.id()).toString(), row.title()));
        tables.budget()
                .lines()
                .forEach(
                        line ->
                                titles.put(
                                        new BudgetLineId(line.id()).toString(), line.category()));
        titles.put(new PlanId(seen.plan()).toString(), seen.dashboard().title());
        return titles;
    }

    /** With its dates as people write them. */
    private static Correction worded(Correction correction) {
        return new Correction(
                correction.position(),
                correction.recordedAt(),
                correction.subject(),
                DATE.matcher(correction.what()).replaceAll(date -> WORDS.day(date.group())),
                correction.before(),
                correction.after(),
                correction.reason(),
                correction.by());
    }

    private String asked(PlanId plan, String on, String asOf, Warrant warrant, Model model) {
        if (asOf != null && !asOf.isBlank()) {
            return asOf;
        }
        return on != null && !on.isBlank()
                ? on
                : pages.open(plan, null, null, warrant, model).asOf().day().toString();
    }
}
