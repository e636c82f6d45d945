package org.muniment.ops.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muniment.kernel.ledger.StoredEvent;
import org.muniment.ops.crash.History.Command;
import org.muniment.ops.crash.History.Kept;
import org.muniment.ops.crash.OwnProcess;

/** A {@link StoreWriter} in a process of its own, and how its log is read afterwards. */
final class StoreProcess implements AutoCloseable {
    private static final Pattern TEXT = Pattern.compile(".*\"(\\d+)/(\\d+)/(\\d+)\".*");
    private static final int PIECE = 4_096;

    private final Process process;
    private final BufferedReader output;
    private final Path history;

    private StoreProcess(Process process, Path history) {
        this.process = process;
        this.history = history;
        this.output =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** {@code before} is what the process is started under; nothing as a rule. */
    static StoreProcess start(
            List<String> before, Path log, Path history, int firstClient, int clients, long seed)
            throws IOException {
        return start(before, log, history, firstClient, clients, seed, "FULL");
    }

    static StoreProcess start(
            List<String> before,
            Path log,
            Path history,
            int firstClient,
            int clients,
            long seed,
            String synchronous)
            throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(OwnProcess.of(StoreWriter.class, "64m", "-Dlogging.level.root=ERROR"));
        command.addAll(
                List.of(
                        log.toString(),
                        String.valueOf(firstClient),
                        String.valueOf(clients),
                        String.valueOf(seed),
                        synchronous));
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        return new StoreProcess(process, history);
    }

    /** Lets it run until so many commands were acknowledged, and writes down what it says. */
    void await(int acknowledged) throws IOException {
        int left = acknowledged;
        while (left > 0) {
            String line = output.readLine();
            assertThat(line).as("the process ended by itself").isNotNull();
            left -= line.startsWith("ok ") ? 1 : 0;
            write(line);
        }
    }

    /** SIGKILL; what it had said before is written down too. */
    void kill() throws IOException, InterruptedException {
        // Not by the process itself, which would close what is still to be read.
        process.toHandle().destroyForcibly();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            write(line);
        }
        process.waitFor();
    }

    private void write(String line) throws IOException {
        if (line.matches("(sent|ok|failed) [0-9 ]+")) {
            try (Writer file =
                    Files.newBufferedWriter(
                            history,
                            StandardCharsets.UTF_8,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.APPEND)) {
                file.write(line + "\n");
            }
        }
    }

    /** What the log holds after a position, read as the product does after a restart. */
    static List<Kept> keptIn(Path log, long after) {
        List<Kept> kept = new ArrayList<>();
        try (LogFile file = new LogFile(log)) {
            LogReader reader =
                    new LogReader(file, LogTransactions.over(file.writer(), Upstream.NONE));
            List<StoredEvent> rows = reader.rowsAfter(after, PIECE);
            while (!rows.isEmpty()) {
                rows.forEach(row -> kept.add(kept(row)));
                rows = reader.rowsAfter(kept.get(kept.size() - 1).position(), PIECE);
            }
        }
        return kept;
    }

    /** What SQLite says of the file; "ok" as a rule. */
    static String integrityOf(Path log) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + log);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA integrity_check")) {
            return result.getString(1);
        }
    }

    static Kept kept(StoredEvent event) {
        Matcher text = TEXT.matcher(event.payload());
        assertThat(text.matches()).as(event.payload()).isTrue();
        return new Kept(
                event.position(),
                new Command(Integer.parseInt(text.group(1)), Integer.parseInt(text.group(2))),
                Integer.parseInt(text.group(3)));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
