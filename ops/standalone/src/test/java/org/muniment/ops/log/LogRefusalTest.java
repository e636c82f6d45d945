package org.muniment.ops.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Where the log will not open, and that it says why. */
class LogRefusalTest {
    @TempDir private Path directory;

    @Test
    void aDirectoryInUseIsRefusedAndIsFreeAgainAfterwards() throws Exception {
        DataDirectory first = DataDirectory.open(directory);

        assertThatThrownBy(() -> DataDirectory.open(directory))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("in use");

        first.close();
        DataDirectory.open(directory).close();
    }

    @Test
    void aMissingParentOrAFileInItsPlaceIsRefused() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> DataDirectory.open(directory.resolve("no/such/place")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("missing");
        assertThatThrownBy(() -> DataDirectory.open(file)).isInstanceOf(CannotStart.class);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDirectoryThatCannotBeWrittenIsRefused() {
        assertThatThrownBy(() -> DataDirectory.open(Path.of("/proc")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("cannot be written");
    }

    @Test
    void aDirectoryWithSpacesAndLettersOfOtherAlphabetsIsMadeAndUsed() throws Exception {
        Path unusual = directory.resolve("räd och ćlan");

        try (DataDirectory opened = DataDirectory.open(unusual)) {
            new LogFile(opened.log()).close();
        }
        assertThat(unusual.resolve("muniment.db")).exists();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PRAGMA user_version = 2                          | newer version
                    PRAGMA application_id = 1                        | not a log
                    INSERT INTO event_forms VALUES ('kpi.sung', '1') | kpi.sung revision 1
                    """)
    void aLogThisSoftwareDoesNotKnowIsRefused(String change, String reason) throws Exception {
        Path log = directory.resolve("muniment.db");
        new LogFile(log).close();
        change(log, change);

        assertThatThrownBy(() -> new LogFile(log))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aGapInThePositionsIsAnIncident() throws Exception {
        Path log = directory.resolve("muniment.db");
        new LogFile(log).close();
        change(log, event(1), event(2), event(3));
        new LogFile(log).close();

        change(log, "DROP TRIGGER no_delete", "DELETE FROM events WHERE position = 2");

        assertThatThrownBy(() -> new LogFile(log))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("gap");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    UPDATE events SET payload = '{}'
                    DELETE FROM events
                    """)
    void anEventCannotBeChangedOrRemovedByMistake(String change) throws Exception {
        Path log = directory.resolve("muniment.db");
        new LogFile(log).close();
        change(log, event(1));

        assertThatThrownBy(() -> change(log, change)).hasMessageContaining("events are for ever");
    }

    @Test
    void aFileThatIsNoDatabaseIsRefused() throws Exception {
        Path log = Files.writeString(directory.resolve("muniment.db"), "x".repeat(5000));

        assertThatThrownBy(() -> new LogFile(log))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("not a database");
    }

    /** What SQLite makes of a file that it may not open for writing. */
    @Test
    void aLogThatCanOnlyBeReadIsRefused() {
        Path log = directory.resolve("muniment.db");
        new LogFile(log).close();
        SQLiteConfig reading = new SQLiteConfig();
        reading.setReadOnly(true);
        SQLiteDataSource source = new SQLiteDataSource(reading);
        source.setUrl("jdbc:sqlite:" + log);

        assertThatThrownBy(() -> LogSchema.open(source, log))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("readonly");
    }

    private static String event(int position) {
        return "INSERT INTO events VALUES (%d, 'e%d', 'plan:p', %d, 'Plan', '2017-04-03T08:00:00Z',"
                        .formatted(position, position, position)
                + " 'plan.figure-stated', '1', '{}', '{}')";
    }

    private static void change(Path log, String... statements) throws SQLException {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + log);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String change : statements) {
                statement.execute(change);
            }
        }
    }
}
