package org.muniment.query.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.figures.Status;
import org.muniment.kernel.figures.Unit;
import org.muniment.kernel.kpi.NotMeasuredReason;
import org.muniment.kernel.project.ProgressStatus;
import org.muniment.kernel.snapshot.PackContent;
import org.muniment.kernel.time.London;
import org.muniment.kernel.time.MonthOrDay;
import org.muniment.kernel.words.Code;
import org.muniment.kernel.words.Sha256;
import org.muniment.query.dashboard.BudgetTable.Amounts;
import org.muniment.query.dashboard.KpiRow;
import org.muniment.query.dashboard.KpiTable.KpiCount;
import org.muniment.query.dashboard.ProjectTable.ProjectCount;
import org.muniment.query.dashboard.ProjectTable.ProjectRow;
import org.muniment.query.pack.CanonicalJson;
import org.muniment.query.pack.Pack;
import org.muniment.query.pack.Pack.Restated;
import org.muniment.query.page.Printed;

/**
 * The words of the report, editions {@code house-1} and {@code house-2}: the form of the Joint
 * Committee's paper of 14 September 2017. The templates ask for them by name. Once a pack has been
 * printed in these words nothing here may change; a new wording is a new edition.
 */
final class House1 {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);
    private static final String NOT_GIVEN = "n/a";

    private final Pack pack;
    private final Sha256 sha256;
    private final Printed printed = new Printed();

    House1(PackContent content) {
        pack = CanonicalJson.read(content);
        sha256 = content.sha256();
    }

    public Pack pack() {
        return pack;
    }

    public Sha256 sha256() {
        return sha256;
    }

    public String title() {
        return "Performance Management Report, %s %s"
                .formatted(pack.quarter(), pack.financialYear());
    }

    public String councils() {
        return pack.councils().stream()
                .map(council -> council.name().toString())
                .collect(Collectors.joining(" and "));
    }

    public String asAt() {
        return day(pack.asAt());
    }

    /** "the end of July 2017", or the day itself where it ends no month. */
    public String cutOff() {
        YearMonth month = YearMonth.from(pack.asAt());
        return month.atEndOfMonth().equals(pack.asAt())
                ? "the end of " + MONTH.format(month)
                : day(pack.asAt());
    }

    /** "covers the first 4 months of the year": as many as have ended by the cut-off. */
    public String coverage() {
        YearMonth april = YearMonth.of(Integer.parseInt(pack.financialYear().substring(0, 4)), 4);
        YearMonth last = YearMonth.from(pack.asAt().plusDays(1)).minusMonths(1);
        long months = Math.min(12, april.until(last, ChronoUnit.MONTHS) + 1);
        return switch ((int) months) {
            case 0 -> "covers less than a month of the year";
            case 1 -> "covers the first month of the year";
            case 12 -> "covers the whole year";
            default -> "covers the first " + months + " months of the year";
        };
    }

    public String projectsSentence() {
        ProjectCount total = pack.projects().total();
        long remaining = total.total() - total.green();
        String done =
                "%s of the %s key projects for this year have been completed or are on track"
                        .formatted(total.green(), total.total());
        if (remaining == 0) {
            return done + ".";
        }
        long planned = pack.projects().rows().stream().filter(this::isPlanned).count();
        if (planned == remaining) {
            return done + " and plans are in place to address the remaining %s.".formatted(planned);
        }
        return done
                + "; plans are in place to address %s of the remaining %s."
                        .formatted(planned, remaining);
    }

    /** Off track, but with a new date or an action proposed. */
    private boolean isPlanned(ProjectRow row) {
        return row.status() != ProgressStatus.GREEN
                && (row.proposedAction() != null || row.rescheduled() != null);
    }

    public String kpisSentence() {
        KpiCount total = pack.kpis().total();
        long off = total.red() + total.amber();
        if (off == 0) {
            return "None of the %s performance measures is at \u201cred\u201d or \u201camber\u201d status."
                    .formatted(total.total());
        }
        return "%s%s of the %s performance measures %s at \u201cred\u201d or \u201camber\u201d status, and %s provided below."
                .formatted(
                        off == 1 ? "Only " : "",
                        off,
                        total.total(),
                        off == 1 ? "is" : "are",
                        off == 1 ? "an explanation is" : "explanations for these are");
    }

    public String notMeasuredSentence() {
        KpiCount total = pack.kpis().total();
        long without = total.notMeasured() + total.notApplicable();
        return without == 0
                ? "All of them were measured."
                : "%s of the %s were not measured.".formatted(without, total.total());
    }

    public String budgetSentence() {
        Figure variance = pack.budget().total().variance();
        if (variance == null) {
            return "The outturn of the partnership\u2019s budget has not been forecast yet.";
        }
        if (variance.isZero()) {
            return "The partnership is expected to spend exactly its budget by the end of the"
                    + " financial year.";
        }
        return variance.signum() > 0
                ? ("The partnership is operating within its approved budget and is currently expected"
                                + " to achieve an under-spend against its budget by the end of the"
                                + " financial year of %s.")
                        .formatted(pounds(variance))
                : ("The partnership is currently expected to over-spend its budget by the end of the"
                                + " financial year by %s.")
                        .formatted(pounds(variance.magnitude()));
    }

    public String budgetComparison() {
        Amounts base = pack.budget().subTotal();
        Amounts total = pack.budget().total();
        Figure broughtForward = total.budget().minus(base.budget());
        String budget =
                "The partnership\u2019s budget for %s is %s"
                        .formatted(pack.financialYear(), pounds(base.budget()));
        if (!broughtForward.isZero()) {
            budget += " plus %s brought forward".formatted(pounds(broughtForward));
        }
        if (total.forecast() == null) {
            return budget + ".";
        }
        return budget
                + ". Comparing this with the forecast outturn of %s, the anticipated %s is %s."
                        .formatted(
                                pounds(total.forecast()),
                                total.variance().signum() < 0 ? "overspend" : "underspend",
                                pounds(total.variance().magnitude()));
    }

    /** One line of a table of counts: what is counted, and how many in each column. */
    public record CountRow(String label, List<String> counts) {}

    public List<CountRow> projectCounts() {
        ProjectCount total = pack.projects().total();
        List<CountRow> rows = new ArrayList<>();
        rows.add(projects("Green projects \u2013 on track", ProjectCount::green));
        rows.add(projects("Amber projects", ProjectCount::amber));
        rows.add(projects("Red projects", ProjectCount::red));
        if (total.notReported() > 0) {
            rows.add(projects("Not reported", ProjectCount::notReported));
        }
        rows.add(projects("Total", ProjectCount::total));
        return rows;
    }

    private CountRow projects(String label, ToLongFunction<ProjectCount> count) {
        List<String> counts =
                new ArrayList<>(
                        pack.projects().summary().stream()
                                .map(row -> printed.count(count.applyAsLong(row)))
                                .toList());
        counts.add(printed.count(count.applyAsLong(pack.projects().total())));
        return new CountRow(label, counts);
    }

    public List<CountRow> kpiCounts() {
        String tolerance = pack.amberWithinPercent() + "%";
        List<CountRow> rows = new ArrayList<>();
        rows.add(kpis("Green on target", KpiCount::green));
        rows.add(kpis("Amber \u2013 within " + tolerance + " of target", KpiCount::amber));
        rows.add(kpis("Red \u2013 more than " + tolerance + " off target", KpiCount::red));
        rows.add(kpis("Not measured (*)", KpiCount::notMeasured));
        if (pack.kpis().total().notApplicable() > 0) {
            rows.add(kpis("Not applicable", KpiCount::notApplicable));
        }
        rows.add(kpis("Total", KpiCount::total));
        return rows;
    }

    private CountRow kpis(String label, ToLongFunction<KpiCount> count) {
        List<String> counts =
                new ArrayList<>(
                        pack.kpis().summary().stream()
                                .map(row -> Long.toString(count.applyAsLong(row)))
                                .toList());
        counts.add(Long.toString(count.applyAsLong(pack.kpis().total())));
        return new CountRow(label, counts);
    }

    /** Why figures are missing, counted; empty where none is. */
    public String notMeasuredNote() {
        Map<NotMeasuredReason, Long> reasons =
                pack.kpis().rows().stream()
                        .filter(row -> row.status() == Status.NOT_MEASURED)
                        .map(KpiRow::reason)
                        .filter(Objects::nonNull)
                        .collect(
                                Collectors.groupingBy(
                                        reason -> reason, TreeMap::new, Collectors.counting()));
        long unsaid =
                pack.kpis().total().notMeasured()
                        - reasons.values().stream().mapToLong(n -> n).sum();
        String said =
                reasons.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + words(entry.getKey()))
                        .collect(Collectors.joining(", "));
        if (unsaid > 0) {
            said += (said.isEmpty() ? "" : ", ") + unsaid + " without a reason given";
        }
        return said.isEmpty() ? "" : "(*) Not measured: " + said + ".";
    }

    private static String words(NotMeasuredReason reason) {
        return switch (reason) {
            case ANNUAL -> "reported once a year";
            case HALF_YEARLY -> "reported every half-year";
            case NOT_YET_DEFINED -> "not yet defined";
            case AWAITING_DATA -> "awaiting data";
            case NOT_APPLICABLE -> "not applicable";
        };
    }

    public List<ProjectRow> projects(Code service) {
        return pack.projects().rows().stream()
                .filter(row -> row.service().equals(service))
                .toList();
    }

    public List<ProjectRow> projects(Code service, String status) {
        return projects(service).stream()
                .filter(row -> row.status() == ProgressStatus.valueOf(status))
                .toList();
    }

    public List<KpiRow> kpis(Code service) {
        return pack.kpis().rows().stream().filter(row -> row.service().equals(service)).toList();
    }

    public List<KpiRow> kpis(Code service, String status) {
        return kpis(service).stream()
                .filter(row -> row.status() == Status.valueOf(status))
                .toList();
    }

    public List<String> projectSections(Code service) {
        return projects(service).stream().map(ProjectRow::section).distinct().toList();
    }

    public List<String> kpiSections(Code service) {
        return kpis(service).stream().map(KpiRow::section).distinct().toList();
    }

    /** "There are no red projects for Shared Assurance Services." */
    public String none(String what, String service) {
        return "There are no %s for %s.".formatted(what.toLowerCase(Locale.ROOT), service);
    }

    public String howMany(int count, String status, String service) {
        return count == 1
                ? "One target is %s for %s as follows:".formatted(status, service)
                : "%s targets are %s for %s as follows:".formatted(count, status, service);
    }

    public String name(KpiRow row) {
        return row.scope() == null ? row.title() : row.title() + " (" + row.scope() + ")";
    }

    public String name(Restated it) {
        return it.scope() == null ? it.title() : it.title() + " (" + it.scope() + ")";
    }

    public String leads(ProjectRow row) {
        return row.leads().stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    public String start(ProjectRow row) {
        return date(row.start());
    }

    public String finish(ProjectRow row) {
        if (row.finish() == null) {
            return "Ongoing";
        }
        if (row.originalFinish() == null || row.originalFinish().equals(row.finish())) {
            return date(row.finish());
        }
        return "%s, rescheduled to %s".formatted(date(row.originalFinish()), date(row.finish()));
    }

    public String status(ProjectRow row) {
        return row.status() == null ? "Not reported" : row.status().toString();
    }

    public String status(KpiRow row) {
        return switch (row.status()) {
            case NOT_MEASURED -> "Not measured";
            case NOT_APPLICABLE -> "Not applicable";
            default -> row.status().toString();
        };
    }

    /** Of the status, for the style sheet; the colour is never all there is. */
    public String style(String status) {
        return "status " + status.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    /**
     * The officer's comment, and whether the figure is not the one first reported, or came late.
     */
    public String comment(KpiRow row) {
        List<String> words = new ArrayList<>();
        if (row.comment() != null) {
            words.add(row.comment());
        }
        if (row.reported() != null) {
            words.add("Restated from " + figure(row.reported(), row.unit()) + ".");
        }
        if (row.late() && row.reported() == null) {
            words.add("Recorded after the quarter had been frozen.");
        }
        return words.isEmpty() ? orNone(null) : String.join("\n", words);
    }

    public String target(KpiRow row) {
        boolean plain =
                row.annualValue() != null
                        && row.annualValue().toString().equals(row.annualTarget());
        return plain
                ? figure(row.annualValue(), row.unit())
                : Objects.requireNonNullElse(row.annualTarget(), NOT_GIVEN);
    }

    public String variation(KpiRow row) {
        return figure(row.targetToDate().minus(row.actual()).magnitude(), row.unit());
    }

    /** A figure with its unit; one below zero stands in parentheses. */
    public String figure(Figure figure, Unit unit) {
        if (figure == null) {
            return NOT_GIVEN;
        }
        String digits = figure.magnitude().toString();
        String shown = figure.signum() < 0 ? "(" + digits + ")" : digits;
        return switch (unit) {
            case PERCENT -> shown + "%";
            case GBP -> "\u00a3" + shown;
            case DAYS -> shown + " days";
            case NUMBER, SCORE -> shown;
        };
    }

    public String money(Figure amount) {
        return amount == null ? NOT_GIVEN : printed.money(amount);
    }

    /** An amount in a sentence: £0.033m, £1,200 as typed. */
    private String pounds(Figure amount) {
        String symbol = pack.budget().unit().symbol();
        return "\u00a3" + amount + symbol.substring(1);
    }

    public String unit() {
        return pack.budget().unit().symbol();
    }

    public String date(MonthOrDay date) {
        return date.day() == null ? MONTH.format(date.month()) : day(date.day());
    }

    public String month(YearMonth month) {
        return MONTH.format(month);
    }

    public String day(LocalDate day) {
        return DAY.format(day);
    }

    public String day(Instant instant) {
        return day(London.dayOf(instant));
    }

    /** Begun with a capital and ended with a full stop. */
    public String sentence(String words) {
        String begun = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        return begun.endsWith(".") ? begun : begun + ".";
    }

    public String orNone(Object words) {
        return words == null ? "\u2013" : words.toString();
    }
}
