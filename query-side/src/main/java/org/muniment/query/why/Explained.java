package org.muniment.query.why;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * One figure and why it is so.
 *
 * @param figure its name, such as {@code kpis.grant-claims.status}
 * @param what it is, in words
 * @param value as the dashboard shows it; absent where it shows none
 * @param because in sentences
 * @param counts the rows it is made up of; none where it is not counted
 * @param positions of the events that made it
 */
public record Explained(
        String figure,
        String what,
        String value,
        List<String> because,
        List<Counted> counts,
        @JsonIgnore List<Long> positions) {
    /**
     * A row that a total counts.
     *
     * @param kind kpi, project, budget-line or figure
     * @param id of the thing, or the name of the figure
     * @param value what it adds
     */
    public record Counted(String kind, String id, String title, String value) {}

    static Explained of(
            String figure, String what, Object value, List<String> because, List<Long> positions) {
        return new Explained(figure, what, text(value), because, List.of(), positions);
    }

    static Explained counting(
            String figure, String what, Object value, List<String> because, List<Counted> counts) {
        return new Explained(figure, what, text(value), because, counts, List.of());
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
