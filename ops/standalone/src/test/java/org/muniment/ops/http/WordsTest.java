package org.muniment.ops.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muniment.kernel.deadletter.DeadLetterId;
import org.muniment.kernel.kpi.Profile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A word of the kernel is one JSON string, and its parts are nobody's to give. */
class WordsTest {
    private static final List<String> NO_WORDS =
            List.of(
                    "{}",
                    "{\"value\":\"2017-06\"}",
                    "{\"month\":\"2017-06\"}",
                    "{\"month\":\"2017-06\",\"day\":null}",
                    "{\"date\":\"2017-06\"}",
                    "[]",
                    "[\"2017-06\"]",
                    "[null]",
                    "1",
                    "1.5",
                    "true",
                    "\"\\u0000\"");
    private static final JsonMapper JSON = mapper();

    private record TwoParts(String first, String second) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static TwoParts of(String text) {
            return new TwoParts(text, text);
        }
    }

    @ParameterizedTest
    @MethodSource("words")
    void anythingElseIsMalformed(Class<?> word) {
        assertThat(NO_WORDS)
                .allSatisfy(
                        json ->
                                assertThatThrownBy(() -> JSON.readValue(json, word))
                                        .isInstanceOf(JacksonException.class));
    }

    /** The control: a record of two parts is read from them, too, unless it says that it is not. */
    @Test
    void aWordThatDoesNotSayHowItIsMadeIsFoundOut() {
        assertThat(JSON.readValue("{}", TwoParts.class)).isEqualTo(new TwoParts(null, null));
    }

    @Test
    void yesIsNotAWord() {
        assertThat(JSON.readValue("true", Boolean.class)).isTrue();
        assertThat(List.of("\"true\"", "\"\"", "1", "0", "\"no\""))
                .allSatisfy(
                        json ->
                                assertThatThrownBy(() -> JSON.readValue(json, Boolean.class))
                                        .isInstanceOf(JacksonException.class));
    }

    static Stream<Class<?>> words() {
        return new ClassFileImporter()
                        .withImportOption(new DoNotIncludeTests())
                        .importPackages("org.muniment.kernel")
                        .stream()
                        .filter(WordsTest::isOneValue)
                        .<Class<?>>map(JavaClass::reflect)
                        // A list of targets, and a position, which is a number.
                        .filter(word -> word != Profile.class && word != DeadLetterId.class);
    }

    private static boolean isOneValue(JavaClass type) {
        return type.getMembers().stream().anyMatch(it -> it.isAnnotatedWith(JsonValue.class));
    }

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder();
        new WebSetup().strictJson().customize(builder);
        return builder.build();
    }
}
