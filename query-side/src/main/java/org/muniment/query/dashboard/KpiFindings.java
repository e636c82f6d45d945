package org.muniment.query.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.muniment.kernel.figures.Polarity;
import org.muniment.kernel.figures.Status;
import org.muniment.kernel.figures.Unit;
import org.muniment.kernel.findings.Finding;
import org.muniment.kernel.findings.FindingKind;
import org.muniment.kernel.kpi.KpiDefinition;
import org.muniment.query.picture.PlanPicture;

/** Greens that are no achievement, and targets that cannot be meant. */
final class KpiFindings {
    private static final Pattern NOT_APPLICABLE =
            Pattern.compile("\\bnot applicable\\b|\\bn/a\\b", Pattern.CASE_INSENSITIVE);

    private KpiFindings() {}

    static List<Finding> of(PlanPicture picture, KpiTable kpis) {
        List<Finding> found = new ArrayList<>();
        for (KpiRow row : kpis.rows()) {
            KpiDefinition definition = picture.kpis().get(row.id()).definition();
            if (isHollowGreen(row, definition)) {
                found.add(hollowGreen(row));
            }
            if (isAboveAnnual(row, definition)) {
                found.add(aboveAnnual(row));
            }
            if (isRateFromZero(row, definition)) {
                found.add(rateFromZero(row));
            }
        }
        return found;
    }

    /** Nothing done against nothing due counts as green only where less is better. */
    private static boolean isHollowGreen(KpiRow row, KpiDefinition definition) {
        if (row.status() != Status.GREEN) {
            return false;
        }
        boolean nothingOfNothing =
                definition.polarity() == Polarity.HIGHER_IS_BETTER
                        && row.actual().isZero()
                        && row.targetToDate().isZero();
        return nothingOfNothing
                || row.comment() != null && NOT_APPLICABLE.matcher(row.comment()).find();
    }

    private static boolean isAboveAnnual(KpiRow row, KpiDefinition definition) {
        return row.targetToDate() != null
                && row.annualValue() != null
                && (definition.polarity() == Polarity.HIGHER_IS_BETTER || definition.accumulates())
                && row.targetToDate().exceeds(row.annualValue());
    }

    /**
     * A rate or level has its target from the first month; only what accumulates starts at zero.
     */
    private static boolean isRateFromZero(KpiRow row, KpiDefinition definition) {
        boolean rate = definition.unit() == Unit.PERCENT || definition.unit() == Unit.SCORE;
        return rate
                && !definition.accumulates()
                && definition.polarity() == Polarity.HIGHER_IS_BETTER
                && row.targetToDate() != null
                && row.targetToDate().isZero()
                && row.annualValue() != null
                && !row.annualValue().isZero();
    }

    private static Finding hollowGreen(KpiRow row) {
        return FindingKind.NOT_APPLICABLE_COUNTED_GREEN
                .found(
                        "%s counts as GREEN with %s against %s, which is no measurement"
                                .formatted(name(row), row.actual(), row.targetToDate()),
                        List.of(row.id()))
                .comparing(Status.GREEN, Status.NOT_APPLICABLE);
    }

    private static Finding aboveAnnual(KpiRow row) {
        return FindingKind.TARGET_TO_DATE_ABOVE_ANNUAL
                .found(
                        "the target to date of %s, %s, is above its target for the year, %s"
                                .formatted(name(row), row.targetToDate(), row.annualValue()),
                        List.of(row.id()))
                .comparing(row.targetToDate(), row.annualValue());
    }

    private static Finding rateFromZero(KpiRow row) {
        return FindingKind.RATE_TARGET_ZERO
                .found(
                        "%s is a rate with a target of %s for the year, but of zero to date"
                                .formatted(name(row), row.annualValue()),
                        List.of(row.id()))
                .comparing(row.targetToDate(), row.annualValue());
    }

    private static String name(KpiRow row) {
        return name(row.title(), row.scope());
    }

    /** {@code scope} is null where the measure is not divided. */
    static String name(Object title, Object scope) {
        return scope == null ? "\"" + title + "\"" : "\"" + title + "\" (" + scope + ")";
    }
}
