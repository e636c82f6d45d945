package org.muniment.query.meetings;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.muniment.kernel.time.Quarter;
import org.muniment.query.meetings.ForwardPlan.PlannedMeeting;
import org.muniment.query.picture.PlanPicture;
import org.muniment.query.picture.SnapshotPicture;

/**
 * A quarter's report that a meeting is to be given.
 *
 * @param asAt the quarter's end
 */
public record Due(String plan, Quarter quarter, LocalDate asAt) {
    /**
     * Each quarter that no meeting has been given yet is due at the first meeting to come after its
     * end. Pure.
     *
     * @param coming in the order in which they are held
     */
    static List<Due> at(
            PlannedMeeting meeting, List<PlannedMeeting> coming, List<PlanPicture> plans) {
        return plans.stream()
                .flatMap(Due::unreported)
                .filter(due -> due.firstOf(coming).equals(Optional.of(meeting)))
                .toList();
    }

    private static Stream<Due> unreported(PlanPicture plan) {
        return Stream.of(Quarter.values())
                .filter(
                        quarter ->
                                plan.snapshots().values().stream()
                                        .filter(SnapshotPicture::isPublished)
                                        .noneMatch(it -> it.quarter() == quarter))
                .map(
                        quarter ->
                                new Due(
                                        plan.adopted().plan().value(),
                                        quarter,
                                        quarter.lastDay(plan.adopted().financialYear())));
    }

    private Optional<PlannedMeeting> firstOf(List<PlannedMeeting> coming) {
        return coming.stream()
                .filter(meeting -> meeting.startsAt().date().firstDay().isAfter(asAt))
                .findFirst();
    }
}
