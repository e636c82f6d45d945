package org.muniment.query.pack;

import java.util.EnumSet;
import java.util.Set;
import org.muniment.kernel.access.Role;
import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.query.journal.UnknownThing;
import org.muniment.query.picture.PlanPicture;
import org.muniment.query.picture.SnapshotPicture;

/** Those whom a committee informs read what was published; a freeze in the making is not. */
public final class PublishedOnly {
    private static final Set<Role> STAFF =
            EnumSet.complementOf(EnumSet.of(Role.MEMBER, Role.CLIENT_OFFICER, Role.PUBLIC));

    private PublishedOnly() {}

    /** Whether whoever asks is one of them. */
    public static boolean appliesTo(PartnershipId partnership, Warrant warrant) {
        return !warrant.holds(STAFF, partnership);
    }

    static boolean mayRead(PlanPicture plan, SnapshotPicture snapshot, Warrant warrant) {
        return snapshot.isPublished() || !appliesTo(plan.adopted().partnership(), warrant);
    }

    /**
     * @throws UnknownThing where whoever asks may not know that there is such a snapshot
     */
    public static void require(PlanPicture plan, SnapshotPicture snapshot, Warrant warrant) {
        if (!mayRead(plan, snapshot, warrant)) {
            throw new UnknownThing(snapshot.id().toString());
        }
    }
}
