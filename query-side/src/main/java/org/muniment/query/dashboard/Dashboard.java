package org.muniment.query.dashboard;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.muniment.kernel.findings.Finding;
import org.muniment.query.moment.AsOf;
import org.muniment.query.picture.PlanPicture;

/**
 * The committee's dashboard.
 *
 * @param asAt the reporting cut-off: figures of later months and later forecasts are left out
 */
public record Dashboard(
        String plan,
        String title,
        String financialYear,
        AsOf asOf,
        LocalDate asAt,
        @JsonUnwrapped Tables tables,
        List<Finding> findings) {
    public static Dashboard of(PlanPicture picture, AsOf asOf, LocalDate asAt) {
        Tables tables = Tables.of(picture, asAt);
        return new Dashboard(
                picture.adopted().plan().value(),
                picture.adopted().title().value(),
                picture.adopted().financialYear().toString(),
                asOf,
                asAt,
                tables,
                Findings.of(picture, tables, asAt));
    }
}
