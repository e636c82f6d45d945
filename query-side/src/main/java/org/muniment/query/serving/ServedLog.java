package org.muniment.query.serving;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.serving.Serving;
import org.muniment.kernel.serving.ServingEvent.ServingsRecorded;
import org.muniment.kernel.time.London;
import org.muniment.query.journal.EventJson;
import org.muniment.query.journal.JournalWriter.Recorded;
import org.muniment.query.journal.RecordKeeper;
import org.muniment.query.journal.TakenKeys;
import org.muniment.query.moment.AsOf;
import org.springframework.stereotype.Component;

/** Keeps what was given to members, by plan and hour, so that a day is 25 keyed reads at most. */
@Component
public class ServedLog implements RecordKeeper {
    private static final String ITEMS = "items";
    private static final String POSITION = "position";

    private final MongoCollection<Document> hours;

    ServedLog(MongoDatabase database) {
        hours = database.getCollection("servings");
    }

    @Override
    public String name() {
        return "servings";
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(ServingsRecorded.class);
    }

    @Override
    public RecordKeeper over(MongoDatabase other) {
        return new ServedLog(other);
    }

    @Override
    public void keep(Recorded recorded) {
        if (recorded.event() instanceof ServingsRecorded event) {
            event.servings().stream()
                    .collect(Collectors.groupingBy(ServedLog::hourOf))
                    .forEach((hour, servings) -> append(hour, servings, recorded.position()));
        }
    }

    private void append(String hour, List<Serving> servings, long position) {
        TakenKeys.unlessTaken(
                () ->
                        hours.updateOne(
                                and(eq("_id", hour), lt(POSITION, position)),
                                combine(
                                        pushEach(
                                                ITEMS,
                                                servings.stream().map(EventJson::write).toList()),
                                        set(POSITION, position)),
                                new UpdateOptions().upsert(true)));
    }

    /** Everything given to members on the London day of a moment, up to it. */
    public List<Serving> servingsOn(PlanId plan, AsOf moment) {
        LocalDate day = moment.day();
        Instant start = day.atStartOfDay(London.ZONE).toInstant();
        List<String> ids =
                Stream.iterate(start, hour -> hour.plus(Duration.ofHours(1)))
                        .takeWhile(hour -> hour.isBefore(London.endOf(day)))
                        .map(hour -> id(plan, hour))
                        .toList();
        return hours.find(in("_id", ids)).into(new ArrayList<>()).stream()
                .flatMap(hour -> hour.getList(ITEMS, String.class).stream())
                .map(item -> EventJson.read(item, Serving.class))
                .filter(serving -> !serving.first().isAfter(moment.instant()))
                .sorted(Comparator.comparing(Serving::first))
                .toList();
    }

    /** The same, counted by what was given, and without saying to whom. */
    public List<ServedSummary> on(PlanId plan, AsOf moment) {
        Map<List<Object>, List<Serving>> alike = new LinkedHashMap<>();
        for (Serving serving : servingsOn(plan, moment)) {
            alike.computeIfAbsent(
                            Arrays.asList(serving.snapshot(), serving.form()),
                            what -> new ArrayList<>())
                    .add(serving);
        }
        return alike.values().stream().map(ServedLog::summary).toList();
    }

    private static ServedSummary summary(List<Serving> alike) {
        Serving first = alike.get(0);
        boolean same = alike.stream().map(Serving::sha256).distinct().count() == 1;
        return new ServedSummary(
                first.snapshot(),
                first.form(),
                same ? first.sha256() : null,
                alike.stream().mapToLong(Serving::position).max().orElseThrow(),
                alike.stream().map(Serving::reader).distinct().count(),
                alike.stream().mapToLong(Serving::times).sum(),
                first.first(),
                alike.stream().map(Serving::last).max(Comparator.naturalOrder()).orElseThrow());
    }

    private static String hourOf(Serving serving) {
        return id(serving.plan(), serving.first());
    }

    private static String id(PlanId plan, Instant instant) {
        return plan.value() + "/" + instant.truncatedTo(ChronoUnit.HOURS);
    }
}
