package org.muniment.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.muniment.command.dispatch.CommandSideInMemory;
import org.muniment.kernel.figures.Status;
import org.muniment.kernel.request.ImportedRow;
import org.muniment.kernel.request.RequestCommand.AnswerImport;
import org.muniment.kernel.request.RequestEvent.ImportAnswered;
import org.muniment.kernel.request.RequestId;
import org.muniment.kernel.words.PersonId;
import org.muniment.kernel.words.Sha256;

class AnswerImportTest {
    private static final PersonId OFFICER = new PersonId("officer");
    private static final RequestId REQUEST = RequestId.of(OFFICER, "one");
    private static final Sha256 SAID = Sha256.of("said");
    private static final List<ImportedRow> ROWS =
            List.of(new ImportedRow(true, null, Status.RED), new ImportedRow(false, null, null));

    @Test
    void whatBecameOfEachRowIsKept() {
        new AggregateTestFixture<>(Request.class)
                .givenNoPriorActivity()
                .when(new AnswerImport(REQUEST, SAID, 1, ROWS))
                .expectEvents(new ImportAnswered(REQUEST, SAID, 1, ROWS));
    }

    @Test
    void aKeyStandsForOneFile() {
        CommandSideInMemory side = CommandSideInMemory.of(new RequestModule());
        side.send(new AnswerImport(REQUEST, SAID, 1, ROWS));

        assertThatExceptionOfType(AggregateStreamCreationException.class)
                .isThrownBy(
                        () ->
                                side.send(
                                        new AnswerImport(
                                                REQUEST, Sha256.of("else"), 0, List.of())));
        assertThat(side.events()).containsExactly(new ImportAnswered(REQUEST, SAID, 1, ROWS));
    }

    @Test
    void anotherKeyIsAnotherRequest() {
        RequestId other = RequestId.of(OFFICER, "two");
        CommandSideInMemory side = CommandSideInMemory.of(new RequestModule());

        side.send(new AnswerImport(REQUEST, SAID, 1, ROWS), new AnswerImport(other, SAID, 1, ROWS));

        assertThat(side.events()).hasSize(2);
    }
}
