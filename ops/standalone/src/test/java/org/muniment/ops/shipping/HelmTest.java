package org.muniment.ops.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Helm renders the chart, Kubernetes would know every field of it, and its pods are restricted. */
class HelmTest {
    private static final Path CHART = Path.of("../helm/muniment").toAbsolutePath().normalize();
    private static final Map<String, Class<?>> KINDS =
            Map.of(
                    "StatefulSet", StatefulSet.class,
                    "Deployment", Deployment.class,
                    "Service", Service.class,
                    "Ingress", Ingress.class,
                    "NetworkPolicy", NetworkPolicy.class,
                    "PodDisruptionBudget", PodDisruptionBudget.class);

    /** Of an operator that a cluster may have or not. */
    private static final String FOREIGN = "ServiceMonitor";

    /** Kubernetes' types keep what they do not know; here it is a mistake. */
    private static final ObjectMapper STRICT =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .annotationIntrospector(new KnownAlone())
                    .build();

    private static final class KnownAlone extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated member) {
            return false;
        }
    }

    @Test
    void helmFindsNothingWrongWithIt() {
        LintResult result = new Helm(CHART).lint().call();

        assertThat(result.isFailed()).as(result.getMessages().toString()).isFalse();
    }

    @Test
    void kubernetesKnowsEveryFieldOfIt() throws Exception {
        List<JsonNode> rendered = rendered();

        assertThat(rendered).extracting(HelmTest::kind).containsAll(KINDS.keySet());
        for (JsonNode thing : rendered) {
            if (!kind(thing).equals(FOREIGN)) {
                assertThat(KINDS).containsKey(kind(thing));
                STRICT.treeToValue(thing, KINDS.get(kind(thing)));
            }
        }
    }

    @Test
    void aFieldItDoesNotKnowIsFound() throws Exception {
        JsonNode service =
                STRICT.readTree(
                        "{\"kind\": \"Service\", \"spec\": {\"selektor\": {\"a\": \"b\"}}}");

        assertThatThrownBy(() -> STRICT.treeToValue(service, Service.class))
                .isInstanceOf(JsonProcessingException.class)
                .hasMessageContaining("selektor");
    }

    @Test
    void everySelectorFindsPodsAndEveryPortIsOneOfTheirs() {
        List<JsonNode> pods = pods();

        assertThat(pods).hasSize(2);
        assertThat(all("Service"))
                .hasSize(4)
                .allSatisfy(
                        service -> {
                            assertThat(pods)
                                    .anyMatch(pod -> finds(service.at("/spec/selector"), pod));
                            assertThat(portsOf(pods.get(0)))
                                    .contains(service.at("/spec/ports/0/targetPort").asText());
                        });
        assertThat(all("PodDisruptionBudget"))
                .hasSize(2)
                .allSatisfy(
                        budget ->
                                assertThat(pods)
                                        .anyMatch(
                                                pod ->
                                                        finds(
                                                                budget.at(
                                                                        "/spec/selector/matchLabels"),
                                                                pod)));
        assertThat(pods)
                .allMatch(
                        pod ->
                                finds(
                                        all("NetworkPolicy")
                                                .findFirst()
                                                .orElseThrow()
                                                .at("/spec/podSelector/matchLabels"),
                                        pod));
    }

    @Test
    void itsPodsAreRestrictedAndAskedAtTheManagementPort() {
        assertThat(pods())
                .allSatisfy(
                        pod -> {
                            JsonNode container = pod.at("/spec/containers/0");
                            assertThat(pod.at("/spec/securityContext/runAsNonRoot").asBoolean())
                                    .isTrue();
                            assertThat(pod.at("/spec/securityContext/seccompProfile/type").asText())
                                    .isEqualTo("RuntimeDefault");
                            assertThat(pod.at("/spec/automountServiceAccountToken").asBoolean(true))
                                    .isFalse();
                            assertThat(container.at("/securityContext/readOnlyRootFilesystem"))
                                    .hasToString("true");
                            assertThat(container.at("/securityContext/allowPrivilegeEscalation"))
                                    .hasToString("false");
                            assertThat(
                                            container
                                                    .at("/securityContext/capabilities/drop/0")
                                                    .asText())
                                    .isEqualTo("ALL");
                            for (String probe : List.of("startup", "liveness", "readiness")) {
                                assertThat(
                                                container
                                                        .at("/" + probe + "Probe/httpGet/port")
                                                        .asText())
                                        .isEqualTo("management");
                            }
                            assertThat(volumesOf(pod)).containsAll(mountsOf(container));
                        });
    }

    @Test
    void itBringsNoSecretAndDoesNotStartWithoutYours() {
        assertThat(all("Secret")).isEmpty();
        for (String wanted :
                List.of(
                        "secrets.vault",
                        "secrets.mongodb",
                        "secrets.axonserver",
                        "secrets.oidc",
                        "axonserver.address",
                        "oidc.issuer")) {
            assertThatThrownBy(() -> example().set(wanted, "").call())
                    .as(wanted)
                    .hasMessageContaining(wanted + " is wanted");
        }
    }

    private static TemplateCommand example() {
        return new Helm(CHART)
                .template()
                .withName("council")
                .withValuesFile(CHART.resolve("ci/example-values.yaml"));
    }

    private static List<JsonNode> rendered() {
        Iterable<Object> documents =
                new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(example().call());
        return StreamSupport.stream(documents.spliterator(), false)
                .filter(Objects::nonNull)
                .<JsonNode>map(STRICT::valueToTree)
                .toList();
    }

    private static Stream<JsonNode> all(String kind) {
        return rendered().stream().filter(thing -> kind(thing).equals(kind));
    }

    private static List<JsonNode> pods() {
        return Stream.of("StatefulSet", "Deployment")
                .flatMap(HelmTest::all)
                .map(owner -> owner.at("/spec/template"))
                .toList();
    }

    private static String kind(JsonNode thing) {
        return thing.path("kind").asText();
    }

    private static boolean finds(JsonNode selector, JsonNode pod) {
        JsonNode labels = pod.at("/metadata/labels");
        return !selector.isEmpty()
                && selector.properties().stream()
                        .allMatch(label -> label.getValue().equals(labels.get(label.getKey())));
    }

    private static List<String> portsOf(JsonNode pod) {
        return texts(pod.at("/spec/containers/0/ports"), "name").toList();
    }

    private static List<String> mountsOf(JsonNode container) {
        return texts(container.at("/volumeMounts"), "name").toList();
    }

    /** A claim of a StatefulSet is a volume of its pods. */
    private static List<String> volumesOf(JsonNode pod) {
        return Stream.concat(texts(pod.at("/spec/volumes"), "name"), Stream.of("data")).toList();
    }

    private static Stream<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false).map(it -> it.get(field).asText());
    }
}
