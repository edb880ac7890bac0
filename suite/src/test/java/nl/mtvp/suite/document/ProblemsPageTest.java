package nl.mtvp.suite.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.mtvp.kernel.testing.ProblemCodes;
import nl.mtvp.suite.common.Service;
import org.junit.jupiter.api.Test;

/**
 * What stands in {@code docs/problems.md} is what the catalogues tell and the descriptions name, and there is no type that
 * the sources write and nobody names, nor the other way round.
 */
class ProblemsPageTest {

    private static final Path ROOT = Path.of("..");
    private static final Path PAGE = ROOT.resolve("docs/problems.md");
    private static final Path COMMON =
            ROOT.resolve("kernel/src/main/resources/nl/mtvp/kernel/rest/description/problem-types.yaml");

    /** What the framework refuses by itself, and what stands in an enumeration: no text of ours is the code. */
    private static final Set<String> ELSEWHERE =
            Set.of("forbidden", "internal-server-error", "no-certificate", "unknown-organisation");

    /** As {@code problem-types.yaml} has it. */
    private record Type(String cause, String remedy, Integer outside) {}

    @Test
    void the_page_is_the_one_that_the_build_makes() throws IOException {
        var made = page();
        if (Boolean.getBoolean("mtvp.problems.write")) {
            Files.writeString(PAGE, made);
        }
        assertEquals(
                made,
                Files.exists(PAGE) ? Files.readString(PAGE) : "",
                "docs/problems.md is another; run this test with -Dmtvp.problems.write=true to write it anew");
    }

    @Test
    void each_type_that_is_written_is_named_and_each_that_is_named_is_written() throws IOException {
        var common = types(COMMON);
        var all = new TreeSet<>(common.keySet());
        var unnamed = new TreeSet<String>();
        var unwritten = new TreeSet<String>();
        var kernel = ProblemCodes.in(ROOT.resolve("kernel/src/main/java")).keySet();
        var commonNamed = new TreeSet<String>();
        for (var service : Service.values()) {
            var types = types(catalogue(service));
            all.addAll(types.keySet());
            var named = NamedProblems.in(service).byType().keySet();
            var written = ProblemCodes.in(ROOT.resolve(service.module()).resolve("src/main/java"))
                    .keySet();
            var known = new TreeMap<>(common);
            known.putAll(types);
            written.stream()
                    .filter(code -> !isNamed(code, named) && !isOutside(code, known))
                    .forEach(code -> unnamed.add(service.module() + ": " + code));
            types.keySet().stream()
                    .filter(code -> !isNamed(code, named) && !isOutside(code, known))
                    .forEach(code -> unnamed.add(service.module() + ": " + code));
            types.keySet().stream()
                    .filter(code -> !written.contains(code) && !ELSEWHERE.contains(code))
                    .forEach(code -> unwritten.add(service.module() + ": " + code));
            commonNamed.addAll(named);
        }
        kernel.stream()
                .filter(code -> !commonNamed.contains(code) && !isOutside(code, common))
                .forEach(code -> unnamed.add("kernel: " + code));
        common.keySet().stream()
                .filter(code -> !kernel.contains(code) && !ELSEWHERE.contains(code))
                .forEach(code -> unwritten.add("kernel: " + code));
        System.out.println("problem types: " + (all.size() - unnamed.size()) + " of " + all.size() + " named");
        assertTrue(all.size() > 150, all.toString());
        assertEquals(Set.of(), unnamed, "types that no operation names");
        assertEquals(Set.of(), unwritten, "types that no source writes");
    }

    private static boolean isNamed(String code, Set<String> named) {
        return code.endsWith("-") ? named.stream().anyMatch(one -> one.startsWith(code)) : named.contains(code);
    }

    private static boolean isOutside(String code, Map<String, Type> types) {
        return types.containsKey(code) && types.get(code).outside() != null;
    }

    private static String page() throws IOException {
        var page = new StringBuilder(
                """
                # Problems

                Each refusal is a problem document (RFC 9457). Its `type` is `urn:mtvp:problem:` and a name of these; programs
                switch on it, and on the `code` of each of its `errors`. Each operation's description names, at each status, the
                types that it may have (`x-problem-types`). `title` is the name in words; `detail` says what was wrong this time.

                This page is made by the build, from `problem-types.yaml` of the kernel and of each service and from what the
                descriptions name.
                """);
        var named = new LinkedHashMap<Service, SortedMap<String, SortedMap<Integer, Integer>>>();
        for (var service : Service.values()) {
            named.put(service, NamedProblems.in(service).byType());
        }
        section(page, "Of every service", types(COMMON), together(named));
        for (var service : Service.values()) {
            section(page, "Of " + service.module(), types(catalogue(service)), named.get(service));
        }
        return page.toString();
    }

    private static void section(
            StringBuilder page,
            String title,
            Map<String, Type> types,
            SortedMap<String, SortedMap<Integer, Integer>> named) {
        page.append("\n## ")
                .append(title)
                .append("\n\n| type | status | cause | remedy |\n| --- | --- | --- | --- |\n");
        types.forEach((code, type) -> page.append("| `%s` | %s | %s | %s |%n"
                .formatted(
                        code.endsWith("-") ? code + "…" : code,
                        statuses(code, type, named),
                        type.cause(),
                        type.remedy())));
    }

    private static String statuses(String code, Type type, SortedMap<String, SortedMap<Integer, Integer>> named) {
        return type.outside() != null
                ? type.outside().toString()
                : named.entrySet().stream()
                        .filter(entry -> entry.getKey().equals(code)
                                || code.endsWith("-") && entry.getKey().startsWith(code))
                        .flatMap(entry -> entry.getValue().keySet().stream())
                        .distinct()
                        .sorted()
                        .map(String::valueOf)
                        .collect(Collectors.joining(", "));
    }

    private static SortedMap<String, SortedMap<Integer, Integer>> together(
            Map<Service, SortedMap<String, SortedMap<Integer, Integer>>> named) {
        var all = new TreeMap<String, SortedMap<Integer, Integer>>();
        named.values()
                .forEach(byType -> byType.forEach((type, statuses) ->
                        all.computeIfAbsent(type, none -> new TreeMap<>()).putAll(statuses)));
        return all;
    }

    private static Path catalogue(Service service) {
        return ROOT.resolve(service.module()).resolve("src/main/resources/META-INF/openapi/problem-types.yaml");
    }

    private static TreeMap<String, Type> types(Path file) throws IOException {
        return new YAMLMapper().readValue(file.toFile(), new TypeReference<>() {});
    }
}
