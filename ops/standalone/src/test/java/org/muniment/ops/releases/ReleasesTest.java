package org.muniment.ops.releases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muniment.ops.Running;
import org.muniment.ops.releases.Release.Answers;

/** What every released version wrote is opened by this one, and answers what it answered. */
class ReleasesTest {
    private static final long SMALL = 1024L * 1024;

    @TempDir private Path data;

    static List<Release> releases() throws IOException {
        return Release.all();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void itsDataAreOpenedAndAnswerTheSame(Release release) throws IOException {
        release.unpackInto(data);
        try (Running muniment = Release.open(data)) {
            Answers answers = Release.ask(muniment);

            assertThat(answers.forEver()).isEqualTo(release.answers().forEver());
            assertThat(answers.today()).isEqualTo(release.answers().today());
            assertThat(muniment.anonymously("/actuator/health").status()).isEqualTo(200);

            muniment.post(
                    "officer",
                    "/api/kpis/grant-claims/actuals",
                    "{\"month\": \"2018-03\", \"actual\": \"100\"}");
            Answers later = Release.ask(muniment);
            assertThat(later.forEver()).isEqualTo(release.answers().forEver());
            assertThat(later.today())
                    .as("the control: what differs is seen")
                    .isNotEqualTo(release.answers().today());
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void itIsSmall(Release release) throws IOException {
        assertThat(Files.size(release.packed())).isLessThan(SMALL);
    }

    @Test
    void thereIsOne() {
        assertThat(Release.named("0.1").packed()).exists();
    }

    /** See ops/docs/upgrading.md. */
    @Test
    @EnabledIfSystemProperty(
            named = "release",
            matches = "[0-9]+\\.[0-9]+",
            disabledReason = "only where a release is made: -Drelease=0.2")
    void theNextReleaseIsKept() throws IOException {
        Release release = Release.named(System.getProperty("release"));
        assertThat(release.packed()).as("a release is kept once").doesNotExist();
        Answers answers;
        try (Running muniment = Release.open(data)) {
            answers = Release.ask(muniment);
        }
        release.keep(data, answers);
    }
}
