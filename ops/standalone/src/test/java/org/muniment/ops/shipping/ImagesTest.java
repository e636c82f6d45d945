package org.muniment.ops.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@code ops/images/check} cannot see: where an image comes from, and as whom it runs. */
class ImagesTest {
    private static final Path DOCKERFILE = Path.of("../images/Dockerfile");

    @Test
    void theyComeOfNamedVersionsAndRunAsNobody() throws IOException {
        assertThat(faults(Files.readString(DOCKERFILE))).isEmpty();
    }

    @Test
    void anythingElseIsFound() throws IOException {
        String text = Files.readString(DOCKERFILE);

        assertThat(faults(text.replace(":17.0.17_10-jre-noble", ":latest"))).hasSize(3);
        assertThat(faults(text.replace("USER 10001:10001", "USER root")))
                .containsExactly("muniment runs as root");
        assertThat(faults(text.replace("USER 10002:10002\n", "")))
                .containsExactly("witness runs as root");
        assertThat(faults(text.replaceAll("HEALTHCHECK[^\n]*8090[^\n]*\n", "")))
                .containsExactly("witness has no health check");
    }

    /** The first stage only unpacks. */
    private static List<String> faults(String text) {
        List<String> faults = new ArrayList<>();
        Set<String> stages = new HashSet<>();
        for (String stage : text.split("(?m)^(?=FROM )")) {
            if (!stage.startsWith("FROM ")) {
                continue;
            }
            String[] from = stage.lines().findFirst().orElseThrow().split(" ");
            if (!stages.contains(from[1]) && !from[1].matches("[a-z/-]+:[0-9]+\\.[0-9]+.*")) {
                faults.add(from[1] + " is no version");
            }
            if (!stages.isEmpty() && !stage.contains("\nUSER 1000")) {
                faults.add(from[3] + " runs as root");
            }
            if (!stages.isEmpty() && !stage.contains("\nHEALTHCHECK ")) {
                faults.add(from[3] + " has no health check");
            }
            stages.add(from[3]);
        }
        return faults;
    }
}
