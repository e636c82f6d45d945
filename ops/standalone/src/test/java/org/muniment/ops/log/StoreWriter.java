package org.muniment.ops.log;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.muniment.kernel.plan.PlanId;
import org.muniment.kernel.project.ProjectEvent.ProjectCompleted;
import org.muniment.kernel.project.ProjectId;
import org.muniment.kernel.words.Narrative;
import org.muniment.ops.crash.History.Command;

/**
 * A process that writes to a log until it is killed: the product's own classes, without the rest of
 * the product. Clients take turns on it as requests do; what each is told is a line of output, so
 * that it outlives the process.
 */
final class StoreWriter {
    private static final int MOST_EVENTS = 3;

    /** Of so many commands one is taken back, and one finds its place taken. */
    private static final int OF = 10;

    private static final OutputStream TOLD = new FileOutputStream(FileDescriptor.out);

    private final LogTransactions transactions;
    private final LogEngine engine;

    private StoreWriter(LogFile file) {
        transactions = LogTransactions.over(file.writer(), Upstream.NONE);
        engine =
                new LogEngine(
                        file,
                        new LogReader(file, transactions),
                        new ClosedSerializer(),
                        Clock.systemUTC());
    }

    /**
     * {@code arguments} are the log's file, the number of the first client, how many there are, a
     * seed, and what SQLite's {@code synchronous} is to be.
     */
    public static void main(String[] arguments) throws Exception {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> end(failure));
        LogFile file = new LogFile(Path.of(arguments[0]));
        int first = Integer.parseInt(arguments[1]);
        int clients = Integer.parseInt(arguments[2]);
        long seed = Long.parseLong(arguments[3]);
        weaken(file, arguments[4]);
        StoreWriter writer = new StoreWriter(file);
        for (int client = first; client < first + clients; client++) {
            int number = client;
            new Thread(() -> writer.write(number, new Random(seed + number))).start();
        }
    }

    private static void end(Throwable failure) {
        failure.printStackTrace();
        Runtime.getRuntime().halt(1);
    }

    /** Anything but FULL is what the product refuses: for drills that must fail. */
    private static void weaken(LogFile file, String synchronous) throws SQLException {
        try (Connection connection = file.writer().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA synchronous = " + synchronous);
        }
    }

    private void write(int client, Random random) {
        long sequence = 0;
        for (int number = 0; true; number++) {
            int events = 1 + random.nextInt(MOST_EVENTS);
            int chance = random.nextInt(OF);
            tell("sent %d %d %d".formatted(client, number, events));
            boolean conflicts = chance == 0 && sequence > 1;
            boolean kept =
                    append(
                            events(
                                    "client-" + client,
                                    new Command(client, number),
                                    conflicts ? sequence - 1 : sequence,
                                    events),
                            chance == 1);
            tell("%s %d %d".formatted(kept ? "ok" : "failed", client, number));
            sequence += kept ? events : 0;
        }
    }

    private boolean append(List<DomainEventMessage<?>> events, boolean takenBack) {
        Transaction transaction = transactions.startTransaction();
        try {
            engine.appendEvents(events);
            if (takenBack) {
                transaction.rollback();
                return false;
            }
            transaction.commit();
            return true;
        } catch (ConcurrencyException taken) {
            transaction.rollback();
            return false;
        }
    }

    /** What a command appends to a project; each says which part of which command it is. */
    static List<DomainEventMessage<?>> events(
            String project, Command command, long sequence, int count) {
        List<DomainEventMessage<?>> events = new ArrayList<>();
        for (int part = 1; part <= count; part++) {
            events.add(
                    new GenericDomainEventMessage<>(
                            "Project",
                            "project:" + project,
                            sequence + part - 1,
                            new ProjectCompleted(
                                    new ProjectId(project),
                                    new PlanId("plan"),
                                    LocalDate.EPOCH,
                                    new Narrative(
                                            "%d/%d/%d"
                                                    .formatted(
                                                            command.client(),
                                                            command.number(),
                                                            part)))));
        }
        return events;
    }

    /** One write, so that lines of different clients do not mix. */
    static synchronized void tell(String line) {
        try {
            TOLD.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
