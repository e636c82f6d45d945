package org.muniment.command.imports;

import java.util.List;
import java.util.function.Supplier;
import org.axonframework.config.Configuration;
import org.muniment.command.dispatch.Caller;
import org.muniment.command.dispatch.Commands;
import org.muniment.command.dispatch.EventPositions;
import org.muniment.command.dispatch.Together;
import org.muniment.command.imports.ImportAnswer.Counts;
import org.muniment.command.imports.UnderWay.Item;
import org.muniment.command.imports.UnderWay.Progress;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.words.Refused;
import org.muniment.kernel.words.Sha256;
import org.springframework.stereotype.Component;

/**
 * Takes a file as a whole. A dry run is the very same, but not kept: so it cannot say anything else
 * than what would happen.
 */
@Component
class Imports {
    private final Together together;
    private final Commands commands;
    private final EventPositions positions;
    private final Configuration axon;
    private final UnderWay underWay;

    Imports(
            Together together,
            Commands commands,
            EventPositions positions,
            Configuration axon,
            UnderWay underWay) {
        this.underWay = underWay;
        this.together = together;
        this.commands = commands;
        this.positions = positions;
        this.axon = axon;
    }

    /** The file's bytes, and what they are read as. */
    record File(byte[] bytes, Sheet sheet) {
        String id() {
            return Sha256.of(bytes).toString();
        }
    }

    ImportAnswer take(PlanId plan, ImportKind kind, File file, boolean dryRun, Caller caller) {
        List<Cells> rows = file.sheet().headings(kind).below(file.sheet());
        Item begun = new Item(file.id(), kind.value(), dryRun, rows.size(), 0);
        ImportAnswer answer;
        try (Progress progress = underWay.begin(caller, plan, begun)) {
            Supplier<ImportAnswer> send =
                    () -> {
                        progress.startOver();
                        long before = positions.last();
                        Import sending =
                                new Import(
                                        kind, plan, file.id(), caller, commands, axon.eventStore());
                        List<RowAnswer> answers = sending.send(rows, progress::rowDone);
                        return ImportAnswer.of(
                                kind, file, dryRun, answers, before, sending.events());
                    };
            answer =
                    together.run(
                            dryRun ? send : () -> once(kind, file, rows, caller, send),
                            tried -> !dryRun && tried.counts().refused() == 0);
        }
        if (!dryRun && answer.counts().refused() > 0) {
            throw refused(answer);
        }
        return answer;
    }

    /** The first answer again, where the file was recorded under the caller's key before. */
    private ImportAnswer once(
            ImportKind kind,
            File file,
            List<Cells> rows,
            Caller caller,
            Supplier<ImportAnswer> send) {
        AnsweredImports answered = new AnsweredImports(axon.eventStore(), positions, commands);
        return answered.find(caller)
                .map(first -> first.answer(kind, file, rows))
                .orElseGet(
                        () -> {
                            ImportAnswer answer = send.get();
                            answered.note(answer, caller);
                            return answer;
                        });
    }

    private static Refused refused(ImportAnswer answer) {
        Counts counts = answer.counts();
        return Refused.by(
                        "import-refused",
                        "nothing was recorded: %d of %d rows are refused"
                                .formatted(counts.refused(), counts.rows()))
                .with("encoding", answer.encoding())
                .with("counts", counts)
                .with("rows", answer.rows());
    }
}
