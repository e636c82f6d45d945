package org.muniment.query.committee;

import java.util.List;
import java.util.stream.IntStream;
import org.muniment.query.committee.Summary.Line;

/** The same summary at two moments, side by side. Pure. */
public record SummaryPair(String title, List<Pair> lines) {
    public record Pair(String label, List<Cell> cells) {}

    public record Cell(long one, long other) {
        public boolean changed() {
            return one != other;
        }
    }

    /** Both are of the same services, which a plan keeps. */
    static SummaryPair of(String title, Summary one, Summary other) {
        return new SummaryPair(
                title,
                IntStream.range(0, one.lines().size())
                        .mapToObj(i -> pair(one.lines().get(i), other.lines().get(i)))
                        .filter(pair -> Summary.isShown(pair.label, isCounted(pair)))
                        .toList());
    }

    private static boolean isCounted(Pair pair) {
        return pair.cells.stream().anyMatch(cell -> cell.one + cell.other > 0);
    }

    private static Pair pair(Line one, Line other) {
        return new Pair(
                one.label(),
                IntStream.range(0, one.counts().size())
                        .mapToObj(
                                i ->
                                        new Cell(
                                                one.counts().get(i).value(),
                                                other.counts().get(i).value()))
                        .toList());
    }
}
