package org.muniment.query.page.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.muniment.kernel.figures.Figure;
import org.muniment.query.page.chart.VarianceChart.Bar;
import org.w3c.dom.Document;

class VarianceChartTest {
    @Test
    void anOverspendStandsLeftOfNoughtAndIsHatched() {
        Document svg = parse(bar("Salaries", "0.031"), bar("Supplies", "-0.002"));
        assertThat(Markup.attributes(svg, "rect", "class"))
                .containsExactly("chart-under", "chart-over");
        assertThat(Markup.attributes(svg, "rect", "fill"))
                .containsExactly("currentColor", "url(#v-over)");
        assertThat(Markup.attributes(svg, "pattern", "id")).containsExactly("v-over");
        assertThat(Markup.attributes(svg, "rect", "x")).containsExactly("122.0", "111.6");
        assertThat(Markup.attributes(svg, "rect", "width")).containsExactly("161.2", "10.4");
        assertThat(Markup.text(svg, "text"))
                .containsExactly("Salaries", "0.031", "Supplies", "(0.002)");
    }

    @Test
    void itIsDescribedInWords() {
        assertThat(Markup.text(parse(bar("A", "1"), bar("B", "-2"), bar("C", "0")), "desc"))
                .containsExactly(
                        "Forecast outturn against budget, in £m: 1 under budget, 1 over,"
                                + " 1 on budget.");
    }

    @Test
    void aLongNameIsShortened() {
        String name = "Budget brought forward from 2016/17 underspend: asset management, budget";
        assertThat(Markup.text(parse(bar(name, "1")), "text").get(0))
                .isEqualTo("Budget brought forward from 2016/17 underspend: asset…");
    }

    @Test
    void withoutAForecastThereIsNothingToDraw() {
        assertThat(chart().isDrawn()).isFalse();
        assertThat(chart(bar("A", "0")).isDrawn()).isTrue();
    }

    private static Document parse(Bar... bars) {
        return Markup.parse(chart(bars).svg());
    }

    private static VarianceChart chart(Bar... bars) {
        return new VarianceChart("v", "Under or over spend", "£m", List.of(bars));
    }

    private static Bar bar(String name, String variance) {
        return new Bar(name, Figure.of(variance));
    }
}
