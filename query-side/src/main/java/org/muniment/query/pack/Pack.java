package org.muniment.query.pack;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.findings.Finding.Severity;
import org.muniment.kernel.partnership.Council;
import org.muniment.kernel.snapshot.FindingOverride;
import org.muniment.kernel.time.Quarter;
import org.muniment.kernel.words.Code;
import org.muniment.kernel.words.Version;
import org.muniment.query.dashboard.BudgetTable;
import org.muniment.query.dashboard.KpiTable;
import org.muniment.query.dashboard.ProjectTable;
import org.muniment.query.dashboard.VariationTable;

/**
 * What a committee is given of a quarter: its canonical JSON is what is frozen and hashed, so
 * nothing in it may change its form. A new form, or another rule for what is in it, is a new
 * edition of its rules.
 *
 * @param asAt the reporting cut-off
 * @param amberWithinPercent how far off its target a figure is still amber
 * @param variation the explanation of the budget's variation; absent where none was given
 */
public record Pack(
        Version rules,
        Named plan,
        String financialYear,
        Quarter quarter,
        LocalDate asAt,
        Known known,
        List<Council> councils,
        List<ServiceName> services,
        Figure amberWithinPercent,
        ProjectTable projects,
        KpiTable kpis,
        BudgetTable budget,
        VariationTable variation,
        List<PackFinding> findings,
        List<FindingOverride> overrides,
        List<Restated> restatements) {
    static final Version FIRST_RULES = new Version("pack-1");
    public static final Version RULES = new Version("pack-2");

    public record Named(String id, String title) {}

    /** The first so many events of the log; the last of this plan was recorded when. */
    public record Known(long position, Instant recordedThrough) {}

    public record ServiceName(Code code, String name) {}

    /** {@code overridden} is why it did not stand in the way; absent where nobody said. */
    public record PackFinding(
            String id,
            Severity severity,
            String message,
            String stated,
            String computed,
            List<String> subjects,
            String overridden) {}

    /** {@code reported} is absent where no figure had been reported. */
    public record Restated(
            String kpi,
            Code service,
            String title,
            Code scope,
            YearMonth month,
            Figure reported,
            Figure restated,
            String reason,
            Instant recordedAt,
            long position) {}
}
