package org.muniment.query.dashboard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.findings.Finding;
import org.muniment.kernel.findings.FindingKind;
import org.muniment.kernel.plan.PlanEvent.FigureStated;
import org.muniment.query.picture.PlanPicture;
import org.muniment.query.picture.Said;

/** What papers state, beside what the record gives as at the same day. */
final class StatedFigures {
    private static final Pattern SHARE = Pattern.compile("(.+)\\.share\\.[^.]+");
    private static final Figure WHOLE = Figure.of("100");

    private StatedFigures() {}

    static List<Finding> findings(PlanPicture picture, LocalDate asAt) {
        List<Finding> found = new ArrayList<>();
        Map<LocalDate, FigureBook> books = new LinkedHashMap<>();
        Map<List<Object>, List<FigureStated>> wholes = new LinkedHashMap<>();
        for (FigureStated stated : latest(picture, asAt)) {
            Matcher share = SHARE.matcher(stated.figure().value());
            if (share.matches()) {
                wholes.computeIfAbsent(
                                List.of(share.group(1), stated.asAt()), key -> new ArrayList<>())
                        .add(stated);
                continue;
            }
            FigureBook book =
                    books.computeIfAbsent(
                            stated.asAt(), day -> new FigureBook(Tables.of(picture, day)));
            compare(stated, book.figure(stated.figure().value())).ifPresent(found::add);
        }
        wholes.values().forEach(shares -> addUp(shares).ifPresent(found::add));
        return found;
    }

    private static List<FigureStated> latest(PlanPicture picture, LocalDate asAt) {
        List<FigureStated> latest = new ArrayList<>();
        for (SortedMap<LocalDate, Said<FigureStated>> days : picture.stated().values()) {
            SortedMap<LocalDate, Said<FigureStated>> known = days.headMap(asAt.plusDays(1));
            if (!known.isEmpty()) {
                latest.add(known.get(known.lastKey()).word());
            }
        }
        return latest;
    }

    /** Compared at the places stated: a paper may round. */
    private static Optional<Finding> compare(FigureStated stated, Optional<Figure> computed) {
        if (computed.isEmpty()) {
            return Optional.of(
                    FindingKind.STATED_FIGURE_UNKNOWN.found(
                            "%s states %s as %s, but there is nothing to compare it with"
                                    .formatted(stated.source(), stated.figure(), stated.value()),
                            List.of(stated.figure().value())));
        }
        Figure comparable = computed.get().rounded(stated.value().scale());
        if (comparable.sameValue(stated.value())) {
            return Optional.empty();
        }
        return Optional.of(
                FindingKind.STATED_FIGURE_DIFFERS
                        .found(
                                "%s states %s as %s; the record as at %s gives %s"
                                        .formatted(
                                                stated.source(),
                                                stated.figure(),
                                                stated.value(),
                                                stated.asAt(),
                                                computed.get()),
                                List.of(stated.figure().value()))
                        .comparing(stated.value(), computed.get()));
    }

    private static Optional<Finding> addUp(List<FigureStated> shares) {
        Figure sum = shares.stream().map(FigureStated::value).reduce(Figure.of("0"), Figure::plus);
        if (sum.sameValue(WHOLE)) {
            return Optional.empty();
        }
        return Optional.of(
                FindingKind.SHARES_DO_NOT_ADD
                        .found(
                                "the shares stated in %s add up to %s per cent, not %s"
                                        .formatted(shares.get(0).source(), sum, WHOLE),
                                shares.stream().map(share -> share.figure().value()).toList())
                        .comparing(sum, WHOLE));
    }
}
