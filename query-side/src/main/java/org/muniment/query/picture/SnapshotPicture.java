package org.muniment.query.picture;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.muniment.kernel.meeting.MeetingId;
import org.muniment.kernel.snapshot.FindingOverride;
import org.muniment.kernel.snapshot.SnapshotEvent;
import org.muniment.kernel.snapshot.SnapshotEvent.FreezeConfirmed;
import org.muniment.kernel.snapshot.SnapshotEvent.QuarterFrozen;
import org.muniment.kernel.snapshot.SnapshotEvent.SnapshotPublished;
import org.muniment.kernel.snapshot.SnapshotEvent.SnapshotSuperseded;
import org.muniment.kernel.snapshot.SnapshotId;
import org.muniment.kernel.time.Quarter;
import org.muniment.kernel.words.Narrative;
import org.muniment.kernel.words.PersonId;
import org.muniment.kernel.words.Sha256;
import org.muniment.kernel.words.Version;

/**
 * One frozen quarter and what became of it. Its content stays in the log and the journal.
 *
 * @param version how many events it has
 * @param position what the pack knows: the first so many events of the log
 * @param confirmed absent until another person has confirmed the freeze
 * @param superseded absent while nothing has taken its place
 */
public record SnapshotPicture(
        SnapshotId id,
        long version,
        Quarter quarter,
        LocalDate asAt,
        long position,
        Version rules,
        Version template,
        List<FindingOverride> overrides,
        Sha256 sha256,
        SnapshotId supersedes,
        Act frozen,
        Act confirmed,
        List<Publication> publications,
        Supersession superseded) {
    /** Who did something, and when. */
    public record Act(PersonId by, long position, Instant recordedAt) {}

    public record Publication(MeetingId meeting, long position, Instant recordedAt) {}

    public record Supersession(
            SnapshotId by, Narrative reason, long position, Instant recordedAt) {}

    public static SnapshotPicture of(QuarterFrozen event, LoggedEvent logged) {
        return new SnapshotPicture(
                event.snapshot(),
                1,
                event.pack().quarter(),
                event.pack().asAt(),
                event.pack().position(),
                event.pack().rules(),
                event.pack().template(),
                event.pack().overrides(),
                event.pack().sha256(),
                event.supersedes(),
                new Act(event.frozenBy(), logged.position(), logged.recordedAt()),
                null,
                List.of(),
                null);
    }

    public SnapshotPicture after(SnapshotEvent event, LoggedEvent logged) {
        long at = logged.position();
        Instant when = logged.recordedAt();
        if (event instanceof FreezeConfirmed done) {
            return with(new Act(done.confirmedBy(), at, when), publications, superseded);
        }
        if (event instanceof SnapshotPublished published) {
            List<Publication> all = new ArrayList<>(publications);
            all.add(new Publication(published.meeting(), at, when));
            return with(confirmed, List.copyOf(all), superseded);
        }
        SnapshotSuperseded replaced = (SnapshotSuperseded) event;
        return with(
                confirmed,
                publications,
                new Supersession(replaced.by(), replaced.reason(), at, when));
    }

    private SnapshotPicture with(
            Act nowConfirmed, List<Publication> nowPublished, Supersession nowSuperseded) {
        return new SnapshotPicture(
                id,
                version + 1,
                quarter,
                asAt,
                position,
                rules,
                template,
                overrides,
                sha256,
                supersedes,
                frozen,
                nowConfirmed,
                nowPublished,
                nowSuperseded);
    }

    /** Whether its months are restated from now on. Withdrawn unpublished, it closes nothing. */
    boolean closes(YearMonth month) {
        boolean withdrawn = superseded != null && !isPublished();
        return confirmed != null && !withdrawn && covers(month);
    }

    /** Whether the pack reports on {@code month}. */
    public boolean covers(YearMonth month) {
        return !month.isAfter(YearMonth.from(asAt));
    }

    public boolean isPublished() {
        return !publications.isEmpty();
    }
}
