package org.muniment.query.pack;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.muniment.query.journal.UnknownThing;
import org.muniment.query.picture.SnapshotPicture;

/** Those whom a committee informs read what was published; a freeze in the making is not. */
public final class PublishedOnly {
    private static final List<String> INFORMED = List.of("member", "client-officer");

    private PublishedOnly() {}

    /** Whether it is one of them who asks. */
    public static boolean appliesTo(HttpServletRequest request) {
        return INFORMED.stream().anyMatch(request::isUserInRole);
    }

    static boolean mayRead(SnapshotPicture snapshot, HttpServletRequest request) {
        return snapshot.isPublished() || !appliesTo(request);
    }

    /**
     * @throws UnknownThing where whoever asks may not know that there is such a snapshot
     */
    public static void require(SnapshotPicture snapshot, HttpServletRequest request) {
        if (!mayRead(snapshot, request)) {
            throw new UnknownThing(snapshot.id().toString());
        }
    }
}
