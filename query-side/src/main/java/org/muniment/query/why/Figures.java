package org.muniment.query.why;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.muniment.kernel.findings.Finding;
import org.muniment.kernel.partnership.SharedService;
import org.muniment.query.dashboard.BudgetTable;
import org.muniment.query.dashboard.KpiRow;
import org.muniment.query.dashboard.ProjectTable.ProjectRow;
import org.muniment.query.dashboard.Tables;
import org.muniment.query.dashboard.Variations;

/**
 * Finds the figure a name means, and explains it. The names are those under which papers state
 * figures ({@code projects.total}, {@code kpis.SFS.red}, {@code budget.salaries.forecast}), and
 * besides them:
 *
 * <ul>
 *   <li>{@code kpis.grant-claims} and {@code kpis.grant-claims.status}, annualTarget, priorActual
 *   <li>{@code projects.peer-review} and its status, finish, originalFinish, start
 *   <li>{@code variation}, {@code budget.total} and {@code budget.subTotal}
 *   <li>{@code findings.completed-before-start.peer-review}
 * </ul>
 *
 * Pure: the events of a thing come from {@code history}, by the name of its stream.
 */
final class Figures {
    private static final int NOUN = 0;
    private static final int SUBJECT = 1;

    private final Known known;
    private final Function<String, List<Act>> history;

    Figures(Known known, Function<String, List<Act>> history) {
        this.known = known;
        this.history = history;
    }

    /** Nothing where there is no such figure. */
    List<Explained> named(String figure) {
        String[] words = figure.split("\\.", -1);
        return switch (words[NOUN]) {
            case "projects" -> projects(figure, words);
            case "kpis" -> kpis(figure, words);
            case "budget" -> budget(figure, words);
            case "findings" -> findings(figure);
            case "variation" -> words.length == 1 ? variation() : List.of();
            default -> List.of();
        };
    }

    List<Explained> kpi(KpiRow row) {
        return KpiWhy.of(row, known.asAt(), history.apply("kpi:" + row.id()));
    }

    List<Explained> project(ProjectRow row) {
        return ProjectWhy.of(row, known.asAt(), history.apply("project:" + row.id()));
    }

    List<Explained> line(BudgetTable.Line line) {
        return BudgetWhy.of(line, known.asAt(), history.apply("budget-line:" + line.id()));
    }

    private Tables tables() {
        return known.dashboard().tables();
    }

    private List<Explained> projects(String figure, String[] words) {
        String column = words[words.length - 1];
        List<ProjectRow> rows = tables().projects().rows();
        if (words.length == 2 && CountWhy.isOfProjects(column)) {
            return List.of(CountWhy.ofProjects(figure, column, rows, "All services", known.asAt()));
        }
        Optional<String> service = words.length == 3 ? service(words[SUBJECT]) : Optional.empty();
        if (service.isPresent() && CountWhy.isOfProjects(column)) {
            List<ProjectRow> own =
                    rows.stream()
                            .filter(row -> row.service().value().equals(words[SUBJECT]))
                            .toList();
            return List.of(CountWhy.ofProjects(figure, column, own, service.get(), known.asAt()));
        }
        return ofThing(figure, words, byId(rows, ProjectRow::id), this::project);
    }

    private List<Explained> kpis(String figure, String[] words) {
        String column = words[words.length - 1];
        List<KpiRow> rows = tables().kpis().rows();
        if (words.length == 2 && CountWhy.isOfKpis(column)) {
            return List.of(CountWhy.ofKpis(figure, column, rows, "All services", known.asAt()));
        }
        Optional<String> service = words.length == 3 ? service(words[SUBJECT]) : Optional.empty();
        if (service.isPresent() && CountWhy.isOfKpis(column)) {
            List<KpiRow> own =
                    rows.stream()
                            .filter(row -> row.service().value().equals(words[SUBJECT]))
                            .toList();
            return List.of(CountWhy.ofKpis(figure, column, own, service.get(), known.asAt()));
        }
        return ofThing(figure, words, byId(rows, KpiRow::id), this::kpi);
    }

    private Optional<String> service(String code) {
        return known.picture().adopted().terms().services().stream()
                .filter(service -> service.code().value().equals(code))
                .map(SharedService::name)
                .map(Object::toString)
                .findFirst();
    }

    private List<Explained> budget(String figure, String[] words) {
        BudgetTable table = tables().budget();
        if (words.length > 1
                && (words[SUBJECT].equals(BudgetWhy.TOTAL)
                        || words[SUBJECT].equals(BudgetWhy.SUB_TOTAL))) {
            return only(figure, words, BudgetWhy.total(table, words[SUBJECT]));
        }
        return ofThing(figure, words, byId(table.lines(), BudgetTable.Line::id), this::line);
    }

    private static <R> Map<String, R> byId(List<R> rows, Function<R, String> id) {
        return rows.stream().collect(Collectors.toMap(id, row -> row));
    }

    /** Two words mean all figures of a thing, three one of them. */
    private static <R> List<Explained> ofThing(
            String figure,
            String[] words,
            Map<String, R> rows,
            Function<R, List<Explained>> explain) {
        if (words.length < 2 || !rows.containsKey(words[SUBJECT])) {
            return List.of();
        }
        return only(figure, words, explain.apply(rows.get(words[SUBJECT])));
    }

    private static List<Explained> only(String figure, String[] words, List<Explained> all) {
        return words.length == 2
                ? all
                : all.stream().filter(it -> it.figure().equals(figure)).toList();
    }

    private List<Explained> findings(String figure) {
        return known.dashboard().findings().stream()
                .filter(finding -> FindingWhy.name(finding).equals(figure))
                .map(finding -> FindingWhy.of(finding, known.picture()))
                .toList();
    }

    /** What each finding is explained under. */
    static String nameOf(Finding finding) {
        return FindingWhy.name(finding);
    }

    private List<Explained> variation() {
        return Variations.latest(known.picture(), known.asAt())
                .map(
                        explained ->
                                FindingWhy.variation(
                                        known.picture(),
                                        explained,
                                        Tables.of(known.picture(), explained.asAt())
                                                .budget()
                                                .total()))
                .stream()
                .toList();
    }
}
