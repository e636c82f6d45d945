package org.muniment.query.dashboard;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muniment.kernel.figures.Status;
import org.muniment.kernel.findings.Finding;
import org.muniment.kernel.findings.FindingKind;
import org.muniment.kernel.kpi.Cadence;
import org.muniment.kernel.project.ProgressStatus;
import org.muniment.kernel.time.FinancialYear;
import org.muniment.kernel.time.Quarter;
import org.muniment.query.dashboard.ProjectTable.ProjectRow;

/** What a quarter lacked before it could be frozen, edition {@code pack-1}. Pure. */
public final class FirstReadiness {
    private static final int MONTHS_IN_HALF = 6;

    private FirstReadiness() {}

    public static List<Finding> of(
            Tables tables, FinancialYear year, Quarter quarter, LocalDate asAt) {
        List<Finding> found = new ArrayList<>();
        for (KpiRow row : tables.kpis().rows()) {
            dueSince(row.cadence(), year, quarter, asAt)
                    .filter(since -> row.month() == null || row.month().isBefore(since))
                    .ifPresent(since -> found.add(missing(row, since, asAt)));
            if (row.status() == Status.RED && row.proposedAction() == null) {
                found.add(withoutAction(row.title(), row.id()));
            }
        }
        for (ProjectRow row : tables.projects().rows()) {
            if (row.status() == ProgressStatus.RED && row.proposedAction() == null) {
                found.add(withoutAction(row.title(), row.id()));
            }
            if (isUnheardOf(row, quarter.firstDay(year), asAt)) {
                found.add(unheardOf(row, quarter));
            }
        }
        return found;
    }

    /** The first month that counts for the quarter; empty where the KPI is not due in it. */
    private static Optional<YearMonth> dueSince(
            Cadence cadence, FinancialYear year, Quarter quarter, LocalDate asAt) {
        YearMonth first = YearMonth.from(quarter.firstDay(year));
        return switch (cadence) {
            case MONTHLY -> Optional.of(lastCompleteMonth(asAt, year));
            case QUARTERLY -> Optional.of(first);
            case HALF_YEARLY ->
                    quarter == Quarter.Q2 || quarter == Quarter.Q4
                            ? Optional.of(first.minusMonths(MONTHS_IN_HALF / 2))
                            : Optional.empty();
            case ANNUAL ->
                    quarter == Quarter.Q4
                            ? Optional.of(YearMonth.from(year.firstDay()))
                            : Optional.empty();
        };
    }

    /** No later than the year's last: a year's accounts may be cut off after its end. */
    private static YearMonth lastCompleteMonth(LocalDate asAt, FinancialYear year) {
        YearMonth complete = YearMonth.from(asAt.plusDays(1)).minusMonths(1);
        YearMonth last = YearMonth.from(year.lastDay());
        return complete.isAfter(last) ? last : complete;
    }

    private static boolean isUnheardOf(ProjectRow row, LocalDate since, LocalDate asAt) {
        return !row.completed()
                && !row.start().firstDay().isAfter(asAt)
                && (row.reportedAsAt() == null || row.reportedAsAt().isBefore(since));
    }

    private static Finding missing(KpiRow row, YearMonth since, LocalDate asAt) {
        return FindingKind.MISSING_ACTUAL.found(
                "nothing is recorded of \"%s\"%s from %s to %s, though it is due %s"
                        .formatted(
                                row.title(),
                                row.scope() == null ? "" : " (" + row.scope() + ")",
                                since,
                                asAt,
                                words(row.cadence())),
                List.of(row.id()));
    }

    private static String words(Cadence cadence) {
        return switch (cadence) {
            case MONTHLY -> "every month";
            case QUARTERLY -> "every quarter";
            case HALF_YEARLY -> "every half-year";
            case ANNUAL -> "once a year";
        };
    }

    private static Finding withoutAction(String title, String id) {
        return FindingKind.MISSING_ACTION.found(
                "\"%s\" is RED, and no action is proposed".formatted(title), List.of(id));
    }

    private static Finding unheardOf(ProjectRow row, Quarter quarter) {
        String leads = String.join(", ", row.leads().stream().map(Object::toString).toList());
        return FindingKind.STALE_OWNER.found(
                row.reportedAsAt() == null
                        ? "%s has not reported on \"%s\" yet".formatted(leads, row.title())
                        : "%s has not reported on \"%s\" in %s; the last report is as at %s"
                                .formatted(leads, row.title(), quarter, row.reportedAsAt()),
                List.of(row.id()));
    }
}
