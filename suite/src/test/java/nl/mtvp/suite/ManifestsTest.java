package nl.mtvp.suite;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The manifests are of the kinds and fields that Kubernetes knows, and hold what the suite promises of them. */
class ManifestsTest {

    private static final Path K8S = Path.of("../k8s");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final ObjectMapper STRICT = strict();
    private static final KubernetesSerialization KUBERNETES = new KubernetesSerialization();
    private static final Set<String> SERVICES = Set.of("plan-service", "contract-service", "payment-service");

    @Test
    void every_manifest_is_of_a_kind_and_of_fields_that_kubernetes_knows() {
        int manifests = 0;
        for (var file : files()) {
            for (var document : documents(file)) {
                manifests++;
                assertFalse(document.path("kind").asText().isEmpty(), file + " has a document without a kind");
                if (!document.path("kind").asText().equals("Kustomization")) {
                    var type = KUBERNETES.getRegisteredKubernetesResource(
                            document.path("apiVersion").asText(),
                            document.path("kind").asText());
                    assertNotNull(type, file + ": unknown kind " + document.path("kind"));
                    assertDoesNotThrow(() -> STRICT.treeToValue(document, type), file.toString());
                }
            }
        }
        assertTrue(manifests > 15, "found only " + manifests);
    }

    @Test
    void every_resource_that_a_kustomization_names_is_there_and_every_manifest_is_named() {
        for (var file : files()) {
            if (file.endsWith("kustomization.yaml")) {
                var named = new TreeSet<String>();
                documents(file).get(0).path("resources").forEach(resource -> {
                    named.add(resource.asText());
                    assertTrue(
                            Files.exists(file.resolveSibling(resource.asText())), file + " names " + resource.asText());
                });
                try (Stream<Path> beside = Files.list(file.getParent())) {
                    beside.map(path -> path.getFileName().toString())
                            .filter(name -> name.endsWith(".yaml") && !name.equals("kustomization.yaml"))
                            .forEach(name -> assertTrue(named.contains(name), file + " leaves out " + name));
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            }
        }
    }

    @Test
    void every_service_has_probes_resources_and_runs_as_an_ordinary_user() {
        var deployments = all(Deployment.class);
        assertEquals(
                SERVICES,
                deployments.stream().map(it -> it.getMetadata().getName()).collect(Collectors.toSet()));
        for (var deployment : deployments) {
            var pod = deployment.getSpec().getTemplate().getSpec();
            assertTrue(deployment.getSpec().getReplicas() >= 2);
            assertTrue(pod.getSecurityContext().getRunAsNonRoot());
            assertFalse(pod.getAutomountServiceAccountToken());
            for (var container : pod.getContainers()) {
                assertNotNull(container.getStartupProbe().getHttpGet());
                assertEquals(
                        "/q/health/live",
                        container.getLivenessProbe().getHttpGet().getPath());
                assertEquals(
                        "/q/health/ready",
                        container.getReadinessProbe().getHttpGet().getPath());
                assertEquals(
                        "management",
                        container.getReadinessProbe().getHttpGet().getPort().getStrVal());
            }
            Stream.concat(pod.getContainers().stream(), pod.getInitContainers().stream())
                    .forEach(ManifestsTest::isConfined);
        }
    }

    @Test
    void nothing_is_open_by_default_and_services_reach_each_other_only_along_the_arrows() {
        var policies = all(NetworkPolicy.class);
        assertTrue(
                policies.stream()
                        .anyMatch(policy -> policy.getSpec()
                                        .getPodSelector()
                                        .getMatchLabels()
                                        .isEmpty()
                                && policy.getSpec()
                                        .getPodSelector()
                                        .getMatchExpressions()
                                        .isEmpty()
                                && policy.getSpec().getPolicyTypes().containsAll(List.of("Ingress", "Egress"))
                                && policy.getSpec().getIngress().isEmpty()
                                && policy.getSpec().getEgress().isEmpty()),
                "one policy closes everything");

        var in = new TreeSet<String>();
        var out = new TreeSet<String>();
        for (var policy : policies) {
            var self = policy.getSpec().getPodSelector().getMatchLabels().get("app.kubernetes.io/name");
            policy.getSpec().getIngress().forEach(rule -> rule.getFrom()
                    .forEach(peer -> services(peer).forEach(other -> in.add(other + " -> " + self))));
            policy.getSpec().getEgress().forEach(rule -> rule.getTo()
                    .forEach(peer -> services(peer).forEach(other -> out.add(self + " -> " + other))));
        }
        var arrows = Set.of(
                "contract-service -> plan-service",
                "payment-service -> contract-service",
                "contract-service -> payment-service");
        assertEquals(arrows, in);
        assertEquals(arrows, out);
    }

    @Test
    void health_and_metrics_have_a_port_that_only_the_monitoring_reaches() {
        for (var deployment : all(Deployment.class)) {
            var ports = deployment
                    .getSpec()
                    .getTemplate()
                    .getSpec()
                    .getContainers()
                    .get(0)
                    .getPorts();
            assertTrue(ports.stream().anyMatch(port -> port.getName().equals("management")));
        }
        all(Service.class)
                .forEach(service ->
                        assertTrue(service.getSpec().getPorts().stream().noneMatch(port -> "management"
                                .equals(port.getTargetPort().getStrVal()))));
        var waysIn = all(NetworkPolicy.class).stream()
                .flatMap(policy -> policy.getSpec().getIngress().stream())
                .filter(rule -> rule.getPorts().stream()
                        .anyMatch(port -> "management".equals(port.getPort().getStrVal())))
                .flatMap(rule -> rule.getFrom().stream())
                .map(peer -> peer.getNamespaceSelector().getMatchLabels().get("mtvp.nl/provides"))
                .toList();
        assertEquals(List.of("monitoring"), waysIn);
    }

    @Test
    void D36_the_portal_has_a_port_of_its_own_to_contract_service_only_with_certificates_from_a_secret() {
        for (var deployment : all(Deployment.class)) {
            var pod = deployment.getSpec().getTemplate().getSpec();
            boolean toPortal = deployment.getMetadata().getName().equals("contract-service");
            assertEquals(
                    toPortal, pod.getContainers().get(0).getPorts().stream().anyMatch(port -> port.getName()
                            .equals("portal")));
            assertEquals(
                    toPortal,
                    pod.getVolumes().stream()
                            .anyMatch(volume -> volume.getSecret() != null
                                    && volume.getSecret()
                                            .getSecretName()
                                            .equals("contract-service-portal-certificates")));
        }
        var waysIn = all(NetworkPolicy.class).stream()
                .flatMap(policy -> policy.getSpec().getIngress().stream())
                .filter(rule -> rule.getPorts().stream()
                        .anyMatch(port -> "portal".equals(port.getPort().getStrVal())))
                .toList();
        assertEquals(1, waysIn.size());
        assertEquals(1, waysIn.get(0).getPorts().size());
        waysIn.get(0)
                .getFrom()
                .forEach(peer -> assertEquals(
                        "ingress", peer.getNamespaceSelector().getMatchLabels().get("mtvp.nl/provides")));
    }

    private static Stream<String> services(io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer peer) {
        return peer.getPodSelector() == null
                ? Stream.empty()
                : Stream.ofNullable(peer.getPodSelector().getMatchLabels().get("app.kubernetes.io/name"));
    }

    private static void isConfined(Container container) {
        assertTrue(container.getResources().getRequests().keySet().containsAll(Set.of("cpu", "memory")));
        assertTrue(container.getResources().getLimits().containsKey("memory"));
        assertFalse(container.getSecurityContext().getAllowPrivilegeEscalation());
        assertTrue(container.getSecurityContext().getReadOnlyRootFilesystem());
        assertEquals(
                List.of("ALL"), container.getSecurityContext().getCapabilities().getDrop());
    }

    /** The models would keep what they do not know aside; read strictly, a misspelt field is an error. */
    private static ObjectMapper strict() {
        var introspector = new JacksonAnnotationIntrospector() {
            @Override
            public Boolean hasAnySetter(Annotated annotated) {
                return false;
            }
        };
        return new ObjectMapper()
                .setAnnotationIntrospector(introspector)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    private static <T> List<T> all(Class<T> type) {
        return files().stream()
                .flatMap(file -> documents(file).stream())
                .filter(document -> document.path("kind").asText().equals(type.getSimpleName()))
                .map(document -> KUBERNETES.convertValue(document, type))
                .toList();
    }

    private static List<Path> files() {
        try (Stream<Path> files = Files.walk(K8S)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<JsonNode> documents(Path file) {
        try (var values = YAML.readerFor(JsonNode.class).<JsonNode>readValues(file.toFile())) {
            return values.readAll();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
