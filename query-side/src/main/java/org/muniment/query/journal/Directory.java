package org.muniment.query.journal;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.muniment.kernel.partnership.PartnershipEvent.PartnershipEstablished;

/** Which partnerships and plans there are. Short lists, read whole. */
public final class Directory {
    private final MongoCollection<Document> partnerships;
    private final MongoCollection<Document> plans;

    public record PlanEntry(String id, String partnership, String financialYear, String title) {}

    public Directory(MongoDatabase database) {
        partnerships = database.getCollection("partnerships");
        plans = database.getCollection(Journal.PLANS);
    }

    void add(PartnershipEstablished event, long position) {
        Buckets.replaceIfNewer(
                partnerships,
                new Document("_id", event.partnership().value())
                        .append("position", position)
                        .append("established", EventJson.write(event)),
                "position");
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
