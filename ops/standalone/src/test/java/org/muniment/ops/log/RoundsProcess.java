package org.muniment.ops.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.muniment.ops.crash.OwnProcess;

/** A {@link RoundsWriter} in a process of its own. */
final class RoundsProcess implements AutoCloseable {
    /** Anything else is what a library logs. */
    private static final Pattern SAID = Pattern.compile("[a-z].*");

    /** For a process that hangs: none of what it does takes minutes. */
    private static final Executor LATE = CompletableFuture.delayedExecutor(3, TimeUnit.MINUTES);

    private final Process process;
    private final BufferedReader output;
    private final Writer orders;
    private final String thread;

    private RoundsProcess(Process process) throws IOException {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
        this.thread = line().replace("thread ", "");
    }

    static RoundsProcess start(String... arguments) throws IOException {
        List<String> command =
                OwnProcess.of(RoundsWriter.class, "64m", "-Dlogging.level.root=ERROR");
        command.addAll(List.of(arguments));
        return new RoundsProcess(
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
    }

    String id() {
        return String.valueOf(process.pid());
    }

    /** That does all but the closing. */
    String thread() {
        return thread;
    }

    /** In bytes, or {@code unlimited}. */
    void limitFiles(String size) throws IOException, InterruptedException {
        Process limit =
                new ProcessBuilder("prlimit", "--pid", id(), "--fsize=" + size + ":").start();
        assertThat(limit.waitFor()).isZero();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Gives what it says until the commands are carried out. */
    List<String> carryOut(int client, Path directory) throws IOException {
        return order(client + " " + directory, "carried out");
    }

    List<String> carryOutOneMore() throws IOException {
        return order("go on", "carried out");
    }

    List<String> closeLog() throws IOException {
        return order("close", "closed");
    }

    private List<String> order(String order, String last) throws IOException {
        CompletableFuture<Void> end = CompletableFuture.runAsync(process::destroyForcibly, LATE);
        orders.write(order + "\n");
        orders.flush();
        List<String> said = new ArrayList<>();
        for (String line = line(); !line.equals(last); line = line()) {
            if (SAID.matcher(line).matches()) {
                said.add(line);
            }
        }
        end.cancel(false);
        return said;
    }

    private String line() throws IOException {
        String line = output.readLine();
        assertThat(line).as("the process ended by itself, or hung").isNotNull();
        return line;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
