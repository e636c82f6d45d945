package org.muniment.ops.watching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.ops.Running;
import org.muniment.ops.http.Examples;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What alerts, dashboard and document speak of is what a running Muniment tells. */
class MonitoringTest {
    private static final Path MONITORING = Path.of("../monitoring");
    private static final Path DOCUMENT = Path.of("../docs/metrics.md");

    /** Not told by Muniment, but of it by Prometheus. */
    private static final String UP = "up";

    private static final Pattern ROW =
            Pattern.compile("^\\| `(muniment_\\w+)` ", Pattern.MULTILINE);
    private static final Pattern ALERT = Pattern.compile("^\\| (Muniment\\w+) ", Pattern.MULTILINE);

    private static String told;

    @BeforeAll
    static void listen(@TempDir Path data) {
        try (Running muniment = Running.on(data, "demo-people", "--muniment.management-port=0")) {
            muniment.post("admin", "/api/partnerships", Examples.PARTNERSHIP);
            muniment.post("admin", "/api/partnerships", Examples.PARTNERSHIP);
            told = muniment.watching("/actuator/prometheus").text();
        }
    }

    @Test
    void everyMetricAnAlertAsksForIsTold() throws IOException {
        assertThat(alerts()).hasSizeGreaterThan(10);
        for (String expression : alerts()) {
            assertThat(unknownIn(expression)).as(expression).isEmpty();
        }
    }

    @Test
    void everyMetricTheDashboardShowsIsTold() throws IOException {
        assertThat(shown()).hasSizeGreaterThan(10);
        for (String expression : shown()) {
            assertThat(unknownIn(expression)).as(expression).isEmpty();
        }
    }

    @Test
    void everyMetricOfOursIsDocumentedAndNoOther() throws IOException {
        Set<String> ours =
                families().stream()
                        .filter(name -> name.startsWith("muniment_"))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(found(ROW, Files.readString(DOCUMENT))).isEqualTo(ours);
    }

    @Test
    void everyAlertHasItsRowInTheRunbookAndEveryRowItsAlert() throws IOException {
        assertThat(found(ALERT, Files.readString(DOCUMENT)))
                .isEqualTo(
                        rules().map(rule -> rule.get("alert").asString())
                                .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void whatIsInventedIsFound() {
        assertThat(unknownIn("rate(muniment_invented_total{part=\"log\"}[5m]) > 0"))
                .containsExactly("muniment_invented_total");
        assertThat(unknownIn("muniment_health{part=\"invented\"} == 0"))
                .containsExactly("part=\"invented\"");
        assertThat(unknownIn("sum by (rule) (muniment_health{invented=~\".*\"})"))
                .containsExactly("invented");
        assertThat(unknownIn("sum by (le) (rate(muniment_command_seconds_bucket[5m])) > time()"))
                .isEmpty();
    }

    @Test
    void noLabelHoldsAnId() {
        assertThat(told).contains("muniment_command_refusals_total").doesNotContain("pair\"");
    }

    private static Stream<JsonNode> rules() throws IOException {
        Object read =
                new Yaml(new SafeConstructor(new LoaderOptions()))
                        .load(Files.readString(MONITORING.resolve("alerts.yml")));
        return JsonMapper.shared()
                .<JsonNode>valueToTree(read)
                .at("/groups")
                .valueStream()
                .flatMap(group -> group.get("rules").valueStream());
    }

    private static List<String> alerts() throws IOException {
        return rules().map(rule -> rule.get("expr").asString()).toList();
    }

    private static List<String> shown() throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(MONITORING.resolve("grafana/dashboards/muniment.json")))
                .at("/panels")
                .valueStream()
                .flatMap(panel -> panel.get("targets").valueStream())
                .map(target -> target.get("expr").asString())
                .toList();
    }

    /** Metrics and labels of an expression of PromQL that nothing told has. */
    private static List<String> unknownIn(String expression) {
        Set<String> samples = found(Pattern.compile("^(\\w+)[{ ]", Pattern.MULTILINE), told);
        samples.add(UP);
        Stream<String> metrics = names(expression).filter(name -> !samples.contains(name));
        Stream<String> labels =
                matches("[{,]\\s*(\\w+)\\s*(?:=~|!=|!~|=)", expression)
                        .filter(label -> !Set.of("instance", "job").contains(label))
                        .filter(label -> !told.contains(label + "=\""));
        Stream<String> parts =
                matches("(part=\"\\w+\")", expression).filter(part -> !told.contains(part));
        return Stream.of(metrics, labels, parts).flatMap(all -> all).distinct().toList();
    }

    /** What is left of an expression without texts, labels, ranges, functions and words. */
    private static Stream<String> names(String expression) {
        String bare =
                expression
                        .replaceAll("\\{[^}]*}", " ")
                        .replaceAll("\\[[^]]*]", " ")
                        .replaceAll("\\b(by|on|without|ignoring)\\s*\\([^)]*\\)", " ")
                        .replaceAll("\\boffset\\s+\\w+", " ");
        return matches("\\b([a-zA-Z_]\\w*)\\b(?!\\s*\\()", bare)
                .filter(word -> !Set.of("and", "or", "unless", "sum", "max").contains(word));
    }

    private static Set<String> families() {
        return found(Pattern.compile("^# TYPE (\\w+) ", Pattern.MULTILINE), told);
    }

    private static Stream<String> matches(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map(it -> it.group(1));
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult it) -> it.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
