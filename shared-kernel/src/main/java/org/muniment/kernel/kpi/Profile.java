package org.muniment.kernel.kpi;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.muniment.kernel.figures.Figure;

/**
 * How the annual target is spread over the year, month by month; a month unnamed keeps the last.
 */
public record Profile(@JsonValue List<ProfiledTarget> targets) {
    public static final Profile NONE = new Profile(List.of());

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Profile {
        targets = targets.stream().sorted(Comparator.comparing(ProfiledTarget::month)).toList();
        if (targets.stream().map(ProfiledTarget::month).distinct().count() < targets.size()) {
            throw new IllegalArgumentException("must not name a month twice");
        }
    }

    /** The target named last, up to and including {@code month}. */
    public Optional<Figure> targetToDate(YearMonth month) {
        return targets.stream()
                .filter(target -> !target.month().isAfter(month))
                .reduce((earlier, later) -> later)
                .map(ProfiledTarget::target);
    }
}
