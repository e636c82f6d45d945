package org.muniment.ops.operations;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.muniment.command.dispatch.Caller;
import org.muniment.command.dispatch.Receipt;
import org.muniment.kernel.deadletter.DeadLetterId;
import org.muniment.kernel.words.Narrative;
import org.muniment.ops.operations.DeadLetterDesk.Inspection;
import org.muniment.query.journal.DeadLetter;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DeadLettersApi {
    private final DeadLetterDesk desk;

    DeadLettersApi(DeadLetterDesk desk) {
        this.desk = desk;
    }

    record Letters(List<Letter> items) {}

    /**
     * What stands before an event it cannot take.
     *
     * @param id the position of that event
     * @param sequence what stopped there
     * @param waiting how many events wait behind it
     */
    record Letter(
            long id, String sequence, Instant recordedAt, String type, String why, int waiting) {
        static Letter of(DeadLetter letter) {
            return new Letter(
                    letter.position(),
                    letter.sequence(),
                    letter.recordedAt(),
                    letter.type(),
                    letter.why(),
                    letter.waiting().size());
        }
    }

    record Eviction(@NotNull Narrative reason) {}

    @GetMapping("/api/operations/dead-letters")
    Letters all() {
        return new Letters(desk.all().stream().map(Letter::of).toList());
    }

    @GetMapping("/api/operations/dead-letters/{letter}")
    Inspection inspect(@PathVariable long letter) {
        return desk.inspect(new DeadLetterId(letter));
    }

    /** Where it fails again, it and what waits behind it stay where they are. */
    @PostMapping("/api/operations/dead-letters/{letter}/retry")
    ResponseEntity<Receipt> retry(@PathVariable long letter, Caller caller) {
        return desk.retry(new DeadLetterId(letter), caller);
    }

    @PostMapping("/api/operations/dead-letters/{letter}/eviction")
    ResponseEntity<Receipt> evict(
            @PathVariable long letter, @Valid @RequestBody Eviction body, Caller caller) {
        return desk.evict(new DeadLetterId(letter), body.reason, caller);
    }
}
