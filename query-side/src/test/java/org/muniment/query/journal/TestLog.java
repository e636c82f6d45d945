package org.muniment.query.journal;

import java.util.List;
import org.muniment.kernel.log.EventForms;
import org.muniment.query.journal.JournalWriter.Recorded;

/** A log in memory: positions are places in a list. */
public record TestLog(List<Recorded> events) implements LogScan {
    public static final TestLog EMPTY = new TestLog(List.of());

    @Override
    public List<Recorded> after(long position, int limit) {
        return events.stream().skip(position).limit(limit).toList();
    }

    @Override
    public List<Recorded> named(String type) {
        return events.stream()
                .filter(
                        recorded ->
                                EventForms.of(recorded.event().getClass())
                                        .filter(form -> form.name().equals(type))
                                        .isPresent())
                .toList();
    }
}
