package org.muniment.ops.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniment.ops.hostile.Wire.Heard;

/** The judge of answers can find fault: each of these is one that must not pass. */
class ConformanceTest {
    private static final String GOOD =
            """
            {"type":"urn:x","title":"Bad Request","status":400,"detail":"the month is malformed"}""";

    @Test
    void aGoodProblemPasses() {
        assertThat(faults(400, "application/problem+json", GOOD, 0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    detail         | nothing                           | without detail
                    "type":"urn:x" | "type":""                         | without type
                    400            | 401                               | another status
                    the month      | java.lang.NullPointerException at | its insides
                    }              | ]                                 | not JSON
                    """)
    void aBadProblemDoesNot(String good, String bad, String fault) {
        assertThat(faults(400, "application/problem+json", GOOD.replace(good, bad), 0))
                .singleElement()
                .asString()
                .contains(fault);
    }

    @Test
    void norDoesAnythingElse() {
        assertThat(faults(400, "text/html", "<h1>Bad Request</h1>", 0)).hasSize(1);
        assertThat(faults(404, "application/problem+json", GOOD.replace("400", "404"), 0))
                .containsExactly("undocumented status 404");
        assertThat(faults(500, "application/problem+json", GOOD.replace("400", "500"), 0))
                .contains("a failure on our side");
        assertThat(faults(400, "application/problem+json", GOOD, (int) Wire.PATIENCE.toSeconds()))
                .hasSize(1);
        assertThat(faults(200, "text/html", "", 0)).hasSize(1);
        assertThat(faults(0, "", "", 0)).isNotEmpty();
    }

    private static List<String> faults(int status, String type, String body, int seconds) {
        Map<String, String> headers = new HashMap<>(Map.of("content-type", type));
        Conformance.SAFETY.forEach(name -> headers.put(name.toLowerCase(Locale.ROOT), "said"));
        Heard heard = new Heard(status, headers, body, Duration.ofSeconds(seconds));
        return Conformance.faults(heard, Set.of(200, 400), "application/json", false);
    }
}
