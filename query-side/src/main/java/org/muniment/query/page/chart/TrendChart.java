package org.muniment.query.page.chart;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.muniment.kernel.figures.Figure;
import org.muniment.kernel.figures.Polarity;
import org.muniment.kernel.figures.Status;
import org.muniment.kernel.figures.Unit;
import org.muniment.kernel.kpi.Cadence;
import org.muniment.kernel.kpi.KpiDefinition;
import org.muniment.kernel.time.FinancialYear;
import org.muniment.query.picture.KpiFigure;
import org.muniment.query.picture.KpiPicture;

/**
 * A KPI's figures over a year against its profiled target, as a picture and as the rows of the
 * table that stands beside it.
 *
 * @param id unique in the page
 * @param cadence how far apart figures stand where none is missing
 * @param band half the width of the band round the target; only with WITHIN_BAND
 * @param months in order, and at least one
 */
public record TrendChart(
        String id,
        String title,
        Unit unit,
        Polarity polarity,
        Cadence cadence,
        Figure band,
        List<Month> months) {
    private static final int MONTHS_IN_YEAR = 12;

    /**
     * @param target what the month's figure is judged against; absent where there is none
     * @param actual absent where nothing was measured
     * @param status absent where nothing is said of the month
     */
    public record Month(YearMonth month, Figure target, Figure actual, Status status) {}

    /** What is known of a KPI's months up to {@code cutOff}, and its targets of the whole year. */
    public static TrendChart of(KpiPicture kpi, FinancialYear year, YearMonth cutOff) {
        KpiDefinition definition = kpi.definition();
        return new TrendChart(
                "trend-" + kpi.id().value(),
                kpi.name(),
                definition.unit(),
                definition.polarity(),
                definition.cadence(),
                definition.band(),
                Stream.iterate(YearMonth.from(year.firstDay()), month -> month.plusMonths(1))
                        .limit(MONTHS_IN_YEAR)
                        .map(month -> month(kpi, month, cutOff))
                        .toList());
    }

    private static Month month(KpiPicture kpi, YearMonth month, YearMonth cutOff) {
        KpiFigure said = month.isAfter(cutOff) ? null : kpi.months().get(month);
        KpiFigure figure = said == null ? KpiFigure.NONE : said;
        return new Month(
                month,
                figure.actual() == null ? profiled(kpi.definition(), month) : figure.target(),
                figure.actual(),
                said == null ? null : said.status());
    }

    /** Before the first month that a profile names there is no target to date. */
    private static Figure profiled(KpiDefinition definition, YearMonth month) {
        return (definition.profile().targets().isEmpty()
                        ? definition.targetToDate(month)
                        : definition.profile().targetToDate(month))
                .orElse(null);
    }

    /** Whether there is a figure to draw. */
    public boolean isDrawn() {
        return months.stream().anyMatch(month -> month.actual != null);
    }

    /** With its unit; empty where there is none. */
    public String printed(Figure figure) {
        return Quantity.of(figure, unit);
    }

    /** Which way is good, in words. */
    public String direction() {
        return switch (polarity) {
            case HIGHER_IS_BETTER -> "Higher is better";
            case LOWER_IS_BETTER -> "Lower is better";
            case WITHIN_BAND -> "Best within " + printed(band) + " of the target";
        };
    }

    /** The picture, as markup to stand in a page; only where it {@link #isDrawn}. */
    public String svg() {
        return new TrendPicture(this).svg();
    }
}
