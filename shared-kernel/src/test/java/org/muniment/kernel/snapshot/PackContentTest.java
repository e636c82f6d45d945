package org.muniment.kernel.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.kernel.words.Sha256;

class PackContentTest {
    private static final String POUNDS = "{\"unit\":\"\u00A3m\"}";

    @Test
    void theBytesOfAPackAreItsTextInUtf8() {
        assertThat(new PackContent(POUNDS).bytes()).isEqualTo(POUNDS.getBytes(UTF_8)).hasSize(14);
    }

    @Test
    void theDigestOfAPackIsThatOfItsBytes() {
        PackContent content = new PackContent(POUNDS);

        assertThat(content.sha256()).isEqualTo(Sha256.of(content.bytes()));
    }

    @Test
    void aSpaceMoreIsAnotherPack() {
        assertThat(new PackContent("{}").sha256()).isNotEqualTo(new PackContent("{ }").sha256());
    }

    @Test
    void aPackIsTooLongToBePrintedInALog() {
        assertThat(new PackContent(POUNDS)).hasToString("PackContent[13 characters]");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "[]", "null", "\"{}\"", " {}"})
    void whatIsNoObjectIsNoPack(String json) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PackContent(json))
                .withMessage("must be a JSON object");
    }
}
