package org.muniment.query.opendata;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muniment.kernel.snapshot.SnapshotId;
import org.muniment.query.pack.CanonicalJson;
import org.muniment.query.pack.Packs;
import org.muniment.query.published.Publication;
import org.muniment.query.published.Publications;
import org.springframework.stereotype.Component;

/** The tables filled with everything published. Kept until something else is published. */
@Component
final class OpenData {
    private final Publications publications;
    private final Packs packs;
    private final Map<OpenTable<?>, byte[]> files = new HashMap<>();
    private List<Publication> filledWith = List.of();

    OpenData(Publications publications, Packs packs) {
        this.publications = publications;
        this.packs = packs;
    }

    byte[] csv(OpenTable<?> table) {
        return csv(table, publications.all());
    }

    private synchronized byte[] csv(OpenTable<?> table, List<Publication> published) {
        if (!published.equals(filledWith)) {
            files.clear();
            filledWith = published;
        }
        return files.computeIfAbsent(table, unfilled -> unfilled.csv(packs(published)));
    }

    /** Each once, as it was published first; the latest pack first. */
    private List<PublishedPack> packs(List<Publication> published) {
        Map<String, Publication> first = new LinkedHashMap<>();
        published.forEach(publication -> first.put(publication.snapshot(), publication));
        return first.values().stream().map(this::pack).toList();
    }

    private PublishedPack pack(Publication publication) {
        SnapshotId snapshot = new SnapshotId(publication.snapshot());
        return new PublishedPack(
                publication,
                CanonicalJson.read(packs.frozen(snapshot).orElseThrow().pack().content()));
    }
}
