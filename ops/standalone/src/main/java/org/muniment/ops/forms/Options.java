package org.muniment.ops.forms;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.muniment.kernel.partnership.Terms;
import org.muniment.kernel.time.FinancialYear;
import org.muniment.query.picture.BudgetLinePicture;
import org.muniment.query.picture.SnapshotPicture;

/** What there is to choose from. */
final class Options {
    private static final int MONTHS = 12;

    private Options() {}

    static Function<Subject, List<Option>> of(Enum<?>... constants) {
        List<Option> all =
                Arrays.stream(constants)
                        .map(it -> new Option(it.name(), Say.constant(it)))
                        .toList();
        return subject -> all;
    }

    /** Values and labels in turn. */
    static Function<Subject, List<Option>> words(String... said) {
        List<Option> all = new ArrayList<>();
        for (int i = 0; i < said.length; i += 2) {
            all.add(new Option(said[i], said[i + 1]));
        }
        return subject -> all;
    }

    /** The months of the plan's year. */
    static List<Option> months(Subject subject) {
        FinancialYear year = subject.plan().adopted().financialYear();
        YearMonth first = YearMonth.from(year.firstDay());
        return IntStream.range(0, MONTHS)
                .mapToObj(first::plusMonths)
                .map(month -> new Option(month.toString(), Say.day(month)))
                .toList();
    }

    /** Those of which there can be a figure, the newest first. */
    static List<Option> monthsBegun(Subject subject) {
        String now = YearMonth.from(subject.today()).toString();
        return months(subject).stream()
                .filter(month -> month.value().compareTo(now) <= 0)
                .sorted(Comparator.comparing(Option::value).reversed())
                .toList();
    }

    /** Those for which there is a figure. */
    static List<Option> monthsMeasured(Subject subject) {
        return subject.kpi().months().entrySet().stream()
                .filter(month -> month.getValue().actual() != null)
                .map(month -> new Option(month.getKey().toString(), Say.day(month.getKey())))
                .toList();
    }

    static List<Option> services(Subject subject) {
        return terms(subject).services().stream()
                .map(it -> new Option(it.code().toString(), it.name().value()))
                .toList();
    }

    static List<Option> sections(Subject subject) {
        return terms(subject).services().stream()
                .flatMap(service -> service.sections().stream())
                .map(section -> new Option(section.value(), section.value()))
                .distinct()
                .toList();
    }

    static List<Option> scopes(Subject subject) {
        List<Option> scopes = new ArrayList<>();
        terms(subject)
                .councils()
                .forEach(it -> scopes.add(new Option(it.code().toString(), it.name().value())));
        scopes.add(new Option(Terms.SHARED.toString(), "The shared service itself"));
        return scopes;
    }

    static List<Option> otherLines(Subject subject) {
        return subject.plan().budgetLines().values().stream()
                .filter(line -> !line.id().value().equals(subject.id()))
                .map(line -> new Option(line.id().value(), line.category().value()))
                .toList();
    }

    static List<Option> meetings(Subject subject) {
        return subject.meetings().meetings().stream()
                .map(it -> new Option(it.id(), Say.time(it.startsAt().toString())))
                .toList();
    }

    static List<Option> snapshots(Subject subject) {
        return packs(subject, pack -> true);
    }

    /** A pack is replaced by one of its quarter that was frozen after it. */
    static List<Option> laterSnapshots(Subject subject) {
        SnapshotPicture own = subject.snapshot();
        return packs(
                subject,
                pack ->
                        pack.quarter() == own.quarter()
                                && pack.frozen().position() > own.frozen().position());
    }

    private static List<Option> packs(Subject subject, Predicate<SnapshotPicture> wanted) {
        return subject.plan().snapshots().values().stream()
                .filter(wanted)
                .map(it -> new Option(it.id().value(), Say.pack(it)))
                .toList();
    }

    /** Of a budget line's figures. */
    static String unit(Subject subject) {
        return inUnits(Stream.of(subject.line()));
    }

    /** Of the plan's budget; nothing where its lines differ. */
    static String unitOfPlan(Subject subject) {
        return inUnits(subject.plan().budgetLines().values().stream());
    }

    private static String inUnits(Stream<BudgetLinePicture> lines) {
        List<String> units = lines.map(line -> line.unit().symbol()).distinct().toList();
        return units.size() == 1 ? "In " + units.get(0) + "." : "";
    }

    private static Terms terms(Subject subject) {
        return subject.plan().adopted().terms();
    }
}
