package org.muniment.query.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.query.picture.PlanExamples.confirmed;
import static org.muniment.query.picture.PlanExamples.frozen;
import static org.muniment.query.picture.PlanExamples.picture;
import static org.muniment.query.picture.PlanExamples.published;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.muniment.kernel.meeting.MeetingTime;
import org.muniment.kernel.time.Quarter;
import org.muniment.query.meetings.ForwardPlan.PlannedMeeting;
import org.muniment.query.picture.PlanPicture;

class DueTest {
    private static final PlanPicture NOTHING_FROZEN = picture();

    @Test
    void aQuarterIsDueAtTheFirstMeetingToComeAfterItsEnd() {
        List<PlannedMeeting> coming = meetings("2017-09-14T18:00", "2017-12", "2018-03-14");

        assertThat(due(coming, NOTHING_FROZEN))
                .containsExactly(List.of(Quarter.Q1), List.of(Quarter.Q2), List.of(Quarter.Q3));
    }

    @Test
    void aMeetingThatIsOnlyFixedToAMonthMayBeOnItsFirstDay() {
        assertThat(due(meetings("2017-06", "2017-07"), NOTHING_FROZEN))
                .containsExactly(List.of(), List.of(Quarter.Q1));
        assertThat(due(meetings("2017-06-30", "2017-07-01"), NOTHING_FROZEN))
                .as("on the quarter's last day it is not over")
                .containsExactly(List.of(), List.of(Quarter.Q1));
    }

    @Test
    void whatWasPublishedIsNotDueButWhatIsOnlyConfirmedIs() {
        List<PlannedMeeting> coming = meetings("2017-12");

        assertThat(due(coming, picture(frozen("q1", 1), confirmed("q1"))))
                .containsExactly(List.of(Quarter.Q1, Quarter.Q2));
        assertThat(
                        due(
                                coming,
                                picture(
                                        frozen("q1", 1),
                                        confirmed("q1"),
                                        published("q1", "september"))))
                .containsExactly(List.of(Quarter.Q2));
    }

    private static List<PlannedMeeting> meetings(String... times) {
        return Stream.of(times)
                .map(
                        time ->
                                new PlannedMeeting(
                                        "m-" + time,
                                        MeetingTime.of(time),
                                        null,
                                        List.of(),
                                        List.of()))
                .toList();
    }

    /** The quarters due at each meeting. */
    private static List<List<Quarter>> due(List<PlannedMeeting> coming, PlanPicture plan) {
        return coming.stream()
                .map(
                        meeting ->
                                Due.at(meeting, coming, List.of(plan)).stream()
                                        .map(Due::quarter)
                                        .toList())
                .toList();
    }
}
