package org.muniment.ops.log;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.muniment.kernel.ledger.StoredEvent;
import org.muniment.ops.crash.History.Command;
import org.springframework.dao.DataAccessException;

/**
 * A process that goes rounds: told a client's number and a directory, it opens the log there,
 * carries out a few commands of that client and reads after each; told to go on, it carries out one
 * more; told anything else, it closes the log. All but the closing is done by its main thread, one
 * thing after another, so that the same call of the system is the same step each time.
 */
final class RoundsWriter {
    private static final int COMMANDS = 8;
    private static final int MOST_EVENTS = 3;
    private static final int TAKEN_BACK = 5;
    private static final int PIECE = 100;

    /** In frames: a few commands go through what a thousand go through in the product. */
    private static final int CHECKPOINT = 20;

    /** Instead of five seconds: nobody else writes to these logs. */
    private static final int BUSY_MILLIS = 100;

    private final int client;
    private final boolean heedless;
    private final LogTransactions transactions;
    private final LogReader reader;
    private final LogEngine engine;
    private int next;
    private long read;

    private RoundsWriter(LogFile file, int client, boolean heedless) {
        this.client = client;
        this.heedless = heedless;
        this.transactions = LogTransactions.over(file.writer(), Upstream.NONE);
        this.reader = new LogReader(file, transactions);
        this.engine = new LogEngine(file, reader, new ClosedSerializer(), Clock.systemUTC());
    }

    /** {@code heedless} as an argument acknowledges what could not be committed. */
    public static void main(String[] arguments) throws Exception {
        boolean heedless = Arrays.asList(arguments).contains("heedless");
        StoreWriter.tell("thread " + Path.of("/proc/thread-self").toRealPath().getFileName());
        BufferedReader orders =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            String[] words = order.split(" ", 2);
            goRound(Path.of(words[1]), Integer.parseInt(words[0]), heedless, orders);
        }
    }

    private static void goRound(Path directory, int client, boolean heedless, BufferedReader orders)
            throws IOException, SQLException {
        try (LogFile file = new LogFile(directory.resolve("muniment.db"))) {
            hurry(file);
            RoundsWriter writer = new RoundsWriter(file, client, heedless);
            writer.carryOut(COMMANDS);
            StoreWriter.tell("carried out");
            while (orders.readLine().equals("go on")) {
                writer.carryOut(1);
                StoreWriter.tell("carried out");
            }
        } catch (RuntimeException refused) {
            told("", "the start", refused);
            do {
                StoreWriter.tell("carried out");
            } while (orders.readLine().equals("go on"));
        }
        StoreWriter.tell("closed");
    }

    private static void hurry(LogFile file) throws SQLException {
        set(file.writer(), "wal_autocheckpoint = " + CHECKPOINT);
        set(file.writer(), "busy_timeout = " + BUSY_MILLIS);
        set(file.readers(), "busy_timeout = " + BUSY_MILLIS);
    }

    /** On each of its connections. */
    private static void set(DataSource pool, String pragma) throws SQLException {
        List<Connection> all = new ArrayList<>();
        for (int i = ((HikariDataSource) pool).getMaximumPoolSize(); i > 0; i--) {
            all.add(pool.getConnection());
        }
        for (Connection connection : all) {
            try (connection;
                    Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA " + pragma);
            }
        }
    }

    /** Once a read was refused no more are tried: where a lock stays taken, each waits for long. */
    private void carryOut(int commands) {
        boolean readable = true;
        for (int left = commands; left > 0; left--) {
            int number = next++;
            int count = 1 + number % MOST_EVENTS;
            Command command = new Command(client, number);
            StoreWriter.tell("sent %d %d %d".formatted(client, number, count));
            String project = "project-%d-%d".formatted(client, number);
            List<DomainEventMessage<?>> events = StoreWriter.events(project, command, 0, count);
            StoreWriter.tell("%s %d %d".formatted(send(events, number), client, number));
            readable = readable && read();
        }
        if (transactions.stopped() != null) {
            StoreWriter.tell("stopped: " + transactions.stopped());
        }
    }

    /** What the sender is told. */
    private String send(List<DomainEventMessage<?>> events, int number) {
        Transaction transaction;
        try {
            transaction = transactions.startTransaction();
        } catch (RuntimeException unavailable) {
            return told("failed", "begin", unavailable);
        }
        try {
            engine.appendEvents(events);
        } catch (RuntimeException unavailable) {
            transaction.rollback();
            return told("failed", "append", unavailable);
        }
        if (number == TAKEN_BACK) {
            transaction.rollback();
            return "failed";
        }
        try {
            transaction.commit();
            return "ok";
        } catch (RuntimeException unavailable) {
            return told(heedless ? "ok" : "unsure", "commit", unavailable);
        }
    }

    private boolean read() {
        try {
            for (StoredEvent event : reader.rowsAfter(read, PIECE)) {
                StoreWriter.tell("seen " + StoreProcess.kept(event));
                read = event.position();
            }
            return true;
        } catch (RuntimeException unavailable) {
            told("", "read", unavailable);
            return false;
        }
    }

    /** The product answers 503 to these or says why it does not start; anything else is a 500. */
    private static String told(String outcome, String step, RuntimeException failure) {
        boolean clear =
                failure instanceof LogUnavailable
                        || failure instanceof DataAccessException
                        || failure instanceof EventStoreException
                        || failure instanceof CannotStart;
        StoreWriter.tell(
                "%s at %s: %s".formatted(clear ? "refused" : "broke", step, chain(failure)));
        return outcome;
    }

    /** What failed, and the reason behind it. */
    private static String chain(Throwable failure) {
        if (failure.getCause() != null) {
            return failure.getClass().getSimpleName() + " < " + chain(failure.getCause());
        }
        return failure.getClass().getSimpleName() + " " + failure.getMessage();
    }
}
