package org.muniment.command.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.muniment.kernel.kpi.KpiCommand.RecordKpiActual;
import org.muniment.kernel.kpi.KpiCommand.RecordKpiNotMeasured;
import org.muniment.kernel.kpi.NotMeasuredReason;
import org.muniment.kernel.words.Malformed;

class HeadingsTest {
    @Test
    void headingsAreKnownWhateverTheirCapitalsSpacesAndHyphens() {
        List<Cells> rows =
                kpis("KPI,Month,ACTUAL,Proposed Action,not-measured\nclaims,Jul-17,80,Hire,\n");

        assertThat(rows).hasSize(1);
        RecordKpiActual command = (RecordKpiActual) step(rows).command();
        assertThat(command.month()).hasToString("2017-07");
        assertThat(command.measurement().actual()).hasToString("80");
        assertThat(command.proposedAction()).hasToString("Hire");
    }

    @Test
    void aTitleAndBlankRowsMayStandAboveTheHeadings() {
        List<Cells> rows = kpis("Quarter 1,,\n,,\nkpi,month,actual\nclaims,2017-07,1\n");

        assertThat(rows.get(0).row()).isEqualTo(4);
    }

    @Test
    void anUnknownColumnIsNamed() {
        refused("kpi,month,colour\n").withMessageContaining("row 1, column C: \"colour\"");
    }

    @Test
    void aColumnWhoseNameLooksRightIsNotTheRightOne() {
        refused("kpi,month,аctual\n").withMessageContaining("а (U+0430)");
    }

    @Test
    void aColumnThatIsMissingOrDoubledIsNamed() {
        refused("kpi,actual\n").withMessageContaining("lacks the column month");
        refused("kpi,month,Month\n").withMessageContaining("names month twice");
        refused("a,b\n").withMessageContaining("has no row of headings");
    }

    @Test
    void aCellUnderNoHeadingIsRefused() {
        refused("kpi,month,actual\nclaims,2017-07,1,stray\n")
                .withMessage("row 2, column D: stands under no heading");
        assertThat(kpis("kpi,month,,actual\nclaims,2017-07,,1\n")).hasSize(1);
    }

    @Test
    void aFormulaIsAText() {
        Cells row =
                kpis("kpi,month,notMeasured,comment\nclaims,2017-07,awaiting data,=cmd|' /C calc'!A0")
                        .get(0);

        RecordKpiNotMeasured command = (RecordKpiNotMeasured) KpiRows.steps(row).get(0).command();
        assertThat(command.reason()).isEqualTo(NotMeasuredReason.AWAITING_DATA);
        assertThat(command.comment()).hasToString("=cmd|' /C calc'!A0");
    }

    @Test
    void whatWasMarkedAsTextIsReadWithoutTheMark() {
        Cells row = kpis("kpi,month,actual,comment\nclaims,2017-07,1,'-see note\n").get(0);

        RecordKpiActual command = (RecordKpiActual) KpiRows.steps(row).get(0).command();
        assertThat(command.comment()).hasToString("-see note");
    }

    @Test
    void everyFaultOfARowIsToldWithItsColumn() {
        Cells row = kpis("kpi,month,actual,comment\nclаims,07/2017,8O,x\n").get(0);

        assertThat(KpiRows.steps(row)).isEmpty();
        assertThat(row.faults())
                .extracting(Fault::column)
                .containsExactly("kpi", "month", "actual");
        assertThat(row.faults().get(0).message()).contains("а (U+0430)");
    }

    @Test
    void aRowThatIsNotFilledInAsksForNothing() {
        Cells row = kpis("kpi,title,month,actual\nclaims,Claims handled,,\n").get(0);

        assertThat(KpiRows.steps(row)).isEmpty();
        assertThat(row.faults()).isEmpty();
    }

    private static Step step(List<Cells> rows) {
        return KpiRows.steps(rows.get(0)).get(0);
    }

    private static List<Cells> kpis(String text) {
        Sheet sheet = CsvSheet.read(text.getBytes(UTF_8), null);
        return sheet.headings(ImportKind.KPI_ACTUALS).below(sheet);
    }

    private static ThrowableAssertAlternative<Malformed> refused(String text) {
        return assertThatExceptionOfType(Malformed.class).isThrownBy(() -> kpis(text));
    }
}
