package org.muniment.ops.access;

import jakarta.annotation.PostConstruct;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.muniment.kernel.access.PersonAccess;
import org.muniment.kernel.access.Place;
import org.muniment.kernel.time.London;
import org.muniment.kernel.words.PersonId;
import org.muniment.ops.log.LogForms;
import org.springframework.stereotype.Component;

/**
 * Keeps the register at the end of the log: what was acknowledged before a question came is in the
 * answer, so a role that was taken away is gone at once.
 */
@Component
public class Registry {
    private final Register register = new Register();
    private final LogForms log;
    private final Clock clock;
    private volatile long commits = -1;
    private long position;

    Registry(LogForms log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** The whole log is read before the first question comes. */
    @PostConstruct
    void begin() {
        catchUp();
    }

    Register now() {
        if (commits != log.commits()) {
            catchUp();
        }
        return register;
    }

    /** Where a stream belongs; what is not a thing of a partnership's is the installation's. */
    public Place placeOf(String stream) {
        return now().placeOf(stream)
                .map(place -> Place.of(place.partnership()))
                .orElse(Place.INSTALLATION);
    }

    /** Whose deputy somebody is today. */
    public List<PersonId> lendersOf(PersonId deputy) {
        return now().everybody().stream()
                .filter(access -> access.isDeputyOn(today(), deputy))
                .map(PersonAccess::person)
                .sorted(Comparator.comparing(PersonId::value))
                .toList();
    }

    LocalDate today() {
        return London.dayOf(clock.instant());
    }

    /** What is committed meanwhile is noticed by the next question. */
    private synchronized void catchUp() {
        long seen = log.commits();
        LogForms.Found found = log.after(position, Register.FORMS);
        found.events().forEach(register::take);
        position = found.through();
        commits = seen;
    }
}
