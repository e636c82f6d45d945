package org.muniment.query.published;

import java.util.List;
import org.muniment.kernel.words.Malformed;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PublicationsApi {
    private static final int MOST = 1000;

    private final Publications publications;

    PublicationsApi(Publications publications) {
        this.publications = publications;
    }

    /**
     * @param next the position to ask on before; absent where this page ends the list
     */
    record PublicationList(List<Publication> items, Long next) {}

    /** The latest first; {@code before} is a position of the log. */
    @GetMapping("/api/publications")
    PublicationList publications(
            @RequestParam(required = false) Long before,
            @RequestParam(defaultValue = "100") int limit) {
        if (before != null && before < 0) {
            throw new Malformed("before", "must be a position, 0 or more");
        }
        if (limit < 1 || limit > MOST) {
            throw new Malformed("limit", "must lie between 1 and " + MOST);
        }
        List<Publication> found =
                publications.all().stream()
                        .filter(it -> before == null || it.position() < before)
                        .limit(limit + 1L)
                        .toList();
        List<Publication> page = found.stream().limit(limit).toList();
        return new PublicationList(
                page, found.size() > limit ? page.get(limit - 1).position() : null);
    }
}
