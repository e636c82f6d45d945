package org.muniment.query.published;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.muniment.kernel.meeting.MeetingTime;
import org.muniment.kernel.time.Quarter;
import org.muniment.kernel.words.Sha256;

/**
 * One publication of a pack to a meeting.
 *
 * @param position of the event that published it
 * @param title of the plan it reports on
 * @param meetingAt as the meeting is scheduled now
 * @param inForce false once another pack has taken its place
 * @param supersededBy the pack that took its place; absent while it is in force
 */
public record Publication(
        long position,
        String snapshot,
        String plan,
        String title,
        String financialYear,
        String partnership,
        String partnershipName,
        Quarter quarter,
        LocalDate asAt,
        String meeting,
        MeetingTime meetingAt,
        Instant publishedAt,
        Sha256 sha256,
        boolean inForce,
        String supersededBy,
        Map<String, String> links) {}
