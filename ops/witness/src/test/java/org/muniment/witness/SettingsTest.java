package org.muniment.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @Test
    void everySettingButTheNameHasADefault() {
        assertThat(Settings.of(Map.of()))
                .isEqualTo(new Settings(Path.of("witness-data"), "127.0.0.1", 8090, null));
    }

    @Test
    void theEnvironmentDecides() {
        Map<String, String> environment =
                Map.of(
                        "MUNIMENT_WITNESS_DATA", "/srv/witness",
                        "MUNIMENT_WITNESS_HOST", "::1",
                        "MUNIMENT_WITNESS_PORT", "65535",
                        "MUNIMENT_WITNESS_NAME", "witness.example/muniment");

        assertThat(Settings.of(environment))
                .isEqualTo(
                        new Settings(
                                Path.of("/srv/witness"),
                                "::1",
                                65_535,
                                "witness.example/muniment"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http", "-1", "65536", "80.5"})
    void aPortIsANumberThatPortsHave(String port) {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> Settings.of(Map.of("MUNIMENT_WITNESS_PORT", port)))
                .withMessageContaining("MUNIMENT_WITNESS_PORT");
    }
}
