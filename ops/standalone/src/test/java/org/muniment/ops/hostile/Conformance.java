package org.muniment.ops.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.muniment.ops.hostile.Wire.Heard;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is wrong with an answer, whatever was asked. */
final class Conformance {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int UNAVAILABLE = 503;

    /** Names of classes and lines of traces; no honest message holds them. */
    private static final Pattern INSIDES =
            Pattern.compile(
                    "\\b(java|jakarta|javax|org|com|tools|sun)\\.[a-z0-9_]+\\.[\\w.$]*"
                            + "|\\w+(Exception|Error)\\b|\\tat |Tomcat|Jackson|SQLITE|\\.java:");

    static final List<String> SAFETY =
            List.of(
                    "Content-Security-Policy",
                    "X-Content-Type-Options",
                    "Referrer-Policy",
                    "Permissions-Policy",
                    "Cross-Origin-Opener-Policy",
                    "Cross-Origin-Resource-Policy",
                    "Cache-Control");

    private Conformance() {}

    /**
     * @param statuses those the document has for what was asked
     * @param media what a success is told in
     * @param bodiless where a body is not told, as for HEAD
     */
    static List<String> faults(Heard heard, Set<Integer> statuses, String media, boolean bodiless) {
        List<String> faults = new ArrayList<>();
        if (!statuses.contains(heard.status())) {
            faults.add("undocumented status " + heard.status());
        }
        if (heard.status() >= 500 && heard.status() != UNAVAILABLE) {
            faults.add("a failure on our side");
        }
        if (heard.status() == UNAVAILABLE && heard.header("Retry-After").isEmpty()) {
            faults.add("unavailable without Retry-After");
        }
        if (!heard.header("Server").isEmpty() || !heard.header("X-XSS-Protection").isEmpty()) {
            faults.add("a header that should not be there");
        }
        if (heard.after().compareTo(Wire.PATIENCE) >= 0) {
            faults.add("took " + heard.after());
        }
        SAFETY.stream()
                .filter(header -> heard.header(header).isEmpty())
                .forEach(header -> faults.add("an answer without " + header));
        if (heard.status() >= 400 && !bodiless) {
            problem(heard, faults);
        } else if (heard.status() < 300 && !heard.header("Content-Type").startsWith(media)) {
            faults.add("told in " + heard.header("Content-Type"));
        }
        return faults;
    }

    private static void problem(Heard heard, List<String> faults) {
        if (!heard.header("Content-Type").startsWith("application/problem+json")) {
            faults.add("an error in " + heard.header("Content-Type"));
            return;
        }
        try {
            JsonNode problem = JSON.readTree(heard.body());
            for (String field : List.of("type", "title", "detail")) {
                if (problem.path(field).asString("").isBlank()) {
                    faults.add("an error without " + field);
                }
            }
            if (problem.path("status").asInt(0) != heard.status()) {
                faults.add("an error that says another status");
            }
        } catch (JacksonException unreadable) {
            faults.add("an error that is not JSON");
        }
        if (INSIDES.matcher(heard.body()).find()) {
            faults.add("shows its insides");
        }
    }
}
