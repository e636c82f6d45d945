package org.muniment.kernel.words;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class Sha256Test {
    @ParameterizedTest
    @CsvSource({
        "'', e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "abc, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    })
    void theDigestIsTheOneThatFips180Gives(String text, String digest) {
        assertThat(Sha256.of(text)).hasToString(digest).isEqualTo(new Sha256(digest));
    }

    @Test
    void theDigestOfATextIsThatOfItsUtf8Bytes() {
        assertThat(Sha256.of("caf\u00E9 \u00A31.393m"))
                .isEqualTo(Sha256.of("caf\u00E9 \u00A31.393m".getBytes(UTF_8)))
                .isNotEqualTo(Sha256.of("cafe\u0301 \u00A31.393m"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "ba7816bf",
                "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD",
                "ga7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad0",
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\n"
            })
    void anyOtherWayOfWritingADigestIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sha256(text))
                .withMessage("must be 64 lower-case hexadecimal digits");
    }
}
