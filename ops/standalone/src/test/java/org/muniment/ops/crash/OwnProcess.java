package org.muniment.ops.crash;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a program of the tests is started in a process of its own: soon, and small. */
public final class OwnProcess {
    private OwnProcess() {}

    /** {@code heap} is as Java takes it; {@code more} are further options of Java. */
    public static List<String> of(Class<?> program, String heap, String... more) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx" + heap,
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC"));
        command.addAll(List.of(more));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        return command;
    }
}
