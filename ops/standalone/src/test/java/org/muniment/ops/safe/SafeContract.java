package org.muniment.ops.safe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What every safe promises. */
abstract class SafeContract {
    private static final byte[] ONE = bytes("one");
    private static final byte[] TWO = bytes("two");

    abstract Safe safe();

    @Test
    void whatIsWrittenIsReadUntilItIsErased() {
        Safe safe = safe();
        assertThat(safe.read("key")).isEmpty();

        safe.write("key", ONE);
        safe.write("key", TWO);
        assertThat(safe.read("key")).hasValue(TWO);
        assertThat(safe.names()).containsExactly("key");

        safe.erase("key");
        safe.erase("key");
        assertThat(safe.read("key")).isEmpty();
        assertThat(safe.names()).isEmpty();
    }

    @Test
    void oneTakesThePlaceOfAnother() {
        Safe safe = safe();
        safe.write("key", ONE);
        safe.write("key.next", TWO);

        safe.move("key.next", "key");

        assertThat(safe.read("key")).hasValue(TWO);
        assertThat(safe.names()).containsExactly("key");
    }

    @Test
    void whatAnotherHasChangedMeanwhileIsLeftAlone() {
        Safe safe = safe();

        assertThat(safe.replace("note", ONE, TWO)).isFalse();
        assertThat(safe.replace("note", null, ONE)).isTrue();
        assertThat(safe.replace("note", null, TWO)).isFalse();
        assertThat(safe.replace("note", TWO, TWO)).isFalse();
        assertThat(safe.read("note")).hasValue(ONE);

        assertThat(safe.replace("note", ONE, TWO)).isTrue();
        assertThat(safe.read("note")).hasValue(TWO);
    }

    @Test
    void whatIsMadeOnceIsTheSameAfterwards() {
        Safe safe = safe();

        assertThat(safe.orMade("key", () -> "first")).isEqualTo("first");
        assertThat(safe.orMade("key", () -> "second")).isEqualTo("first");
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
