package org.muniment.query.journal;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.muniment.kernel.deadletter.DeadLetterEvent;
import org.muniment.kernel.deadletter.DeadLetterEvent.DeadLetterEvicted;
import org.muniment.kernel.plan.PlanId;
import org.muniment.query.journal.JournalWriter.Recorded;

/** The journals of some of the plans. */
final class PlanLane implements Lane {
    private final MongoDatabase database;
    private final LogScan log;
    private final Predicate<PlanId> mine;
    private final Set<Long> leftOut;
    private final LetterBox letters;
    private final Map<PlanId, PlanShelf> shelves = new HashMap<>();

    PlanLane(MongoDatabase database, LogScan log, Predicate<PlanId> mine, Set<Long> leftOut) {
        this.database = database;
        this.log = log;
        this.mine = mine;
        this.leftOut = leftOut;
        letters = new LetterBox(database, leftOut);
    }

    @Override
    public void take(List<Recorded> events) {
        Map<PlanId, List<Recorded>> byPlan = new LinkedHashMap<>();
        for (Recorded recorded : events) {
            recorded.plan()
                    .filter(mine)
                    .ifPresent(
                            plan ->
                                    byPlan.computeIfAbsent(plan, first -> new ArrayList<>())
                                            .add(recorded));
            if (recorded.event() instanceof DeadLetterEvent decision) {
                add(byPlan);
                settle(decision, recorded.position());
            }
        }
        add(byPlan);
        letters.flush();
    }

    private void add(Map<PlanId, List<Recorded>> byPlan) {
        byPlan.forEach((plan, events) -> shelf(plan).add(events));
        byPlan.clear();
    }

    private void settle(DeadLetterEvent decision, long by) {
        if (decision instanceof DeadLetterEvicted) {
            leftOut.add(decision.letter().position());
        }
        for (DeadLetter letter : letters.at(decision.letter().position())) {
            planOf(letter)
                    .filter(mine)
                    .ifPresent(
                            plan ->
                                    letters.settle(
                                            letter,
                                            by,
                                            () ->
                                                    shelf(plan)
                                                            .add(
                                                                    letter.all().stream()
                                                                            .map(log::at)
                                                                            .toList())));
        }
    }

    private PlanShelf shelf(PlanId plan) {
        return shelves.computeIfAbsent(
                plan, unopened -> new PlanShelf(database, unopened.value(), letters));
    }

    private static Optional<PlanId> planOf(DeadLetter letter) {
        String prefix = DeadLetters.PLAN;
        return Optional.of(letter.sequence())
                .filter(sequence -> sequence.startsWith(prefix))
                .map(sequence -> new PlanId(sequence.substring(prefix.length())));
    }
}
