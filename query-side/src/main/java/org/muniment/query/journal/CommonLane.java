package org.muniment.query.journal;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.muniment.kernel.deadletter.DeadLetterEvent;
import org.muniment.kernel.deadletter.DeadLetterEvent.DeadLetterEvicted;
import org.muniment.kernel.log.EventForm;
import org.muniment.kernel.log.EventForms;
import org.muniment.query.journal.JournalWriter.Recorded;

/** What belongs to no single plan: the timeline, and whatever else is kept. */
final class CommonLane implements Lane {
    private static final String KEEPER = "keeper:";
    private static final String STREAM = "stream:";

    private final Timeline timeline;
    private final LogScan log;
    private final Set<Long> leftOut;
    private final LetterBox letters;
    private final List<Keeping> keepers;

    /** A keeper, and the beginnings of the stored names of what it keeps. */
    private record Keeping(RecordKeeper keeper, Set<String> nouns) {
        static Keeping of(RecordKeeper keeper) {
            return new Keeping(
                    keeper,
                    EventForms.ALL.stream()
                            .filter(form -> keeper.kinds().stream().anyMatch(is(form)))
                            .map(form -> noun(form.name()))
                            .collect(Collectors.toSet()));
        }

        private static Predicate<Class<?>> is(EventForm form) {
            return kind -> kind.isAssignableFrom(form.type());
        }

        boolean keeps(Object event) {
            return event instanceof Unreadable unreadable
                    ? nouns.contains(noun(unreadable.type()))
                    : keeper.kinds().stream().anyMatch(kind -> kind.isInstance(event));
        }

        String sequenceOf(Recorded recorded) {
            String part = keeper.partOf(recorded.event());
            return KEEPER + keeper.name() + (part.isEmpty() ? "" : "/" + part);
        }

        void keep(Recorded recorded) {
            requireReadable(recorded);
            keeper.keep(recorded);
        }

        private static String noun(String type) {
            return type.replaceFirst("\\..*", "");
        }
    }

    CommonLane(
            MongoDatabase database,
            LogScan log,
            Timeline timeline,
            List<RecordKeeper> keepers,
            Set<Long> leftOut) {
        this.timeline = timeline;
        this.log = log;
        this.leftOut = leftOut;
        this.keepers = keepers.stream().map(Keeping::of).toList();
        letters = new LetterBox(database, leftOut);
    }

    @Override
    public void take(List<Recorded> events) {
        timeline.append(
                events.get(0).position(), events.stream().map(Recorded::recordedAt).toList());
        for (Recorded recorded : events) {
            keepers.forEach(keeping -> keep(keeping, recorded));
            if (belongsNowhere(recorded.event())) {
                letters.take(sequenceOf(recorded), recorded, () -> requireReadable(recorded));
            }
            if (recorded.event() instanceof DeadLetterEvent decision) {
                settle(decision, recorded.position());
            }
        }
        letters.flush();
    }

    private void keep(Keeping keeping, Recorded recorded) {
        if (keeping.keeps(recorded.event())) {
            letters.take(keeping.sequenceOf(recorded), recorded, () -> keeping.keep(recorded));
        }
    }

    /** What nobody could tell the plan of is told as well: it stops nothing but itself. */
    private boolean belongsNowhere(Object event) {
        return event instanceof Unreadable unreadable
                && unreadable.plan().isEmpty()
                && keepers.stream().noneMatch(keeping -> keeping.keeps(event));
    }

    private static String sequenceOf(Recorded recorded) {
        return STREAM + ((Unreadable) recorded.event()).stream();
    }

    private void settle(DeadLetterEvent decision, long by) {
        if (decision instanceof DeadLetterEvicted) {
            leftOut.add(decision.letter().position());
        }
        for (DeadLetter letter : letters.at(decision.letter().position())) {
            if (letter.sequence().startsWith(KEEPER) || letter.sequence().startsWith(STREAM)) {
                letters.settle(letter, by, () -> letter.all().forEach(at -> again(letter, at)));
            }
        }
    }

    private void again(DeadLetter letter, long position) {
        Recorded recorded = log.at(position);
        Optional<Keeping> keeping =
                keepers.stream()
                        .filter(it -> it.keeps(recorded.event()))
                        .filter(it -> it.sequenceOf(recorded).equals(letter.sequence()))
                        .findFirst();
        letters.take(
                letter.sequence(),
                recorded,
                () ->
                        keeping.ifPresentOrElse(
                                it -> it.keep(recorded), () -> requireReadable(recorded)));
    }

    private static void requireReadable(Recorded recorded) {
        if (recorded.event() instanceof Unreadable unreadable) {
            throw new CannotBeRead(unreadable);
        }
    }
}
