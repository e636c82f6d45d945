package org.muniment.query.page;

import java.time.LocalDate;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A day of a plan's history that people ask for.
 *
 * @param asAt the cut-off of what was read that day; null where that day is meant
 */
public record Landmark(LocalDate day, Kind kind, String text, LocalDate asAt) {
    /** In the order in which those of one day are told. */
    public enum Kind {
        MEETING,
        FREEZE,
        PUBLICATION,
        SUPERSESSION,
        RESTATEMENT
    }

    /** The page at {@code address} as it was that day. */
    public String on(String address) {
        UriComponentsBuilder page =
                UriComponentsBuilder.fromUriString(address).replaceQueryParam("asOf", day);
        return (asAt == null
                        ? page.replaceQueryParam("asAt")
                        : page.replaceQueryParam("asAt", asAt))
                .build()
                .toUriString();
    }
}
