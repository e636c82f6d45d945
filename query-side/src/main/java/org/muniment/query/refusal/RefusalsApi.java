package org.muniment.query.refusal;

import java.util.List;
import org.muniment.kernel.access.Place;
import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.refusal.Refusal;
import org.muniment.kernel.words.Malformed;
import org.muniment.query.moment.Moments;
import org.muniment.query.refusal.RefusedLog.Batch;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RefusalsApi {
    private static final int MOST = 1000;

    private final RefusedLog refused;
    private final Moments moments;

    RefusalsApi(RefusedLog refused, Moments moments) {
        this.refused = refused;
        this.moments = moments;
    }

    /**
     * @param items those that whoever asks may know of
     * @param next the position to ask on after; absent where this page ends the list
     */
    record Refusals(List<Refusal> items, Long next) {}

    /** {@code limit} counts the events that hold them, each of a second at most. */
    @GetMapping("/api/refusals")
    Refusals refusals(
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "100") int limit,
            Warrant warrant) {
        if (after < 0) {
            throw new Malformed("after", "must be a position, 0 or more");
        }
        if (limit < 1 || limit > MOST) {
            throw new Malformed("limit", "must lie between 1 and " + MOST);
        }
        moments.resolve(null, "asOf");
        List<Batch> found = refused.after(after, limit + 1);
        List<Batch> page = found.stream().limit(limit).toList();
        return new Refusals(
                page.stream()
                        .flatMap(batch -> batch.refusals().stream())
                        .filter(refusal -> warrant.covers(Place.of(refusal.partnership())))
                        .toList(),
                found.size() > limit ? page.get(limit - 1).position() : null);
    }
}
