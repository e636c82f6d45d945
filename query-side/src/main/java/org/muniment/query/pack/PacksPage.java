package org.muniment.query.pack;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.meeting.MeetingTime;
import org.muniment.kernel.plan.PlanId;
import org.muniment.query.journal.Journal;
import org.muniment.query.meetings.ForwardPlan;
import org.muniment.query.meetings.ForwardPlan.PlannedMeeting;
import org.muniment.query.meetings.ForwardPlans;
import org.muniment.query.page.PlanMoment;
import org.muniment.query.page.PlanPages;
import org.muniment.query.picture.PlanPicture;
import org.muniment.query.picture.SnapshotPicture;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A plan's published packs, meeting by meeting. */
@Controller
class PacksPage {
    private final PlanPages pages;
    private final Journal journal;
    private final ForwardPlans forwardPlans;

    PacksPage(PlanPages pages, Journal journal, ForwardPlans forwardPlans) {
        this.pages = pages;
        this.journal = journal;
        this.forwardPlans = forwardPlans;
    }

    /** {@code meeting} is its day as scheduled; absent where it was never scheduled. */
    public record Given(
            String meeting, MeetingTime meetingAt, Instant publishedAt, SnapshotView pack) {}

    @GetMapping("/plans/{plan}/packs")
    String packs(
            @PathVariable PlanId plan,
            @RequestParam(required = false) String asOf,
            @RequestParam(required = false) LocalDate asAt,
            Warrant warrant,
            Model model) {
        PlanMoment here = pages.open(plan, asOf, asAt, warrant, model);
        PlanPicture picture = journal.knownAt(plan, here.asOf().position());
        ForwardPlan meetings =
                forwardPlans.at(picture.adopted().partnership(), here.asOf().position());
        Map<String, List<Given>> byMeeting =
                picture.snapshots().values().stream()
                        .flatMap(snapshot -> given(snapshot, picture, meetings))
                        .sorted(Comparator.comparing(Given::publishedAt).reversed())
                        .collect(
                                Collectors.groupingBy(
                                        Given::meeting, LinkedHashMap::new, Collectors.toList()));
        model.addAttribute("meetings", byMeeting.values());
        model.addAttribute(
                "titles",
                picture.kpis().values().stream()
                        .collect(
                                Collectors.toMap(
                                        kpi -> kpi.id().value(),
                                        kpi -> kpi.definition().title().value())));
        return "packs";
    }

    private Stream<Given> given(
            SnapshotPicture snapshot, PlanPicture picture, ForwardPlan meetings) {
        if (!snapshot.isPublished()) {
            return Stream.empty();
        }
        PlanPicture taken = journal.knownAt(picture.adopted().plan(), snapshot.position());
        SnapshotView view = SnapshotView.of(picture, snapshot, taken);
        return snapshot.publications().stream()
                .map(
                        publication ->
                                new Given(
                                        publication.meeting().value(),
                                        meetings.meeting(publication.meeting().value())
                                                .map(PlannedMeeting::startsAt)
                                                .orElse(null),
                                        publication.recordedAt(),
                                        view));
    }
}
