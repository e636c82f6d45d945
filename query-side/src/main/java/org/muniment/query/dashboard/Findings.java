package org.muniment.query.dashboard;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.muniment.kernel.findings.Finding;
import org.muniment.kernel.findings.FindingKind;
import org.muniment.query.picture.PlanPicture;

/** Everything that does not add up in a picture as at a cut-off. Pure. */
public final class Findings {
    private Findings() {}

    public static List<Finding> of(PlanPicture picture, Tables tables, LocalDate asAt) {
        return Stream.of(
                        StatedFigures.findings(picture, asAt),
                        Variations.findings(picture, asAt),
                        ProjectFindings.of(tables.projects(), asAt),
                        KpiFindings.of(picture, tables.kpis()),
                        leftOut(picture))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Finding> leftOut(PlanPicture picture) {
        return picture.lacking().stream()
                .map(
                        position ->
                                FindingKind.EVENT_LEFT_OUT.found(
                                        "Event %d of the record could not be read and is left out."
                                                .formatted(position),
                                        List.of(position.toString())))
                .toList();
    }
}
