package org.muniment.query.quarters;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.plan.PlanId;
import org.muniment.query.journal.Directory;
import org.muniment.query.journal.Directory.PlanEntry;
import org.muniment.query.meetings.Due;
import org.muniment.query.meetings.MeetingBook;
import org.muniment.query.meetings.MeetingBook.Meeting;
import org.muniment.query.moment.AsOf;
import org.muniment.query.moment.Moments;
import org.muniment.query.page.May;
import org.muniment.query.page.PlanPages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The forward plan: which meetings there were and will be, and what each is given. */
@Controller
class MeetingsPage {
    private final MeetingBook book;
    private final Quarters quarters;
    private final Directory directory;
    private final PlanPages pages;
    private final Moments moments;
    private final May may;

    MeetingsPage(
            MeetingBook book,
            Quarters quarters,
            Directory directory,
            PlanPages pages,
            Moments moments,
            May may) {
        this.book = book;
        this.quarters = quarters;
        this.directory = directory;
        this.pages = pages;
        this.moments = moments;
        this.may = may;
    }

    @GetMapping("/partnerships/{partnership}/meetings")
    String show(
            @PathVariable PartnershipId partnership,
            @RequestParam(required = false) String asOf,
            @RequestParam(required = false) LocalDate asAt,
            Warrant warrant,
            Model model) {
        AsOf moment = moments.resolve(asOf == null || asOf.isBlank() ? null : asOf, "asOf");
        List<PlanEntry> plans =
                directory.plansWithin(warrant).stream()
                        .filter(plan -> plan.partnership().equals(partnership.value()))
                        .sorted(Comparator.comparing(PlanEntry::financialYear).reversed())
                        .toList();
        if (!plans.isEmpty()) {
            pages.open(new PlanId(plans.get(0).id()), asOf, asAt, warrant, model);
        }
        List<Meeting> meetings = book.of(partnership, moment);
        model.addAttribute("partnership", partnership.value());
        model.addAttribute("coming", meetings.stream().filter(it -> !it.past()).toList());
        model.addAttribute(
                "held",
                meetings.stream()
                        .filter(Meeting::past)
                        .sorted(
                                Comparator.comparing(
                                        it -> it.startsAt().latest(), Comparator.reverseOrder()))
                        .toList());
        model.addAttribute("progress", progress(meetings, moment));
        return "meetings";
    }

    /** How far each quarter that is due is, for those who may know. */
    private Map<Due, QuarterView> progress(List<Meeting> meetings, AsOf moment) {
        return meetings.stream()
                .flatMap(meeting -> meeting.due().stream())
                .filter(due -> may.get("/plans/" + due.plan() + "/quarters"))
                .collect(
                        Collectors.toMap(
                                due -> due,
                                due ->
                                        quarters.of(new PlanId(due.plan()), moment)
                                                .get(due.quarter().ordinal())));
    }
}
