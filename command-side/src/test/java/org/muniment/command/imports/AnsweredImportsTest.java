package org.muniment.command.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.muniment.command.imports.AnsweredImports.First;
import org.muniment.command.imports.RowAnswer.Change;
import org.muniment.command.imports.RowAnswer.Outcome;
import org.muniment.kernel.figures.Status;
import org.muniment.kernel.request.ImportedRow;
import org.muniment.kernel.request.RequestEvent.ImportAnswered;
import org.muniment.kernel.request.RequestId;
import org.muniment.kernel.words.PersonId;
import org.muniment.kernel.words.Refused;
import org.muniment.kernel.words.Sha256;

/** The first answer is made again from the file and from what the log kept of it. */
class AnsweredImportsTest {
    private static final byte[] BYTES =
            "kpi,month,actual\nclaims,2026-04,95\nclaims,2026-05,96\ncalls,2026-04,\n"
                    .getBytes(UTF_8);
    private static final Imports.File FILE = new Imports.File(BYTES, CsvSheet.read(BYTES, null));
    private static final List<Cells> ROWS =
            FILE.sheet().headings(ImportKind.KPI_ACTUALS).below(FILE.sheet());

    @Test
    void everyRowIsToldAsItWas() {
        First first =
                kept(
                        new ImportedRow(true, Status.RED, Status.GREEN),
                        new ImportedRow(false, null, null),
                        new ImportedRow(false, null, null));

        ImportAnswer answer = first.answer(ImportKind.KPI_ACTUALS, FILE, ROWS);

        assertThat(answer.rows())
                .extracting(RowAnswer::outcome)
                .containsExactly(Outcome.RECORDED, Outcome.UNCHANGED, Outcome.EMPTY);
        assertThat(answer.rows().get(0).status()).isEqualTo(new Change(Status.RED, Status.GREEN));
        assertThat(answer.rows().get(1).does()).containsExactly("record 96 for 2026-05");
        assertThat(answer.firstPosition()).isEqualTo(41);
        assertThat(answer.lastPosition()).isEqualTo(41);
    }

    @Test
    void aFileThatIsReadOtherwiseNowIsNotAnsweredWrongly() {
        First first = kept(new ImportedRow(true, null, Status.GREEN));

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> first.answer(ImportKind.KPI_ACTUALS, FILE, ROWS))
                .withMessageContaining("read as 1 rows")
                .returns("read-otherwise", Refused::rule);
    }

    private static First kept(ImportedRow... rows) {
        RequestId request = RequestId.of(new PersonId("officer"), "one");
        return new First(new ImportAnswered(request, Sha256.of("said"), 1, List.of(rows)), 42);
    }
}
