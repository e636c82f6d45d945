package org.muniment.query.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muniment.kernel.meeting.MeetingEvent;
import org.muniment.kernel.meeting.MeetingEvent.MeetingRescheduled;
import org.muniment.kernel.meeting.MeetingEvent.MeetingScheduled;
import org.muniment.kernel.meeting.MeetingId;
import org.muniment.kernel.meeting.MeetingTime;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.Title;
import org.muniment.query.journal.EventJson;
import org.muniment.query.journal.JournalWriter.Recorded;
import org.muniment.query.journal.ReadStore;
import org.muniment.query.meetings.ForwardPlan.PlannedMeeting;
import org.muniment.query.meetings.ForwardPlan.Scheduling;

/** The forward plan of a monitoring framework: three quarterly reports and an annual review. */
class ForwardPlanTest {
    private static final PartnershipId PAIR = new PartnershipId("pair");
    private static final Instant THEN = Instant.parse("2022-01-10T09:00:00Z");

    @Test
    void meetingsStandInTheOrderInWhichTheyAreHeldHoweverVagueTheirDate() {
        ForwardPlan plan =
                plan(
                        scheduled("annual", "2023-03", "Annual review"),
                        scheduled("june", "2022-06", "Quarterly performance report"),
                        scheduled("sept", "2022-09-14T18:00", "Quarterly performance report"));

        assertThat(plan.meetings())
                .extracting(PlannedMeeting::id)
                .containsExactly("june", "sept", "annual");
        assertThat(plan.meetings().get(2).papers()).containsExactly(new Title("Annual review"));
    }

    @Test
    void aMeetingThatMovesKeepsTheDatesItHad() {
        PlannedMeeting moved =
                plan(
                                scheduled("june", "2022-06", "Report"),
                                new MeetingRescheduled(
                                        new MeetingId("june"),
                                        PAIR,
                                        MeetingTime.of("2022-07-05"),
                                        null,
                                        new Narrative("No quorum")))
                        .meeting("june")
                        .orElseThrow();

        assertThat(moved.startsAt()).hasToString("2022-07-05");
        assertThat(moved.version()).isEqualTo(2);
        assertThat(moved.rescheduled())
                .singleElement()
                .satisfies(
                        move -> {
                            assertThat(move.from()).hasToString("2022-06");
                            assertThat(move.reason()).hasToString("No quorum");
                        });
    }

    @Test
    void theNextMeetingIsTheFirstThatHasNotBegun() {
        ForwardPlan plan =
                plan(
                        scheduled("sept", "2022-09-14T18:00", "Report"),
                        scheduled("december", "2022-12", "Report"));

        assertThat(plan.next(Instant.parse("2022-09-14T16:59:59Z")).orElseThrow().id())
                .isEqualTo("sept");
        assertThat(plan.next(Instant.parse("2022-09-14T17:00:00Z")).orElseThrow().id())
                .isEqualTo("december");
        assertThat(plan.next(Instant.parse("2023-01-01T00:00:00Z"))).isEmpty();
    }

    @Test
    void eachPartnershipsMeetingsAreKeptAsTheyWereKnownHoweverOftenDelivered() {
        try (ReadStore store = new ReadStore()) {
            ForwardPlans plans = new ForwardPlans(store.database());
            List<Recorded> log =
                    List.of(
                            recorded(4, scheduled("june", "2022-06", "Report")),
                            recorded(7, scheduled("sept", "2022-09", "Report")));

            log.forEach(plans::keep);
            log.forEach(plans::keep);

            assertThat(plans.at(PAIR, 7).meetings()).hasSize(2);
            assertThat(plans.at(PAIR, 6).meetings()).hasSize(1);
            assertThat(plans.at(PAIR, 3).meetings()).isEmpty();
            assertThat(plans.at(new PartnershipId("other"), 7).meetings()).isEmpty();
        }
    }

    private static Recorded recorded(long position, MeetingEvent event) {
        return new Recorded(position, THEN, event, EventJson.write(event), "{}");
    }

    private static ForwardPlan plan(MeetingEvent... events) {
        return ForwardPlan.of(
                List.of(events).stream().map(event -> new Scheduling(event, THEN)).toList());
    }

    private static MeetingScheduled scheduled(String id, String when, String paper) {
        return new MeetingScheduled(
                new MeetingId(id), PAIR, MeetingTime.of(when), null, List.of(new Title(paper)));
    }
}
