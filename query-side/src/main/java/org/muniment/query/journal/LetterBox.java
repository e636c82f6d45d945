package org.muniment.query.journal;

import static com.mongodb.client.model.Filters.gt;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.muniment.kernel.log.EventForms;
import org.muniment.query.journal.JournalWriter.Recorded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The dead letters of one lane, and the only way its events are taken: an event behind a dead
 * letter of its sequence waits, one that was evicted is left out, and one that fails becomes a dead
 * letter. Failures of the store are nobody's letters.
 */
final class LetterBox {
    private static final Logger LOG = LoggerFactory.getLogger(LetterBox.class);

    /** Some 100 kB in one document. */
    static final int MOST_WAITING = 10_000;

    /** More than this is no longer the fault of single events. */
    static final int MOST_LETTERS = 100;

    enum Taken {
        YES,
        LEFT_OUT,
        NO
    }

    private final MongoCollection<Document> documents;
    private final Set<Long> leftOut;
    private final Map<String, DeadLetter> letters = new HashMap<>();
    private final Map<String, Long> last = new HashMap<>();
    private final Set<String> changed = new HashSet<>();

    /** {@code leftOut} are the positions of events that were evicted. */
    LetterBox(MongoDatabase database, Set<Long> leftOut) {
        this.documents = database.getCollection(DeadLetters.NAME);
        this.leftOut = leftOut;
        for (Document stored : documents.find(gt(DeadLetters.LAST, 0L))) {
            last.put(stored.getString("_id"), stored.getLong(DeadLetters.LAST));
            if (stored.getLong(DeadLetters.POSITION) > 0) {
                letters.put(stored.getString("_id"), DeadLetters.letter(stored));
            }
        }
    }

    Taken take(String sequence, Recorded recorded, Runnable taking) {
        if (recorded.position() <= last.getOrDefault(sequence, 0L)) {
            return Taken.NO;
        }
        DeadLetter before = letters.get(sequence);
        if (before != null) {
            wait(before, recorded.position());
            return Taken.NO;
        }
        if (leftOut.contains(recorded.position())) {
            return Taken.LEFT_OUT;
        }
        try {
            taking.run();
            return Taken.YES;
        } catch (MongoException store) {
            throw store;
        } catch (RuntimeException failed) {
            die(sequence, recorded, failed);
            return Taken.NO;
        }
    }

    private void wait(DeadLetter before, long position) {
        if (before.waiting().size() == MOST_WAITING) {
            throw new IllegalStateException(
                    "%d events wait behind dead letter %d of %s: no more can be kept"
                            .formatted(MOST_WAITING, before.position(), before.sequence()));
        }
        change(before.withWaiting(position), position);
    }

    private void die(String sequence, Recorded recorded, RuntimeException failed) {
        if (letters.size() == MOST_LETTERS) {
            throw new IllegalStateException(
                    "there are %d dead letters: no more can be kept".formatted(MOST_LETTERS),
                    failed);
        }
        DeadLetter letter =
                new DeadLetter(
                        sequence,
                        recorded.position(),
                        recorded.recordedAt(),
                        typeOf(recorded.event()),
                        why(failed),
                        List.of());
        LOG.error(
                "Event {} ({}) cannot be taken: {} stops before it, the rest goes on",
                letter.position(),
                letter.type(),
                sequence,
                failed);
        change(letter, recorded.position());
    }

    private void change(DeadLetter letter, long position) {
        letters.put(letter.sequence(), letter);
        last.put(letter.sequence(), position);
        changed.add(letter.sequence());
    }

    private static String typeOf(Object event) {
        return event instanceof Unreadable unreadable
                ? unreadable.type() + "/" + unreadable.revision()
                : EventForms.of(event.getClass())
                        .map(form -> form.name() + "/" + form.revision())
                        .orElse("unlisted");
    }

    /** The message of a failure could repeat what the event says. */
    private static String why(RuntimeException failed) {
        if (failed instanceof CannotBeRead unreadable) {
            return unreadable.getMessage();
        }
        StackTraceElement[] where = failed.getStackTrace();
        return where.length == 0
                ? failed.getClass().getSimpleName()
                : "%s in %s line %d"
                        .formatted(
                                failed.getClass().getSimpleName(),
                                where[0].getFileName(),
                                where[0].getLineNumber());
    }

    /** The letters of this event, of whatever sequence. */
    List<DeadLetter> at(long position) {
        return letters.values().stream().filter(it -> it.position() == position).toList();
    }

    /**
     * Opens the sequence again for a second try.
     *
     * @param by the position of the event that says so, and the guard of what comes of it
     */
    void settle(DeadLetter letter, long by, Runnable again) {
        letters.remove(letter.sequence());
        last.remove(letter.sequence());
        again.run();
        last.put(letter.sequence(), by);
        changed.add(letter.sequence());
    }

    void flush() {
        for (String sequence : changed) {
            DeadLetter letter = letters.get(sequence);
            long guard = last.get(sequence);
            Buckets.replaceIfNewer(
                    documents,
                    letter == null
                            ? DeadLetters.settled(sequence, guard)
                            : DeadLetters.document(letter, guard),
                    DeadLetters.LAST);
        }
        changed.clear();
    }
}
