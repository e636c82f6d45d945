package org.muniment.command.imports;

import java.util.List;
import org.axonframework.config.Configuration;
import org.muniment.command.dispatch.Caller;
import org.muniment.command.dispatch.Commands;
import org.muniment.command.dispatch.EventPositions;
import org.muniment.command.dispatch.Together;
import org.muniment.command.imports.ImportAnswer.Counts;
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

    Imports(Together together, Commands commands, EventPositions positions, Configuration axon) {
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
        ImportAnswer answer =
                together.run(
                        () ->
                                dryRun
                                        ? send(plan, kind, file, rows, true, caller)
                                        : once(plan, kind, file, rows, caller),
                        tried -> !dryRun && tried.counts().refused() == 0);
        if (!dryRun && answer.counts().refused() > 0) {
            throw refused(answer);
        }
        return answer;
    }

    /** The first answer again, where the file was recorded under the caller's key before. */
    private ImportAnswer once(
            PlanId plan, ImportKind kind, File file, List<Cells> rows, Caller caller) {
        AnsweredImports answered = new AnsweredImports(axon.eventStore(), positions, commands);
        return answered.find(caller)
                .map(first -> first.answer(kind, file, rows))
                .orElseGet(
                        () -> {
                            ImportAnswer answer = send(plan, kind, file, rows, false, caller);
                            answered.note(answer, caller);
                            return answer;
                        });
    }

    private ImportAnswer send(
            PlanId plan,
            ImportKind kind,
            File file,
            List<Cells> rows,
            boolean dryRun,
            Caller caller) {
        long before = positions.last();
        Import sending = new Import(kind, plan, file.id(), caller, commands, axon.eventStore());
        List<RowAnswer> answers = sending.send(rows);
        return ImportAnswer.of(kind, file, dryRun, answers, before, sending.events());
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
