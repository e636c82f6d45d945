package org.muniment.command.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.common.Registration;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventMessage;
import org.muniment.command.dispatch.Receipt.Foreseen;
import org.muniment.kernel.log.EventForms;
import org.springframework.stereotype.Component;

/**
 * Carries a command out in full and takes it back: what it answers, and what refuses it, is what
 * the command in earnest would be told at that moment.
 */
@Component
class Trials {
    private final Together together;
    private final Configuration axon;

    Trials(Together together, Configuration axon) {
        this.together = together;
        this.axon = axon;
    }

    Receipt of(Supplier<Receipt> command) {
        return together.run(() -> foreseen(command), tried -> false);
    }

    /** Nobody else appends meanwhile: commands take turns, and this is one turn. */
    private Receipt foreseen(Supplier<Receipt> command) {
        List<Foreseen> events = new ArrayList<>();
        Registration listening =
                axon.eventStore()
                        .subscribe(appended -> appended.forEach(it -> events.add(stored(it))));
        try {
            return command.get().foreseeing(events);
        } finally {
            listening.cancel();
        }
    }

    private Foreseen stored(EventMessage<?> event) {
        return new Foreseen(
                EventForms.of(event.getPayloadType()).orElseThrow().name(),
                axon.eventSerializer().serialize(event.getPayload(), String.class).getData());
    }
}
