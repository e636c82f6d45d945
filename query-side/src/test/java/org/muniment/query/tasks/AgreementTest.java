package org.muniment.query.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.query.picture.PlanExamples.SAS;
import static org.muniment.query.picture.PlanExamples.SFS;
import static org.muniment.query.picture.PlanExamples.actual;
import static org.muniment.query.picture.PlanExamples.completed;
import static org.muniment.query.picture.PlanExamples.confirmed;
import static org.muniment.query.picture.PlanExamples.forecast;
import static org.muniment.query.picture.PlanExamples.frozen;
import static org.muniment.query.picture.PlanExamples.kpi;
import static org.muniment.query.picture.PlanExamples.line;
import static org.muniment.query.picture.PlanExamples.notMeasured;
import static org.muniment.query.picture.PlanExamples.picture;
import static org.muniment.query.picture.PlanExamples.progress;
import static org.muniment.query.picture.PlanExamples.project;
import static org.muniment.query.picture.PlanExamples.restated;
import static org.muniment.query.picture.PlanExamples.superseded;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import org.muniment.kernel.access.Grant;
import org.muniment.kernel.access.GrantId;
import org.muniment.kernel.access.Reach;
import org.muniment.kernel.access.Role;
import org.muniment.kernel.access.Warrant;
import org.muniment.kernel.budget.BudgetLineKind;
import org.muniment.kernel.findings.Finding;
import org.muniment.kernel.kpi.Cadence;
import org.muniment.kernel.partnership.PartnershipId;
import org.muniment.kernel.plan.PlanRecord;
import org.muniment.kernel.project.ProgressStatus;
import org.muniment.kernel.time.Quarter;
import org.muniment.kernel.words.Code;
import org.muniment.query.dashboard.FirstReadiness;
import org.muniment.query.dashboard.Tables;
import org.muniment.query.due.OpenQuarter;
import org.muniment.query.picture.PlanPicture;
import org.muniment.query.quarters.QuarterView;
import org.muniment.query.tasks.Task.Kind;

/**
 * Whoever has nothing on their list is not what the secretariat waits for, and whoever has
 * something on it is.
 */
class AgreementTest {
    private static final LocalDate FIRST_DAY = LocalDate.of(2017, 3, 25);
    private static final YearMonth APRIL = YearMonth.of(2017, 4);

    /** What the secretariat is told, and what those who can mend it are. */
    private static final Map<String, Kind> ASKED_AS =
            Map.of(
                    "missing-actual", Kind.FIGURE,
                    "missing-action", Kind.ACTION,
                    "stale-owner", Kind.PROGRESS,
                    "missing-forecast", Kind.FORECAST,
                    "overdue-without-new-date", Kind.FINISH);

    private static final Warrant FINANCE =
            held(new Reach(new PartnershipId("pair"), List.of(), List.of()), Role.FINANCE_OFFICER);

    @Property(tries = 2000)
    void theListsOfAllWhoReportAreWhatTheQuartersWaitFor(
            @ForAll("records") List<PlanRecord> events, @ForAll("days") LocalDate today) {
        PlanPicture plan = picture(events.toArray(PlanRecord[]::new));
        Set<String> waited = waitedFor(plan, today);
        Set<String> asked = new TreeSet<>();
        for (Code service : List.of(SAS, SFS)) {
            Set<String> own = asked(plan, today, officerOf(service));

            assertThat(own)
                    .as("of one service alone")
                    .allMatch(it -> it.contains(service.value().toLowerCase(Locale.ROOT)));
            asked.addAll(own);
        }
        asked.addAll(asked(plan, today, FINANCE));

        assertThat(settledByTheYearsEnd(asked, waited, plan, today)).isEqualTo(waited);
        Statistics.label("asked for something")
                .collect(!asked.isEmpty())
                .coverage(
                        it -> {
                            it.check(true).percentage(share -> share > 20);
                            it.check(false).percentage(share -> share > 2);
                        });
    }

    /**
     * A finish that passes when no quarter runs any more is after every cut-off: only the officer
     * is told.
     */
    private static Set<String> settledByTheYearsEnd(
            Set<String> asked, Set<String> waited, PlanPicture plan, LocalDate today) {
        boolean runs = OpenQuarter.of(plan, today).stream().anyMatch(it -> it.asAt().equals(today));
        return asked.stream()
                .filter(it -> runs || waited.contains(it) || !it.startsWith(Kind.FINISH.name()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theFormerRuleOfTheQuartersWouldBeFoundOut() {
        LocalDate october = LocalDate.of(2017, 10, 6);
        PlanPicture plan =
                picture(
                        kpi("sas-k", Cadence.QUARTERLY),
                        actual("sas-k", APRIL.plusMonths(3), "100"));

        assertThat(asked(plan, october, officerOf(SAS))).containsExactly("FIGURE sas-k");
        assertThat(waitedFor(plan, october)).containsExactly("FIGURE sas-k");
        assertThat(
                        named(
                                FirstReadiness.of(
                                        Tables.of(plan, LocalDate.of(2017, 9, 30)),
                                        plan.adopted().financialYear(),
                                        Quarter.Q2,
                                        LocalDate.of(2017, 9, 30))
                                        .stream()))
                .as("any month of the quarter was enough")
                .isEmpty();
    }

    private static Set<String> waitedFor(PlanPicture plan, LocalDate today) {
        return named(
                Stream.of(Quarter.values())
                        .map(quarter -> QuarterView.of(quarter, plan, List.of(), today))
                        .flatMap(
                                it ->
                                        Stream.concat(
                                                it.blocking().stream(), it.warnings().stream())));
    }

    private static Set<String> named(Stream<Finding> findings) {
        return findings.filter(finding -> ASKED_AS.containsKey(finding.id()))
                .map(finding -> ASKED_AS.get(finding.id()) + " " + finding.subjects().get(0))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> asked(PlanPicture plan, LocalDate today, Warrant warrant) {
        return Tasks.of(plan, today, warrant, "reader", Map.of()).stream()
                .filter(task -> ASKED_AS.containsValue(task.kind()))
                .map(task -> task.kind() + " " + task.subject().replaceFirst("^[^:]*:", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Warrant officerOf(Code service) {
        return held(
                new Reach(new PartnershipId("pair"), List.of(), List.of(service)), Role.OFFICER);
    }

    private static Warrant held(Reach reach, Role role) {
        return new Warrant(
                List.of(new Grant(new GrantId("one"), role, reach, null)), EnumSet.of(role));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return day(480);
    }

    /** Two indicators, two projects, a budget line, and what became of two quarters. */
    @Provide
    Arbitrary<List<PlanRecord>> records() {
        return Combinators.combine(
                        indicator("sas-k", SAS),
                        indicator("sfs-k", SFS),
                        work("sas-p", SAS),
                        work("sfs-p", SFS),
                        budget(),
                        freeze("q1", Quarter.Q1),
                        freeze("q2", Quarter.Q2))
                .as(
                        (one, other, project, second, line, q1, q2) ->
                                Stream.of(one, other, project, second, line, q1, q2)
                                        .flatMap(List::stream)
                                        .toList());
    }

    private static Arbitrary<LocalDate> day(int within) {
        return Arbitraries.integers().between(0, within).map(FIRST_DAY::plusDays);
    }

    private static Arbitrary<List<PlanRecord>> indicator(String id, Code service) {
        Arbitrary<List<List<PlanRecord>>> said = month(id).list().ofMaxSize(14);
        return Combinators.combine(Arbitraries.of(Cadence.class), said)
                .as((cadence, months) -> joined(kpi(id, service, cadence), months));
    }

    private static Arbitrary<List<PlanRecord>> month(String id) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 11).map(APRIL::plusMonths),
                        Arbitraries.integers().between(0, 5))
                .as(
                        (month, what) ->
                                switch (what) {
                                    case 0 -> List.of(notMeasured(id, month));
                                    case 1 ->
                                            List.of(
                                                    actual(id, month, "100"),
                                                    restated(id, month, "100", "50"));
                                    default -> List.of(actual(id, month, what == 2 ? "50" : "100"));
                                });
    }

    private static Arbitrary<List<PlanRecord>> work(String id, Code service) {
        Arbitrary<Integer> begins = Arbitraries.integers().between(0, 11);
        Arbitrary<Integer> takes = Arbitraries.integers().between(0, 12).injectNull(0.2);
        Arbitrary<List<PlanRecord>> reports =
                Combinators.combine(day(480), Arbitraries.of(ProgressStatus.class))
                        .as((asAt, status) -> (PlanRecord) progress(id, asAt, status))
                        .list()
                        .ofMaxSize(4);
        return Combinators.combine(begins, takes, reports, day(480).injectNull(0.8))
                .as(
                        (begin, length, reported, end) -> {
                            YearMonth start = APRIL.plusMonths(begin);
                            List<PlanRecord> life = new ArrayList<>();
                            life.add(
                                    project(
                                            id,
                                            service,
                                            start.toString(),
                                            length == null
                                                    ? null
                                                    : start.plusMonths(length).toString()));
                            life.addAll(reported);
                            if (end != null) {
                                life.add(completed(id, end.toString()));
                            }
                            return life;
                        });
    }

    private static Arbitrary<List<PlanRecord>> budget() {
        return day(480).map(asAt -> List.<PlanRecord>of(forecast("line", asAt, "0.9")))
                .list()
                .ofMaxSize(3)
                .map(said -> joined(line("line", "1.0", BudgetLineKind.BASE), said));
    }

    private static Arbitrary<List<PlanRecord>> freeze(String id, Quarter quarter) {
        return Combinators.combine(Arbitraries.integers().between(0, 3), day(120))
                .as(
                        (steps, asAt) ->
                                List.<PlanRecord>of(
                                                frozen(id, 1, null, quarter, asAt),
                                                confirmed(id),
                                                superseded(id, id + "-again"))
                                        .subList(0, steps));
    }

    private static List<PlanRecord> joined(PlanRecord first, List<List<PlanRecord>> later) {
        return Stream.concat(Stream.of(first), later.stream().flatMap(List::stream)).toList();
    }
}
