package org.muniment.query.picture;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which snapshots count: published, and nothing published in their place. Pure. */
public final class InForce {
    private InForce() {}

    /** {@code snapshots} are those of one plan, by id. */
    public static List<SnapshotPicture> among(Map<String, SnapshotPicture> snapshots) {
        Set<String> replaced = new HashSet<>();
        for (SnapshotPicture snapshot : snapshots.values()) {
            SnapshotPicture earlier = snapshot.isPublished() ? before(snapshot, snapshots) : null;
            while (earlier != null && replaced.add(earlier.id().value())) {
                earlier = before(earlier, snapshots);
            }
        }
        return snapshots.values().stream()
                .filter(SnapshotPicture::isPublished)
                .filter(snapshot -> snapshot.superseded() == null)
                .filter(snapshot -> !replaced.contains(snapshot.id().value()))
                .toList();
    }

    private static SnapshotPicture before(
            SnapshotPicture snapshot, Map<String, SnapshotPicture> snapshots) {
        return snapshot.supersedes() == null ? null : snapshots.get(snapshot.supersedes().value());
    }
}
