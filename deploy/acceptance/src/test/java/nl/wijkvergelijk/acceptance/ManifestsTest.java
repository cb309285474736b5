package nl.wijkvergelijk.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.kustomize.v1beta1.Kustomization;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests for Kubernetes and compose say what Kubernetes, PostgreSQL and the two services understand, and agree with each other. */
class ManifestsTest {

    /** What Kubernetes itself knows. */
    private static final Map<String, Class<?>> KINDS = Map.of(
            "v1 Namespace", Namespace.class,
            "v1 PersistentVolumeClaim", PersistentVolumeClaim.class,
            "v1 Service", Service.class,
            "apps/v1 Deployment", Deployment.class,
            "autoscaling/v2 HorizontalPodAutoscaler", HorizontalPodAutoscaler.class,
            "networking.k8s.io/v1 Ingress", Ingress.class,
            "networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class,
            "policy/v1 PodDisruptionBudget", PodDisruptionBudget.class,
            "kustomize.config.k8s.io/v1beta1 Kustomization", Kustomization.class);

    /** What operators know; their schemas are not to be had as a library. */
    private static final Set<String> OPERATED = Set.of(
            "postgresql.cnpg.io/v1 Cluster",
            "postgresql.cnpg.io/v1 ScheduledBackup",
            "barmancloud.cnpg.io/v1 ObjectStore");

    /** What is read by the framework, by its documentation; everything else that is set must stand in our settings. */
    private static final Set<String> OF_THE_FRAMEWORK = Set.of(
            "quarkus.datasource.jdbc.url",
            "quarkus.datasource.password",
            "quarkus.oidc.auth-server-url",
            "quarkus.http.proxy.proxy-address-forwarding",
            "quarkus.profile");

    /** The model takes what it does not know and keeps it aside; here that is a mistake. */
    private static final ObjectMapper STRICT = JsonMapper.builder()
            .annotationIntrospector(new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    return false;
                }
            })
            .build();

    private static final Pattern SETTING = Pattern.compile("@ConfigProperty\\(name = \"([^\"]+)\"");
    private static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
    private static final Pattern MEMBER = Pattern.compile("^    \\w[\\w<>, ]* (\\w+)\\(\\);", Pattern.MULTILINE);

    @TempDir
    Path folder;

    private static void mustBeKnown(JsonNode document, String where) throws JsonProcessingException {
        String kind = document.path("apiVersion").asText() + " "
                + document.path("kind").asText();
        if (OPERATED.contains(kind)) {
            return;
        }
        Class<?> type = KINDS.get(kind);
        assertTrue(type != null, where + ": " + kind + " is not known here");
        try {
            STRICT.treeToValue(document, type);
        } catch (JsonProcessingException e) {
            throw new AssertionError(where + ", " + kind + ": " + e.getOriginalMessage(), e);
        }
    }

    @Test
    void everyMemberOfEveryManifestIsOneThatKubernetesKnows() throws JsonProcessingException {
        for (Path file : Manifests.files()) {
            for (JsonNode document : Manifests.documents(Manifests.text(file))) {
                mustBeKnown(document, file.getFileName().toString());
            }
        }
    }

    @Test
    void whatTheExampleMakesIsKnownToo() throws IOException, InterruptedException {
        Path made = folder.resolve("made.yaml");
        Path words = folder.resolve("words");
        Process kubectl;
        try {
            kubectl = new ProcessBuilder(
                            "kubectl",
                            "kustomize",
                            Manifests.KUBERNETES.resolve("example").toString())
                    .redirectOutput(made.toFile())
                    .redirectError(words.toFile())
                    .start();
        } catch (IOException none) {
            assumeTrue(false, "there is no kubectl here to put the example together");
            return;
        }
        assertTrue(kubectl.waitFor(2, TimeUnit.MINUTES), "kubectl does not end");
        assertEquals(0, kubectl.exitValue(), Files.readString(words));
        List<JsonNode> documents = Manifests.documents(Files.readString(made));
        Set<String> namespaces = new HashSet<>();
        Map<String, String> addresses = new TreeMap<>();
        for (JsonNode document : documents) {
            if (document.path("kind").asText().equals("ConfigMap")) {
                addresses.put(document.at("/metadata/name").asText(), "made");
            } else {
                mustBeKnown(document, "what is made");
            }
            if (!document.path("kind").asText().equals("Namespace")) {
                namespaces.add(document.at("/metadata/namespace").asText());
            }
        }
        assertEquals(Set.of("wijkvergelijk"), namespaces);
        assertEquals(Manifests.all().size() + 1, documents.size());
        String asked = documents.stream()
                .flatMap(each -> each.findValues("configMapKeyRef").stream())
                .map(each -> each.path("name").asText())
                .distinct()
                .collect(Collectors.joining());
        assertEquals(String.join("", addresses.keySet()), asked, "the generated name is asked for");
    }

    @ParameterizedTest
    @ValueSource(strings = {"survey", "comparison"})
    void portsAreThoseOfTheServiceAndItsImage(String service) {
        Map<String, String> ports = new TreeMap<>();
        Manifests.container(service)
                .path("ports")
                .forEach(each -> ports.put(
                        each.path("name").asText(), each.path("containerPort").asText()));
        String own = Manifests.settings(service).getProperty("quarkus.http.port");
        assertEquals(Map.of("http", own, "management", "9000"), ports);
        String image = Manifests.text(RunningProduct.HOME.resolve(service + "-service/src/main/docker/Dockerfile.jvm"));
        assertTrue(image.contains("EXPOSE " + own + " 9000\n"), image);
        assertEquals(
                "http",
                Manifests.one("Service", service).at("/spec/ports/0/targetPort").asText());
        String compose =
                Manifests.compose("docker-compose.yml", service).at("/ports/0").asText();
        assertTrue(compose.startsWith("127.0.0.1:") && compose.endsWith(":" + own), compose);
        for (String probe : new String[] {"startupProbe", "livenessProbe", "readinessProbe"}) {
            assertEquals(
                    "management",
                    Manifests.container(service).path(probe).at("/httpGet/port").asText(),
                    probe);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"survey", "comparison"})
    void everyVariableIsASettingThatTheServiceReads(String service) throws IOException {
        Set<String> known = known(service);
        Set<String> unknown = new TreeSet<>(Manifests.variables(service).keySet());
        for (String file : new String[] {"docker-compose.yml", "docker-compose.override.yml"}) {
            Manifests.compose(file, service).path("environment").fieldNames().forEachRemaining(unknown::add);
        }
        unknown.removeAll(known);
        assertEquals(Set.of(), unknown);
    }

    /** The settings of a service as variables: those in its files, and those that its classes ask for. */
    private static Set<String> known(String service) throws IOException {
        Set<String> names = new HashSet<>(OF_THE_FRAMEWORK);
        for (String name : Manifests.settings(service).stringPropertyNames()) {
            names.add(name.replaceFirst("^%\\w+\\.", ""));
        }
        for (String module : new String[] {"api-spec", service + "-service"}) {
            try (Stream<Path> sources = Files.walk(RunningProduct.HOME.resolve(module + "/src/main/java"))) {
                for (Path source : sources.filter(file -> file.toString().endsWith(".java"))
                        .toList()) {
                    String code = Files.readString(source);
                    SETTING.matcher(code).results().forEach(found -> names.add(found.group(1)));
                    MAPPING.matcher(code).results().forEach(prefix -> MEMBER.matcher(code)
                            .results()
                            .forEach(member -> names.add(prefix.group(1) + "."
                                    + member.group(1)
                                            .replaceAll("([A-Z])", "-$1")
                                            .toLowerCase(Locale.ROOT))));
                }
            }
        }
        return names.stream()
                .map(name -> name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    @Test
    void theSecretsThatAreAskedForAreThoseThatTheScriptMakes() throws IOException, InterruptedException {
        Set<String> made = made();
        Set<String> asked = new TreeSet<>();
        for (String service : Manifests.SERVICES) {
            for (JsonNode variable : Manifests.variables(service).values()) {
                JsonNode secret = variable.at("/valueFrom/secretKeyRef");
                if (!secret.isMissingNode()) {
                    asked.add(secret.path("name").asText() + " "
                            + secret.path("key").asText());
                }
                JsonNode address = variable.at("/valueFrom/configMapKeyRef/key");
                assertTrue(
                        address.isMissingNode() || Manifests.addresses().containsKey(address.asText()),
                        () -> "no address " + address);
            }
        }
        JsonNode cluster = Manifests.one("Cluster", "wijkvergelijk-db");
        cluster.findValues("passwordSecret")
                .forEach(each -> asked.add(each.path("name").asText() + " password"));
        asked.add(cluster.at("/spec/bootstrap/initdb/secret/name").asText() + " password");
        JsonNode roles = cluster.at("/spec/bootstrap/initdb/postInitApplicationSQLRefs/configMapRefs/0");
        asked.add(roles.path("name").asText() + " " + roles.path("key").asText());
        made.remove("wijk-owner username");
        asked.remove("wijk-owner username");
        assertEquals(made, asked);
        for (JsonNode document : Manifests.all()) {
            assertTrue(!document.path("kind").asText().equals("Secret"), "no secret stands in a file");
        }
    }

    /** What the script would make, told by a kubectl that only says what it is asked. */
    private Set<String> made() throws IOException, InterruptedException {
        Path kubectl = folder.resolve("kubectl");
        Files.writeString(kubectl, "#!/bin/sh\ncat >/dev/null\nprintf '%s ' \"$@\"\necho\n");
        assertTrue(kubectl.toFile().setExecutable(true));
        Path words = folder.resolve("words");
        ProcessBuilder script = new ProcessBuilder(
                        "bash", Manifests.KUBERNETES.resolve("secrets").toString(), "some-namespace")
                .redirectErrorStream(true)
                .redirectOutput(words.toFile());
        script.environment().merge("PATH", folder.toString(), (path, ours) -> ours + ":" + path);
        Process running = script.start();
        running.getOutputStream().close();
        assertTrue(running.waitFor(1, TimeUnit.MINUTES), "the script does not end");
        assertEquals(0, running.exitValue(), Files.readString(words));
        Set<String> made = new TreeSet<>();
        for (String line : Files.readAllLines(words)) {
            var named = Pattern.compile("create (?:secret generic|configmap) (\\S+)")
                    .matcher(line);
            if (named.find()) {
                Pattern.compile("--from-(?:literal|file)=([^=\\s]+)")
                        .matcher(line)
                        .results()
                        .forEach(key -> made.add(named.group(1) + " " + key.group(1)));
            }
        }
        return made;
    }

    @Test
    void rolesAreThoseOfTheScriptForTheDatabase() {
        String script = Manifests.text(RunningProduct.HOME.resolve("deploy/roles.sql"));
        Set<String> roles = Pattern.compile("'(wijk_\\w+)'")
                .matcher(script)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of("wijk_owner", "wijk_survey", "wijk_comparison"), roles);
        JsonNode cluster = Manifests.one("Cluster", "wijkvergelijk-db");
        Set<String> inCluster = new TreeSet<>();
        inCluster.add(cluster.at("/spec/bootstrap/initdb/owner").asText());
        cluster.at("/spec/managed/roles")
                .forEach(each -> inCluster.add(each.path("name").asText()));
        assertEquals(roles, inCluster);
        String passwords = Manifests.text(RunningProduct.HOME.resolve("deploy/compose/passwords.sh"));
        Set<String> inCompose = Pattern.compile("alter role (\\w+)")
                .matcher(passwords)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(roles, inCompose);
        String secrets = Manifests.text(Manifests.KUBERNETES.resolve("secrets"));
        assertTrue(
                secrets.contains("username=\"wijk_$role\"") && secrets.contains("for role in owner survey comparison"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"survey", "comparison"})
    void whoeverWasReadIsAnsweredBeforeTheEnd(String service) {
        int draining = Integer.parseInt(Manifests.settings(service).getProperty("quarkus.shutdown.timeout"));
        int before = Manifests.container(service)
                .at("/lifecycle/preStop/sleep/seconds")
                .asInt();
        int grace = Manifests.pod(service).path("terminationGracePeriodSeconds").asInt();
        assertTrue(before > 0 && grace >= before + draining + 10, before + " + " + draining + " + 10 > " + grace);
    }

    @ParameterizedTest
    @ValueSource(strings = {"survey", "comparison"})
    void aPodMayDoNothingButItsWork(String service) {
        JsonNode pod = Manifests.pod(service);
        assertEquals("false", pod.path("automountServiceAccountToken").asText());
        assertEquals("false", pod.path("enableServiceLinks").asText());
        assertEquals("true", pod.at("/securityContext/runAsNonRoot").asText());
        assertEquals(
                "RuntimeDefault", pod.at("/securityContext/seccompProfile/type").asText());
        String image = Manifests.text(RunningProduct.HOME.resolve(service + "-service/src/main/docker/Dockerfile.jvm"));
        assertTrue(image.contains("USER " + pod.at("/securityContext/runAsUser").asText() + "\n"), image);
        for (JsonNode container : pod.path("containers")) {
            JsonNode context = container.path("securityContext");
            assertEquals("true", context.path("readOnlyRootFilesystem").asText());
            assertEquals("false", context.path("allowPrivilegeEscalation").asText());
            assertEquals("[\"ALL\"]", context.at("/capabilities/drop").toString());
            for (String of : new String[] {"requests", "limits"}) {
                assertTrue(container.at("/resources/" + of).has("memory"), of);
                assertTrue(container.at("/resources/" + of).has("cpu"), of);
            }
        }
        JsonNode inCompose = documentsOf("docker-compose.yml").path("x-service");
        assertEquals("10001:10001", inCompose.path("user").asText());
        assertEquals("true", inCompose.path("read_only").asText());
    }

    private static JsonNode documentsOf(String file) {
        return Manifests.documents(Manifests.text(RunningProduct.HOME.resolve(file)))
                .get(0);
    }

    @Test
    void comparisonsComeFromTwoOrMoreAndFromTheStandby() {
        assertTrue(Manifests.one("HorizontalPodAutoscaler", "comparison")
                        .at("/spec/minReplicas")
                        .asInt()
                >= 2);
        assertTrue(
                Manifests.one("Deployment", "comparison").at("/spec/replicas").isMissingNode(),
                "or the autoscaler and the manifest would each want their own");
        assertEquals(
                2, Manifests.pod("comparison").path("topologySpreadConstraints").size());
        assertTrue(Manifests.one("Cluster", "wijkvergelijk-db")
                        .at("/spec/instances")
                        .asInt()
                >= 2);
        String url = Manifests.variables("comparison")
                .get("QUARKUS_DATASOURCE_JDBC_URL")
                .path("value")
                .asText();
        assertTrue(
                url.startsWith(
                        "jdbc:postgresql://wijkvergelijk-db-ro:5432,wijkvergelijk-db-rw:5432/wijkvergelijk?targetServerType=preferSecondary&"),
                url);
        String survey = Manifests.variables("survey")
                .get("QUARKUS_DATASOURCE_JDBC_URL")
                .path("value")
                .asText();
        assertTrue(survey.startsWith("jdbc:postgresql://wijkvergelijk-db-rw:5432/wijkvergelijk?"), survey);
        for (String address : List.of(url, survey)) {
            assertTrue(address.contains("sslmode=verify-full&sslrootcert=/etc/wijkvergelijk/database/ca.crt"), address);
        }
    }

    /** What a selector looks for, there is. */
    @Test
    void everySelectorFindsSomething() {
        List<JsonNode> labels = new ArrayList<>();
        Manifests.all("Deployment").forEach(each -> labels.add(each.at("/spec/template/metadata/labels")));
        Set<String> there = new TreeSet<>(Set.of("cnpg.io/cluster=wijkvergelijk-db"));
        for (JsonNode each : labels) {
            each.fields()
                    .forEachRemaining(label ->
                            there.add(label.getKey() + "=" + label.getValue().asText()));
        }
        Set<String> sought = new TreeSet<>();
        for (JsonNode document : Manifests.all()) {
            List<JsonNode> selectors = new ArrayList<>(document.findValues("podSelector"));
            selectors.addAll(document.findValues("selector"));
            for (JsonNode selector : selectors) {
                (selector.has("matchLabels") ? selector.path("matchLabels") : selector)
                        .fields()
                        .forEachRemaining(label -> sought.add(
                                label.getKey() + "=" + label.getValue().asText()));
            }
        }
        assertEquals(there, sought);
    }

    @Test
    void onlyThoseWhoMustMayReachAPort() {
        for (String service : Manifests.SERVICES) {
            assertEquals(
                    "{http=[ingress], management=[monitoring]}",
                    mayReach(Manifests.one("NetworkPolicy", service)).toString());
        }
        assertEquals(
                "{5432=[cnpg-system, comparison-service, survey-service, wijkvergelijk-db],"
                        + " 8000=[cnpg-system, wijkvergelijk-db], 9187=[monitoring]}",
                mayReach(Manifests.one("NetworkPolicy", "database")).toString());
        JsonNode byDefault =
                Manifests.one("NetworkPolicy", "nothing-by-default").path("spec");
        assertEquals("{\"podSelector\":{},\"policyTypes\":[\"Ingress\"]}", byDefault.toString());
    }

    private static Map<String, Set<String>> mayReach(JsonNode policy) {
        Map<String, Set<String>> reach = new TreeMap<>();
        for (JsonNode rule : policy.at("/spec/ingress")) {
            assertTrue(rule.path("from").size() > 0, "from everywhere: " + rule);
            for (JsonNode port : rule.path("ports")) {
                for (JsonNode from : rule.path("from")) {
                    from.findValues("matchLabels").forEach(label -> reach.computeIfAbsent(
                                    port.path("port").asText(), none -> new TreeSet<>())
                            .add(label.elements().next().asText()));
                }
            }
        }
        return reach;
    }

    @Test
    void uploadedFilesAreWhereTheDiskIs() {
        String directory = Manifests.variables("survey")
                .get("WIJKVERGELIJK_EVIDENCE_DIRECTORY")
                .path("value")
                .asText();
        Map<String, String> mounts = new TreeMap<>();
        Manifests.container("survey")
                .path("volumeMounts")
                .forEach(each -> mounts.put(
                        each.path("name").asText(), each.path("mountPath").asText()));
        assertEquals(directory, mounts.get("evidence"));
        JsonNode compose = Manifests.compose("docker-compose.yml", "survey");
        assertEquals(
                directory,
                compose.at("/environment/WIJKVERGELIJK_EVIDENCE_DIRECTORY").asText());
        assertEquals("evidence:" + directory, compose.at("/volumes/0").asText());
        assertEquals(
                "Recreate",
                Manifests.one("Deployment", "survey").at("/spec/strategy/type").asText());
        assertEquals(
                "ReadWriteOnce",
                Manifests.one("PersistentVolumeClaim", "wijkvergelijk-evidence")
                        .at("/spec/accessModes/0")
                        .asText());
    }

    /** Passwords of compose come from the environment, and the script makes each that is asked for. */
    @Test
    void composeHoldsNoPassword() {
        String script = Manifests.text(RunningProduct.HOME.resolve("deploy/compose/secrets"));
        Set<String> made = new TreeSet<>(
                List.of(script.replaceAll("(?s).*for name in (.*?); do.*", "$1").split("[\\s\\\\]+")));
        Set<String> asked = new TreeSet<>();
        for (String file : new String[] {"docker-compose.yml", "docker-compose.override.yml"}) {
            String text = Manifests.text(RunningProduct.HOME.resolve(file));
            Pattern.compile("\\$\\{([A-Z_]+):\\?").matcher(text).results().forEach(found -> asked.add(found.group(1)));
            documentsOf(file).path("services").forEach(service -> service.path("environment")
                    .fields()
                    .forEachRemaining(each -> assertTrue(
                            !each.getKey().matches(".*(PASSWORD|KEY|SECRET)$")
                                    || each.getValue().asText().matches("\\$\\{[A-Z_]+(:\\?[^}]*)?}"),
                            () -> file + ": " + each)));
        }
        assertEquals(made, asked);
        Manifests.documents(Manifests.text(RunningProduct.HOME.resolve("deploy/compose/wijkvergelijk-users-0.json")))
                .get(0)
                .findValues("value")
                .forEach(password -> assertEquals("${WIJK_DEMO_PASSWORD}", password.asText()));
        assertTrue(
                Manifests.text(RunningProduct.HOME.resolve(".gitignore"))
                        .lines()
                        .anyMatch(".env"::equals),
                "git would take the passwords along");
    }
}
