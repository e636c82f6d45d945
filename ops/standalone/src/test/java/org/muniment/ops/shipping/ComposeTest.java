package org.muniment.ops.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The compose file names nothing that is not there, opens nothing and has no secret of its own. */
class ComposeTest {
    private static final Path COMPOSE = Path.of("../compose");
    private static final Pattern VERSIONED = Pattern.compile("[a-z0-9./-]+:v?[0-9]+\\.[0-9]+[^:]*");

    @Test
    void allItNamesIsThere() throws IOException {
        assertThat(faults(text())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "image: caddy:2.8.4, image: caddy:latest, proxy: image caddy:latest",
        "image: caddy:2.8.4, image: caddy, proxy: image caddy",
        "depends_on: [prometheus], depends_on: [prometeus], grafana: depends on prometeus",
        "'grafana:/var/lib/grafana', 'graphs:/var/lib/grafana', grafana: volume graphs",
        "'./Caddyfile:/', './Cadyfile:/', proxy: volume ./Cadyfile",
        "127.0.0.1:3000:3000, 3000:3000, grafana: port 3000:3000",
        "'networks: [inside, outside]', 'networks: [insight]', grafana: network insight",
        "'secrets: [tls-certificate, tls-key]', 'secrets: [tls]', proxy: secret tls",
        "${GRAFANA_ADMIN_PASSWORD:?run ./secrets first}, ${GRAFANA_ADMIN_PASSWORD:-admin}, 'default ${GRAFANA_ADMIN_PASSWORD:-admin}'",
        "${NODE_COOKIE_SECRET:?run, ${COOKIE:?run, 'unknown ${COOKIE:?run ./secrets first}'"
    })
    void whatIsNotIsFound(String right, String wrong, String fault) throws IOException {
        assertThat(text()).contains(right);

        assertThat(faults(text().replace(right, wrong))).contains(fault);
    }

    @Test
    void theExampleOfSettingsHasNoValue() throws IOException {
        assertThat(Files.readAllLines(COMPOSE.resolve(".env.example")))
                .allMatch(line -> line.startsWith("#") || line.endsWith("="));
    }

    @Test
    void theScriptMakesEverySecret() throws IOException {
        String script = Files.readString(COMPOSE.resolve("secrets"));
        for (String line : Files.readAllLines(COMPOSE.resolve(".env.example"))) {
            assertThat(script).contains(line.startsWith("#") ? "" : "echo \"" + line);
        }
        assertThat(read(text()).at("/secrets").valueStream())
                .allSatisfy(
                        secret ->
                                assertThat(script)
                                        .contains(secret.get("file").asString().substring(2)));
    }

    @Test
    void peopleOfTheDemoHaveNoPasswordOfTheirOwn() throws IOException {
        JsonNode realm =
                JsonMapper.shared()
                        .readTree(
                                Files.readString(COMPOSE.resolve("keycloak/muniment-realm.json")));

        assertThat(realm.at("/users").valueStream())
                .allSatisfy(
                        user ->
                                assertThat(user.at("/credentials/0/value").asString())
                                        .isEqualTo("${PEOPLE_PASSWORD}"));
        assertThat(realm.at("/clients/0/secret").asString()).isEqualTo("${OIDC_CLIENT_SECRET}");
    }

    private static List<String> faults(String text) throws IOException {
        JsonNode compose = read(text);
        List<String> faults = new ArrayList<>();
        compose.at("/services")
                .propertyStream()
                .forEach(
                        service ->
                                faultsOf(service.getValue(), compose)
                                        .map(fault -> service.getKey() + ": " + fault)
                                        .forEach(faults::add));
        String example = Files.readString(COMPOSE.resolve(".env.example"));
        Pattern.compile("\\$\\{([A-Z_]+)(:[?-]?)([^}]*)}")
                .matcher(text)
                .results()
                .map(used -> faultOf(used, example))
                .forEach(faults::addAll);
        return faults;
    }

    /** Only our own settings may be left out; a secret must be given. */
    private static List<String> faultOf(MatchResult used, String example) {
        if (!example.contains("\n" + used.group(1) + "=")) {
            return List.of("unknown " + used.group());
        }
        boolean given = used.group(2).equals(":?");
        boolean ours = used.group(1).startsWith("MUNIMENT_") && used.group(3).isEmpty();
        return given || ours ? List.of() : List.of("default " + used.group());
    }

    private static Stream<String> faultsOf(JsonNode service, JsonNode compose) {
        return Stream.of(
                        Stream.of(service.get("image").asString())
                                .filter(image -> !VERSIONED.matcher(image).matches())
                                .map(image -> "image " + image),
                        names(service.path("depends_on"))
                                .filter(name -> !compose.at("/services").has(name))
                                .map(name -> "depends on " + name),
                        names(service.path("networks"))
                                .filter(name -> !compose.at("/networks").has(name))
                                .map(name -> "network " + name),
                        names(service.path("secrets"))
                                .filter(name -> !compose.at("/secrets").has(name))
                                .map(name -> "secret " + name),
                        names(service.path("volumes"))
                                .map(volume -> volume.substring(0, volume.indexOf(':')))
                                .filter(volume -> !isThere(volume, compose))
                                .map(volume -> "volume " + volume),
                        names(service.path("ports"))
                                .filter(port -> !port.startsWith("127.0.0.1:"))
                                .map(port -> "port " + port))
                .flatMap(all -> all);
    }

    private static boolean isThere(String volume, JsonNode compose) {
        // The script makes it.
        boolean made = volume.equals("./policy");
        return volume.startsWith(".")
                ? made || Files.exists(COMPOSE.resolve(volume))
                : compose.at("/volumes").has(volume);
    }

    /** Compose takes a list of names, or a mapping of them. */
    private static Stream<String> names(JsonNode list) {
        return list.isObject()
                ? list.propertyNames().stream()
                : list.valueStream().map(JsonNode::asString);
    }

    private static JsonNode read(String text) {
        Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        return JsonMapper.shared().valueToTree(read);
    }

    private static String text() throws IOException {
        return Files.readString(COMPOSE.resolve("compose.yaml"));
    }
}
