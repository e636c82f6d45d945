package org.muniment.query.committee;

import java.time.LocalDate;
import java.util.List;
import org.muniment.query.dashboard.Tables;
import org.muniment.query.picture.PlanPicture;

/** Both summary tables of a paper. Pure. */
public record Summaries(Summary projects, Summary kpis) {
    static Summaries of(PlanPicture picture, Tables tables) {
        return new Summaries(
                Summary.of(tables.projects()),
                Summary.of(tables.kpis(), picture.adopted().terms().rule().amberWithinPercent()));
    }

    /** The same plan at two moments, each with its own cut-off. */
    public static List<SummaryPair> of(
            PlanPicture one, LocalDate oneCutOff, PlanPicture other, LocalDate otherCutOff) {
        Summaries before = of(one, Tables.of(one, oneCutOff));
        Summaries after = of(other, Tables.of(other, otherCutOff));
        return List.of(
                SummaryPair.of("Key projects", before.projects, after.projects),
                SummaryPair.of("Performance indicators", before.kpis, after.kpis));
    }
}
