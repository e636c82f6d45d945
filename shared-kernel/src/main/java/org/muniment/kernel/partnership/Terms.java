package org.muniment.kernel.partnership;

import java.util.List;
import java.util.function.Function;
import org.muniment.kernel.figures.StatusRule;
import org.muniment.kernel.words.Code;
import org.muniment.kernel.words.Malformed;

/**
 * What a partnership agreed: its councils, its services and the rule its figures are judged by. A
 * plan adopts the terms of its day and keeps them.
 */
public record Terms(List<Council> councils, List<SharedService> services, StatusRule rule) {
    /** The scope of a figure that belongs to the shared service itself, not to one council. */
    public static final Code SHARED = new Code("SS");

    public Terms {
        councils = List.copyOf(councils);
        services = List.copyOf(services);
        requireDistinct("councils", councils, Council::code);
        requireDistinct("services", services, SharedService::code);
    }

    private static <T> void requireDistinct(String field, List<T> all, Function<T, Code> code) {
        if (all.isEmpty()) {
            throw new Malformed(field, "must name at least one");
        }
        if (all.stream().map(code).distinct().count() < all.size()) {
            throw new Malformed(field, "must not use a code twice");
        }
    }
}
