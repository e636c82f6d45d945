package org.muniment.query.pack;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.muniment.kernel.findings.Finding;
import org.muniment.kernel.plan.PlanEvent.PlanAdopted;
import org.muniment.kernel.snapshot.FindingName;
import org.muniment.kernel.snapshot.FindingOverride;
import org.muniment.kernel.time.Quarter;
import org.muniment.kernel.words.Version;
import org.muniment.query.dashboard.Findings;
import org.muniment.query.dashboard.FirstReadiness;
import org.muniment.query.dashboard.Readiness;
import org.muniment.query.dashboard.Tables;
import org.muniment.query.dashboard.VariationTable;
import org.muniment.query.due.OpenQuarter;
import org.muniment.query.pack.Pack.Known;
import org.muniment.query.pack.Pack.Named;
import org.muniment.query.pack.Pack.PackFinding;
import org.muniment.query.pack.Pack.Restated;
import org.muniment.query.pack.Pack.ServiceName;
import org.muniment.query.picture.KpiPicture;
import org.muniment.query.picture.PlanPicture;

/** Makes packs. Pure. */
public final class PackMaker {
    private PackMaker() {}

    /** What a freeze is asked for: by which rules, which quarter, as at when, in spite of what. */
    public record Terms(
            Version rules, Quarter quarter, LocalDate asAt, List<FindingOverride> overrides) {
        /** By the present rules. The cut-off is the quarter's end unless another day is given. */
        static Terms of(
                PlanPicture picture,
                Quarter quarter,
                LocalDate asAt,
                List<FindingOverride> overrides) {
            LocalDate end = quarter.lastDay(picture.adopted().financialYear());
            return new Terms(Pack.RULES, quarter, asAt == null ? end : asAt, overrides);
        }
    }

    /** Whether packs of these rules can be made. */
    public static boolean knows(Version rules) {
        return rules.equals(Pack.RULES) || rules.equals(Pack.FIRST_RULES);
    }

    /**
     * @param picture of the plan at {@code position}
     */
    public static Pack make(PlanPicture picture, long position, Terms terms) {
        PlanAdopted plan = picture.adopted();
        Tables tables = Tables.of(picture, terms.asAt);
        return new Pack(
                terms.rules,
                new Named(plan.plan().value(), plan.title().value()),
                plan.financialYear().toString(),
                terms.quarter,
                terms.asAt,
                new Known(position, picture.recordedAt()),
                plan.terms().councils(),
                plan.terms().services().stream()
                        .map(service -> new ServiceName(service.code(), service.name().value()))
                        .toList(),
                plan.terms().rule().amberWithinPercent(),
                tables.projects(),
                tables.kpis(),
                tables.budget(),
                VariationTable.of(picture, terms.asAt).orElse(null),
                findings(picture, tables, terms).stream()
                        .map(finding -> inPack(finding, terms.overrides))
                        .toList(),
                terms.overrides,
                restatements(picture).stream()
                        .filter(it -> !it.month().isAfter(YearMonth.from(terms.asAt)))
                        .toList());
    }

    /**
     * Everything that stands out on the way to a freeze: of what is due, what is so by the last day
     * that is over.
     */
    public static List<Finding> findings(PlanPicture picture, OpenQuarter quarter) {
        return with(
                Findings.of(picture, Tables.of(picture, quarter.asAt()), quarter.asAt()),
                Readiness.of(picture, quarter.dueBy()));
    }

    /** Everything found, mended or not. */
    static List<Finding> findings(PlanPicture picture, Tables tables, Terms terms) {
        return with(
                Findings.of(picture, tables, terms.asAt),
                terms.rules.equals(Pack.FIRST_RULES)
                        ? FirstReadiness.of(
                                tables,
                                picture.adopted().financialYear(),
                                terms.quarter,
                                terms.asAt)
                        : Readiness.of(picture, terms.asAt));
    }

    private static List<Finding> with(List<Finding> found, List<Finding> lacking) {
        return Stream.concat(found.stream(), lacking.stream()).toList();
    }

    static List<FindingName> idle(List<Finding> found, List<FindingOverride> overrides) {
        return overrides.stream()
                .map(FindingOverride::finding)
                .filter(name -> found.stream().noneMatch(finding -> covers(name, finding)))
                .toList();
    }

    static boolean isOverridden(Finding finding, List<FindingOverride> overrides) {
        return overrides.stream().anyMatch(override -> covers(override.finding(), finding));
    }

    private static boolean covers(FindingName name, Finding finding) {
        return finding.subjects().stream().anyMatch(subject -> name.covers(finding.id(), subject));
    }

    private static PackFinding inPack(Finding finding, List<FindingOverride> overrides) {
        return new PackFinding(
                finding.id(),
                finding.severity(),
                finding.message(),
                finding.stated(),
                finding.computed(),
                finding.subjects(),
                overrides.stream()
                        .filter(override -> covers(override.finding(), finding))
                        .findFirst()
                        .map(override -> override.reason().toString())
                        .orElse(null));
    }

    /** In the order in which they were made. */
    public static List<Restated> restatements(PlanPicture picture) {
        List<Restated> all = new ArrayList<>();
        for (KpiPicture kpi : picture.kpis().values()) {
            kpi.months()
                    .forEach(
                            (month, figure) ->
                                    figure.restatements().stream()
                                            .map(
                                                    it ->
                                                            new Restated(
                                                                    kpi.id().value(),
                                                                    kpi.definition().service(),
                                                                    kpi.definition()
                                                                            .title()
                                                                            .value(),
                                                                    kpi.definition().scope(),
                                                                    month,
                                                                    it.replaced(),
                                                                    it.actual(),
                                                                    it.reason().toString(),
                                                                    it.recordedAt(),
                                                                    it.position()))
                                            .forEach(all::add));
        }
        all.sort(Comparator.comparingLong(Restated::position));
        return all;
    }
}
