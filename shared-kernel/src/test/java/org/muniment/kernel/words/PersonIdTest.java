package org.muniment.kernel.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"officer", "7b0e8f52-5d0a-4f5e-9a3c-3f1d5a1c0e11", "auth0|5f7c"})
    void aPersonIsNamedAsTheySignedIn(String id) {
        assertThat(new PersonId(id)).hasToString(id);
    }

    @Test
    void aPersonsIdMayHave255Characters() {
        String longest = "p".repeat(255);

        assertThat(new PersonId(longest)).hasToString(longest);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PersonId(longest + "p"))
                .withMessage("must be at most 255 characters");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void nobodyActsWithoutAnId(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PersonId(id))
                .withMessage("must not be blank");
    }

    @Test
    void aPersonsIdIsOneLine() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PersonId("officer\nadmin"))
                .withMessageContaining("U+000A");
    }
}
