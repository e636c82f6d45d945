package org.muniment.command.imports;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.muniment.command.dispatch.Caller;
import org.muniment.kernel.plan.PlanId;
import org.springframework.stereotype.Component;

/** The files being taken at this moment, for those who sent them; kept in memory only. */
@Component
class UnderWay {
    private final Set<Progress> all = ConcurrentHashMap.newKeySet();

    /**
     * @param id that of the file, as in its answer
     * @param done how many of its rows were tried; 0 while it waits for its turn
     */
    record Item(String id, String kind, boolean dryRun, int rows, int done) {}

    /** One file's; to be closed at its end, however it ends. */
    final class Progress implements AutoCloseable {
        private final String by;
        private final PlanId plan;
        private final Item begun;
        private final AtomicInteger done = new AtomicInteger();

        private Progress(String by, PlanId plan, Item begun) {
            this.by = by;
            this.plan = plan;
            this.begun = begun;
        }

        /** Nothing is done of it: the first row comes next. */
        void startOver() {
            done.set(0);
        }

        void rowDone() {
            done.incrementAndGet();
        }

        private Item now() {
            return new Item(begun.id, begun.kind, begun.dryRun, begun.rows, done.get());
        }

        @Override
        public void close() {
            all.remove(this);
        }
    }

    Progress begin(Caller caller, PlanId plan, Item begun) {
        Progress progress = new Progress(caller.by(), plan, begun);
        all.add(progress);
        return progress;
    }

    List<Item> of(Caller caller, PlanId plan) {
        return all.stream()
                .filter(one -> one.by.equals(caller.by()) && one.plan.equals(plan))
                .map(Progress::now)
                .sorted(Comparator.comparing(Item::id).thenComparing(Item::done))
                .toList();
    }
}
