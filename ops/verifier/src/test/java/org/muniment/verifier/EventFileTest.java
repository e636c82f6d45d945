package org.muniment.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniment.kernel.ledger.BadEvidence;
import org.muniment.kernel.ledger.StoredEvent;

class EventFileTest {
    private static final StoredEvent EVENT = TestLog.empty().add("kpi:k", "kpi.defined", "{}");

    @Property
    void itsFormIsTheOneThatAnotherGivesIt(
            @ForAll @LongRange(min = 1, max = (1L << 53) - 1) long position,
            @ForAll String stream,
            @ForAll String payload) {
        StoredEvent event = event(position, whole(stream), whole(payload));

        assertThat(EventFile.bytes(event)).isEqualTo(TestTables.utf8(TestBundle.json(event)));
        assertThat(EventFile.read(EventFile.bytes(event), "it")).isEqualTo(event);
    }

    /** Half of a pair is no character, and has no UTF-8. */
    private static String whole(String text) {
        return text.codePoints()
                .filter(point -> Character.getType(point) != Character.SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void controlCharactersAreEscapedAsTheStandardSays() {
        StringBuilder all = new StringBuilder();
        for (char character = 0; character < 0x80; character++) {
            all.append(character);
        }
        StoredEvent event = event(1, all.toString(), "\u007f\u2028\ud83d\ude00");

        assertThat(EventFile.bytes(event)).isEqualTo(TestTables.utf8(TestBundle.json(event)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"position\":1|\"position\":1.0|no number",
                "\"position\":1|\"position\":\"1\"|no number",
                "\"position\":1|\"position\":0|position that no event has",
                "\"position\":1|\"position\":9007199254740992|position that no event has",
                "\"position\":1|\"position\":99999999999999999999|no number",
                "\"sequence\":0|\"sequence\":-1|sequence that no event has",
                "\"sequence\":0|\"sequence\":-0|canonical form",
                "\"kpi:k\"|\"kp\\u0069:k\"|canonical form",
                "\"kpi:k\"|\"\\ud800\"|canonical form",
                "\"kpi:k\"|null|no text",
                "\"noun\"|\"Noun\"|no text",
                "\"type\"|\"stream\":\"kpi:k\",\"type\"|not JSON"
            })
    void anySpellingButTheOneIsRefused(String from, String to, String reason) {
        String json = TestBundle.json(EVENT);
        assertThat(json).contains(from);

        assertThatExceptionOfType(BadEvidence.class)
                .isThrownBy(() -> EventFile.read(TestTables.utf8(json.replace(from, to)), "it"))
                .withMessageContaining(reason);
        assertThat(EventFile.read(TestTables.utf8(json), "it")).isEqualTo(EVENT);
    }

    private static StoredEvent event(long position, String stream, String payload) {
        return new StoredEvent(
                position, "id", stream, 0, "Kpi", "2017-07-31T10:00:00Z", "t", "1", payload, "{}");
    }
}
