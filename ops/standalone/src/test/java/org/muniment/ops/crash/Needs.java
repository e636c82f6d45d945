package org.muniment.ops.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What drills need of the machine. Where it cannot be had they are skipped and say so; with {@code
 * MUNIMENT_DRILLS=required} in the environment they fail instead.
 */
public final class Needs {
    private static final String REQUIRED = "required";

    private Needs() {}

    /** To see and change what a process asks of the system. */
    public static void strace() throws InterruptedException {
        require(run("strace", "-f", "-o", "/dev/null", "true"), "strace cannot be used here");
    }

    /** The same of a process that runs already, which is allowed in fewer places. */
    public static void straceOfAnother() throws IOException, InterruptedException {
        strace();
        Process another = new ProcessBuilder("cat").start();
        Process strace =
                new ProcessBuilder("strace", "-o", "/dev/null", "-p", "" + another.pid())
                        .redirectErrorStream(true)
                        .start();
        strace.inputReader().readLine();
        another.getOutputStream().close();
        another.waitFor();
        require(strace.waitFor() == 0, "strace cannot be attached to a process here");
    }

    /** To limit what a process may do. */
    public static void prlimit() throws InterruptedException {
        require(run("prlimit", "--version"), "there is no prlimit here");
    }

    /** A small disk of its own, which the caller unmounts. */
    public static void smallDisk(Path at, int mebibytes) throws InterruptedException {
        String size = "size=" + mebibytes + "m";
        require(
                run("mount", "-t", "tmpfs", "-o", size, "tmpfs", at.toString()),
                "nothing can be mounted here");
    }

    public static void unmount(Path at) throws InterruptedException {
        assertThat(run("umount", at.toString())).isTrue();
    }

    private static void require(boolean can, String otherwise) {
        if (REQUIRED.equals(System.getenv("MUNIMENT_DRILLS"))) {
            assertThat(can).as(otherwise).isTrue();
        }
        assumeTrue(can, otherwise);
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
