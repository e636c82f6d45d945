package org.muniment.kernel.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {
    @ParameterizedTest
    @ValueSource(strings = {"house-1", "pack-9999", "a-1", "joint-committee-2"})
    void anEditionIsAWordAndANumber(String version) {
        assertThat(new Version(version)).hasToString(version);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "house",
                "house-",
                "house-0",
                "house-01",
                "house-10000",
                "House-1",
                "1-1",
                "-1",
                "house1",
                "house 1",
                "house-1.1",
                "house-1\n"
            })
    void anyOtherEditionIsRefused(String version) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Version(version))
                .withMessage("must be a word and a number: house-1");
    }
}
