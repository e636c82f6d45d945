package org.muniment.query.journal;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.muniment.kernel.access.Place;
import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.partnership.PartnershipEvent.PartnershipEstablished;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.query.journal.JournalWriter.Recorded;

/** Which partnerships and plans there are. Short lists, read whole. */
public final class Directory implements RecordKeeper {
    private final MongoCollection<Document> partnerships;
    private final MongoCollection<Document> plans;

    public record PlanEntry(String id, String partnership, String financialYear, String title) {}

    public Directory(MongoDatabase database) {
        partnerships = database.getCollection("partnerships");
        plans = database.getCollection(Journal.PLANS);
    }

    @Override
    public String name() {
        return "partnerships";
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(PartnershipEstablished.class);
    }

    @Override
    public RecordKeeper over(MongoDatabase other) {
        return new Directory(other);
    }

    @Override
    public void keep(Recorded recorded) {
        if (recorded.event() instanceof PartnershipEstablished event) {
            RecordKeeper.replaceIfNewer(
                    partnerships,
                    new Document("_id", event.partnership().value())
                            .append("position", recorded.position())
                            .append("established", EventJson.write(event)));
        }
    }

    public List<PartnershipEstablished> partnerships() {
        return partnerships
                .find()
                .sort(Sorts.ascending("_id"))
                .map(
                        stored ->
                                EventJson.read(
                                        stored.getString("established"),
                                        PartnershipEstablished.class))
                .into(new ArrayList<>());
    }

    /** Those that whoever asks may see. */
    public List<PlanEntry> plansWithin(Warrant warrant) {
        return plans().stream()
                .filter(plan -> warrant.covers(Place.of(new PartnershipId(plan.partnership()))))
                .toList();
    }

    public List<PlanEntry> plans() {
        return plans.find()
                .projection(Projections.include("partnership", "financialYear", "title"))
                .sort(Sorts.ascending("_id"))
                .map(
                        stored ->
                                new PlanEntry(
                                        stored.getString("_id"),
                                        stored.getString("partnership"),
                                        stored.getString("financialYear"),
                                        stored.getString("title")))
                .into(new ArrayList<>());
    }
}
