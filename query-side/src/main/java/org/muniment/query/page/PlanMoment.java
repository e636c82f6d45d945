package org.muniment.query.page;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.muniment.query.journal.Directory.PlanEntry;
import org.muniment.query.moment.AsOf;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * The plan a page is about, and the moment it speaks of.
 *
 * @param asAt the cut-off; the day of the moment where none was asked for
 * @param asked the words of the question; null where the page speaks of now
 * @param cutOffAsked null where none was asked for
 * @param partnershipName as it was established
 * @param landmarks of the plan's whole history, the newest first
 */
public record PlanMoment(
        PlanEntry plan,
        String partnershipName,
        AsOf asOf,
        LocalDate asAt,
        String asked,
        LocalDate cutOffAsked,
        List<Landmark> landmarks) {
    public boolean past() {
        return asked != null;
    }

    /** Whether a day was asked for, and not an instant or a position. */
    public boolean wholeDay() {
        return asked != null && asked.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    }

    /** An address of this plan at the same moment. */
    public String link(String address) {
        UriComponentsBuilder page = UriComponentsBuilder.fromUriString(address);
        if (asked != null) {
            page.replaceQueryParam("asOf", UriUtils.encode(asked, StandardCharsets.UTF_8));
        }
        if (cutOffAsked != null) {
            page.replaceQueryParam("asAt", cutOffAsked);
        }
        return page.build().toUriString();
    }
}
