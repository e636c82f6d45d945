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
    record File(byte[] bytes, Sheet sheet) {}

    ImportAnswer take(PlanId plan, ImportKind kind, File file, boolean dryRun, Caller caller) {
        List<Cells> rows = file.sheet().headings(kind).below(file.sheet());
        String id = Sha256.of(file.bytes()).toString();
        ImportAnswer answer =
                together.run(
                        () -> {
                            long before = positions.last();
                            Import sending =
                                    new Import(kind, plan, id, caller, commands, axon.eventStore());
                            List<RowAnswer> answers = sending.send(rows);
                            boolean grows = !dryRun && sending.events() > 0;
                            return new ImportAnswer(
                                    id,
                                    kind.value(),
                                    dryRun,
                                    file.sheet().encoding(),
                                    Counts.of(answers),
                                    sending.events(),
                                    grows ? before + 1 : null,
                                    grows ? before + sending.events() : null,
                                    answers);
                        },
                        tried -> !dryRun && tried.counts().refused() == 0);
        if (!dryRun && answer.counts().refused() > 0) {
            throw refused(answer);
        }
        return answer;
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
