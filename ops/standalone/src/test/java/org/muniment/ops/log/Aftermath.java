package org.muniment.ops.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.muniment.ops.crash.History;
import org.muniment.ops.crash.History.Kept;

/** What a round's clients were told, held against what a process that comes after finds. */
final class Aftermath {
    private static final String OF_HISTORY = "(sent|ok|failed) [0-9 ]+";
    private static final String OUTCOME = "(ok|failed|unsure) [0-9 ]+";

    private final List<String> told;

    Aftermath(List<String> told) {
        this.told = told;
    }

    /** Whatever is acknowledged, and whatever a reader was shown, is there. */
    void requireKeptAsTold(Path data) throws Exception {
        History history = new History();
        told.stream().filter(line -> line.matches(OF_HISTORY)).forEach(history::add);
        Path log = data.resolve("muniment.db");
        List<Kept> kept = StoreProcess.keptIn(log, 0);
        history.found(kept, true);
        history.requireKeptAsTold();
        assertThat(kept.stream().map(event -> "seen " + event)).containsAll(starting("seen "));
        assertThat(StoreProcess.integrityOf(log)).isEqualTo("ok");
    }

    /** Nobody is told that something is wrong with the product. */
    void requireClearAnswers() {
        assertThat(starting("broke ")).isEmpty();
    }

    /** The last command is acknowledged, or writing was stopped and said so. */
    void requireGoingOn() {
        if (opened() && starting("stopped: ").isEmpty()) {
            List<String> outcomes = told.stream().filter(line -> line.matches(OUTCOME)).toList();
            assertThat(outcomes.get(outcomes.size() - 1)).startsWith("ok ");
        }
    }

    /** Whether the store did not refuse to start. */
    boolean opened() {
        return starting("refused at the start").isEmpty();
    }

    boolean anyRefused() {
        return !starting("refused at ").isEmpty();
    }

    private List<String> starting(String words) {
        return told.stream().filter(line -> line.startsWith(words)).toList();
    }
}
