package nl.mtvp.suite.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Who relies on the last release goes on, or the version says that they do not. */
class ReleaseTest {

    private static final String PLAN = "openapi/plan.yaml";
    private static final String EVENT = "openapi/events/nl.mtvp.contract-ended.v1.json";

    @Test
    void what_was_released_holds() throws IOException {
        assertEquals(List.of(), new Changes(Release.last(), Release.now()).faults(changelog()));
        assertTrue(changelog().contains("## " + Release.last().version()), "the changelog tells of each release");
    }

    @Test
    void a_change_that_breaks_a_client_takes_the_next_major_version() throws IOException {
        UnaryOperator<String> broken = text -> text.replace("/interventions:", "/innovations:");
        assertTrue(faults(PLAN, broken).get(0).startsWith(PLAN + " breaks clients of "), () -> faults(PLAN, broken)
                .toString());
        assertEquals(
                List.of("openapi/CHANGELOG.md has nothing under \"## 9.0.0\", and " + PLAN + " has changed"),
                faults(PLAN, text -> broken.apply(text).replace("\n  version: 1", "\n  version: 9.0.0 # 1")));
    }

    @Test
    void a_change_that_adds_takes_the_next_version() throws IOException {
        UnaryOperator<String> more = text -> text.replaceFirst(
                "      operationId: listInterventions\n(\\s+tags:\n.*\n\\s+parameters:\n)",
                "      operationId: listInterventions\n$1      - {name: more, in: query, schema: {type: string}}\n");
        var faults = faults(PLAN, more);
        assertTrue(faults.get(0).startsWith(PLAN + " has changed and calls itself"), faults::toString);
    }

    @Test
    void a_value_more_in_an_answer_adds_and_one_less_in_a_request_breaks() {
        var more =
                faults(PLAN, text -> text.replace("      - SUPERSEDED\n", "      - SUPERSEDED\n      - FORGOTTEN\n"));
        assertTrue(more.get(0).startsWith(PLAN + " has changed and calls itself"), more::toString);
        var less = faults("openapi/payment.yaml", text -> text.replace("      - GZIP\n", ""));
        assertTrue(less.get(0).startsWith("openapi/payment.yaml breaks clients of "), less::toString);
    }

    @Test
    void a_role_more_adds_and_one_less_breaks() {
        var listed = "      operationId: listInterventions\n";
        UnaryOperator<String> less = text -> {
            int at = text.indexOf("      - oauth2:\n        - auditor\n", text.indexOf(listed));
            return text.substring(0, at) + text.substring(at).replaceFirst("      - oauth2:\n        - auditor\n", "");
        };
        var faults = faults(PLAN, less);
        assertTrue(
                faults.stream().anyMatch(fault -> fault.contains("is not for {\"oauth2\":[\"auditor\"]} any more")),
                faults::toString);
        UnaryOperator<String> more = text -> {
            int at = text.indexOf("      - oauth2:\n", text.indexOf("      operationId: listRegioplanComments\n"));
            return text.substring(0, at) + "      - oauth2:\n        - notary\n" + text.substring(at);
        };
        var added = faults(PLAN, more);
        assertTrue(added.stream().noneMatch(fault -> fault.contains("breaks")), added::toString);
    }

    @Test
    void an_event_goes_on_telling_what_it_told_as_it_did() {
        assertEquals(
                List.of(EVENT + " told endedFrom always, and does no more"),
                faults(EVENT, text -> text.replaceFirst("\"endedFrom\",\\s*", "")));
        assertEquals(
                List.of(EVENT + " tells endedFrom in another form than it did"),
                faults(EVENT, text -> text.replace("$defs/day", "$defs/moment")));
        assertEquals(List.of(), faults(EVENT, text -> text.replace("The end\"", "Which end\"")));
    }

    @Test
    void a_migration_stays_as_it_was() {
        var file = "migrations/plan-service/" + "V3__create_catalogue.sql";
        assertEquals(1, faults(file, text -> text + "\n").size());
    }

    /** What the last release would be refused for, were one of its files another now. */
    private static List<String> faults(String file, UnaryOperator<String> change) {
        try {
            var was = Release.last();
            var files = new TreeMap<>(was.files());
            var changed = change.apply(files.get(file));
            assertTrue(!changed.equals(files.put(file, changed)), "nothing was changed in " + file);
            return new Changes(was, new Release(was.version(), files)).faults("");
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static String changelog() throws IOException {
        return Files.readString(Release.ROOT.resolve("openapi/CHANGELOG.md"));
    }
}
