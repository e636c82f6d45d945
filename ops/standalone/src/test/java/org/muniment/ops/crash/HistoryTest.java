package org.muniment.ops.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.ops.crash.History.Command;
import org.muniment.ops.crash.History.Kept;
import org.muniment.ops.crash.History.Outcome;

/** The drills' judge: it must find whatever a log can do to commands. */
class HistoryTest {
    private static final Command FIRST = new Command(1, 0);
    private static final Command SECOND = new Command(1, 1);
    private static final Command OTHER = new Command(2, 0);

    private final History history = new History();

    @BeforeEach
    void threeCommands() {
        history.sent(FIRST, 2);
        history.sent(OTHER, 1);
        history.told(FIRST, Outcome.ACKNOWLEDGED);
        history.sent(SECOND, 1);
        history.told(SECOND, Outcome.ACKNOWLEDGED);
    }

    @Test
    void whatIsUnknownMayBeKeptOrNot() {
        assertSound(FIRST, FIRST, SECOND);
    }

    @Test
    void whatIsUnknownMayBeKeptTooAndThenIsSo() {
        assertSound(OTHER, FIRST, FIRST, SECOND);
        assertThat(history.unknown()).containsExactly(OTHER);
        assertThat(history.isKept(OTHER)).isTrue();
    }

    @Test
    void anAcknowledgedCommandThatIsLostIsFound() {
        assertFound("Command[client=1, number=1] was acknowledged and is lost", FIRST, FIRST);
    }

    @Test
    void aCommandThatIsDoubledIsFound() {
        assertFound("part 2 of", FIRST, FIRST, SECOND, SECOND);
    }

    @Test
    void aCommandThatIsReorderedIsFound() {
        assertFound("comes after number 1", SECOND, FIRST, FIRST);
    }

    @Test
    void aCommandThatIsKeptInPartIsFound() {
        assertFound("is kept in part: 1", FIRST, SECOND);
    }

    @Test
    void aCommandThatIsTornApartIsFound() {
        assertFound("was torn apart", FIRST, OTHER, FIRST, SECOND);
    }

    @Test
    void aRefusedCommandThatIsKeptIsFound() {
        history.told(OTHER, Outcome.FAILED);
        assertFound("was refused and is kept", FIRST, FIRST, SECOND, OTHER);
    }

    @Test
    void aCommandThatNobodySentIsFound() {
        assertFound("was never sent", FIRST, FIRST, SECOND, new Command(9, 0));
    }

    @Test
    void aGapIsFoundAndAPositionThatComesTwice() {
        List<Kept> kept = kept(FIRST, FIRST, SECOND);
        kept.set(2, new Kept(4, SECOND, 1));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> history.found(kept, true))
                .withMessageContaining("position 4 follows 2");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> history.found(List.of(new Kept(4, OTHER, 1)), false))
                .withMessageContaining("position 4 follows 4");
    }

    @Test
    void itIsReadFromWhatAProcessWrote(@TempDir Path directory) throws IOException {
        History written = new History();
        written.addFrom(
                Files.writeString(
                        directory.resolve("history"),
                        "sent 1 0 2\nsent 2 0 1\nok 1 0\nfailed 2 0\nsent 1 1 1\n"));

        assertThat(written.count(Outcome.ACKNOWLEDGED)).isEqualTo(1);
        assertThat(written.count(Outcome.FAILED)).isEqualTo(1);
        assertThat(written.unknown()).containsExactly(SECOND);
    }

    private void assertSound(Command... commands) {
        history.found(kept(commands), true);
        history.requireKeptAsTold();
    }

    private void assertFound(String what, Command... commands) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertSound(commands))
                .withMessageContaining(what);
    }

    /** Each is the next part of its command. */
    private static List<Kept> kept(Command... commands) {
        List<Kept> kept = new ArrayList<>();
        for (Command command : commands) {
            long parts = kept.stream().filter(it -> it.command().equals(command)).count();
            kept.add(new Kept(kept.size() + 1L, command, (int) parts + 1));
        }
        return kept;
    }
}
