package org.muniment.query.changes;

import java.time.LocalDate;
import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.words.Malformed;
import org.muniment.query.moment.AsOf;
import org.muniment.query.moment.Moments;
import org.muniment.query.page.Landmark;
import org.muniment.query.page.PlanMoment;
import org.muniment.query.page.PlanPages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What changed since the last meeting, and any two days side by side. */
@Controller
class ChangesPages {
    /** Nothing was known then. */
    private static final String BEFORE_ALL = "position:0";

    private final PlanPages pages;
    private final ChangesReader reader;
    private final Moments moments;

    ChangesPages(PlanPages pages, ChangesReader reader, Moments moments) {
        this.pages = pages;
        this.reader = reader;
        this.moments = moments;
    }

    /** {@code lastMeeting} is absent where the first day was asked for, or there was none. */
    public record Days(AsOf one, AsOf other, LocalDate lastMeeting) {}

    /**
     * @param from absent for the last meeting before
     * @param to absent for the moment of the page
     */
    @GetMapping("/plans/{plan}/changes")
    String changes(
            @PathVariable PlanId plan,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            @RequestParam(required = false) String asOf,
            @RequestParam(required = false) LocalDate asAt,
            Warrant warrant,
            Model model) {
        PlanMoment here = pages.open(plan, asOf, asAt, warrant, model);
        Days days = days(from, "from", to, "to", here);
        if (days.one.position() > days.other.position()) {
            throw new Malformed("from", "must not be later than to");
        }
        model.addAttribute("days", days);
        model.addAttribute("fields", new FieldWords());
        model.addAttribute(
                "comparison",
                Comparison.of(reader.shown(plan, days.one), reader.known(plan, days.other))
                        .changes());
        return "changes";
    }

    /**
     * @param one absent for the last meeting before the other
     * @param other absent for the moment of the page
     * @param all whether to show what is the same on both days, too
     */
    @GetMapping("/plans/{plan}/compare")
    String compare(
            @PathVariable PlanId plan,
            @RequestParam(required = false) String one,
            @RequestParam(required = false) String other,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(required = false) String asOf,
            @RequestParam(required = false) LocalDate asAt,
            Warrant warrant,
            Model model) {
        PlanMoment here = pages.open(plan, asOf, asAt, warrant, model);
        Days days = days(one, "one", other, "other", here);
        Comparison comparison =
                Comparison.of(reader.shown(plan, days.one), reader.known(plan, days.other));
        model.addAttribute("days", days);
        model.addAttribute("all", all);
        model.addAttribute("fields", new FieldWords());
        model.addAttribute("comparison", all ? comparison : comparison.changes());
        model.addAttribute("services", reader.services(plan, days.other));
        model.addAttribute("summaries", reader.summaries(plan, days.one, days.other));
        return "compare";
    }

    private Days days(
            String one, String nameOfOne, String other, String nameOfOther, PlanMoment here) {
        AsOf end = isAbsent(other) ? here.asOf() : moments.resolve(other, nameOfOther);
        LocalDate meeting = isAbsent(one) ? lastMeetingBefore(end.day(), here) : null;
        String start = meeting == null ? BEFORE_ALL : meeting.toString();
        return new Days(moments.resolve(isAbsent(one) ? start : one, nameOfOne), end, meeting);
    }

    /** A form sends the fields that were left empty, too. */
    private static boolean isAbsent(String words) {
        return words == null || words.isBlank();
    }

    private static LocalDate lastMeetingBefore(LocalDate day, PlanMoment here) {
        return here.landmarks().stream()
                .filter(landmark -> landmark.kind() == Landmark.Kind.MEETING)
                .map(Landmark::day)
                .filter(meeting -> meeting.isBefore(day))
                .findFirst()
                .orElse(null);
    }
}
