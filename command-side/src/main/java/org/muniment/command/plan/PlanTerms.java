package org.muniment.command.plan;

import java.time.YearMonth;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.partnership.SharedService;
import org.muniment.kernel.partnership.Terms;
import org.muniment.kernel.time.FinancialYear;
import org.muniment.kernel.words.Code;
import org.muniment.kernel.words.Refused;
import org.muniment.kernel.words.Title;

/** The year and the agreed terms that everything in a plan must fit into. */
public record PlanTerms(PartnershipId partnership, FinancialYear year, Terms terms) {
    /** The service is one the councils share, and the section is one of its sections. */
    public void requirePlace(Code service, Title section) {
        SharedService shared =
                terms.services().stream()
                        .filter(known -> known.code().equals(service))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        Refused.because(
                                                "unknown-service",
                                                "service",
                                                service + " is not a service of this plan"));
        if (!shared.sections().contains(section)) {
            throw Refused.because(
                    "unknown-section",
                    "section",
                    "\"" + section + "\" is not a section of " + service);
        }
    }

    /** The scope is one of the councils, or the shared service itself; absent is fine. */
    public void requireScope(Code scope) {
        if (scope == null || scope.equals(Terms.SHARED)) {
            return;
        }
        if (terms.councils().stream().noneMatch(council -> council.code().equals(scope))) {
            throw Refused.because(
                    "unknown-scope",
                    "scope",
                    scope + " is neither a council of this plan nor " + Terms.SHARED);
        }
    }

    /**
     * @throws Refused where {@code month} lies outside {@code year}
     */
    public static void requireWithin(FinancialYear year, YearMonth month, String field) {
        if (!year.contains(month)) {
            throw Refused.because(
                    "outside-financial-year", field, month + " does not lie in " + year);
        }
    }
}
