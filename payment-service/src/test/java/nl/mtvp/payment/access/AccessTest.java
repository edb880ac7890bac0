package nl.mtvp.payment.access;

import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.payment.access.Requests.Operation;
import nl.mtvp.payment.testing.ContractEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every operation, asked by everybody: a practice sees its own money only, an RHO its shares only, an insurer and its
 * auditor that insurer only, an auditor without one nothing; and whoever has no role named for it is shut out. The
 * operations are those of the served description, so none escapes.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class AccessTest {

    private static Seed seed;
    private static List<Viewer> viewers;

    @Inject
    ContractEvents contracts;

    @Inject
    Clock clock;

    private final List<String> wrong = new ArrayList<>();

    @BeforeEach
    void sow() {
        TestClock.at("2023-07-10");
        if (seed == null) {
            seed = new Seed(contracts, clock);
            seed.sow();
            viewers = Viewer.all();
        }
    }

    @Test
    void every_operation_of_the_description_has_a_row() {
        var rows = new TreeSet<String>();
        Table.ROWS.forEach(row -> assertTrue(rows.add(row.operationId()), "two rows for " + row.operationId()));
        assertEquals(
                new TreeSet<>(Requests.operations().keySet()),
                rows,
                "Each operation needs one row in nl.mtvp.payment.access.Table, e.g. Row.lists(\"listTariffs\", INSURER)"
                        + " for a list, Row.reads(\"getTariff\", Seed::tariffs, INSURER) for one thing (Seed tells whose"
                        + " it is), Row.acts(...) for what changes something; with all roles that it is open to.");
    }

    @Test
    void whoever_has_no_role_named_is_shut_out() {
        var operations = Requests.operations();
        for (var row : Table.ROWS) {
            if (row.kind() == Row.Kind.OPEN) {
                continue;
            }
            var operation = operations.get(row.operationId());
            expect(row, null, Requests.anybodys(operation, row, null, seed), Set.of(401));
            var tried = new HashSet<>(row.roles());
            for (var viewer : viewers) {
                if (tried.add(viewer.role())) {
                    expect(row, viewer, Requests.anybodys(operation, row, viewer, seed), Set.of(403));
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void nobody_gets_what_is_somebody_elses() {
        var operations = Requests.operations();
        for (var row : Table.ROWS) {
            for (var viewer : viewers) {
                if (row.roles().contains(viewer.role())) {
                    tried(operations.get(row.operationId()), row, viewer);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void D49_a_practice_sees_its_own_part_of_the_money_and_an_rho_its_share_only() {
        var operations = Requests.operations();
        for (var row : Table.ROWS) {
            for (var viewer : viewers) {
                var other = Map.of(Viewer.Kind.PRACTICE, "RHO", Viewer.Kind.RHO, "PRACTICE")
                        .get(viewer.kind());
                if (other == null || !row.roles().contains(viewer.role())) {
                    continue;
                }
                var mine =
                        row.things().apply(seed).stream().filter(viewer::sees).findFirst();
                var answer = Requests.send(
                        operations.get(row.operationId()),
                        row,
                        viewer,
                        mine.orElse(null),
                        "application/json",
                        Map.of());
                if (answer.asString().contains("\"component\":\"" + other + "\"")) {
                    wrong.add(row.operationId() + " tells " + viewer + " of the other part: " + answer.asString());
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void D54_what_is_asked_as_known_at_a_moment_is_refused_in_the_future_and_never_changes() {
        var clock = TestClock.at("2023-07-12");
        var then = Map.of("knownAt", "2023-07-11T00:00:00Z");
        var insurer = viewers.stream()
                .filter(viewer -> Seed.ONE.uzovi().equals(viewer.code()))
                .findFirst()
                .orElseThrow();
        var before = answers(insurer, then);
        var lately = answers(insurer, Map.of());
        assertTrue(before.size() >= 7, "asked as known at a moment: " + before.keySet());
        answers(insurer, Map.of("knownAt", "2023-07-13T00:00:00Z")).forEach((operation, answer) -> {
            if (!answer.startsWith("400 ") || !answer.contains("in-the-future")) {
                wrong.add(operation + " in the future: " + answer);
            }
        });
        seed.change(clock);
        var after = answers(insurer, then);
        before.forEach((operation, answer) -> assertEquals(answer, after.get(operation), operation));
        assertNotEquals(
                lately.get("listEntitlements"), answers(insurer, Map.of()).get("listEntitlements"));
        assertEquals(List.of(), wrong);
    }

    @Test
    void a_list_is_the_same_page_by_page_and_refuses_the_cursor_of_another() {
        var operations = Requests.operations();
        var insurer = viewers.stream()
                .filter(viewer -> Seed.ONE.uzovi().equals(viewer.code()))
                .findFirst()
                .orElseThrow();
        int paged = 0;
        for (var row : Table.ROWS) {
            var operation = operations.get(row.operationId());
            if (!operation.query().contains("cursor") || !row.roles().contains(insurer.role())) {
                continue;
            }
            var mine = row.things().apply(seed).stream().filter(insurer::sees).findFirst();
            var whole = page(operation, row, insurer, mine.orElse(null), 1_000, null);
            List<Object> all = whole.path("$");
            var told = new ArrayList<>();
            String cursor = null;
            do {
                var answer = page(operation, row, insurer, mine.orElse(null), 1 + all.size() / 3, cursor);
                told.addAll(answer.path("$"));
                cursor = cursor(answer);
            } while (cursor != null && told.size() < all.size());
            // What others do meanwhile comes last.
            assertEquals(all, told.subList(0, Math.min(all.size(), told.size())), row.operationId());
            paged += all.size() > 1 ? 1 : 0;
            // Neither a place nor, with its many parts, any of another list.
            var foreign = page(operation, row, insurer, mine.orElse(null), 1, "YQBiAGMAZA");
            expect(row, insurer, foreign, Set.of(400));
            foreign.then().body("errors.location", hasItem("cursor"));
        }
        assertTrue(paged >= 14, paged + " lists had more than one page");
        assertEquals(List.of(), wrong);
    }

    private static Response page(Operation operation, Row row, Viewer viewer, Thing thing, int limit, String cursor) {
        var asked = new TreeMap<>(Map.of("limit", String.valueOf(limit)));
        if (cursor != null) {
            asked.put("cursor", cursor);
        }
        return Requests.send(operation, row, viewer, thing, "application/json", asked);
    }

    private static String cursor(Response answer) {
        var next = answer.header("Link");
        return next == null ? null : next.replaceAll(".*[?&]cursor=([^&>]*).*", "$1");
    }

    /** What each operation that takes a moment answers to the insurer whose things come first. */
    private Map<String, String> answers(Viewer insurer, Map<String, String> asked) {
        var operations = Requests.operations();
        var answers = new TreeMap<String, String>();
        for (var row : Table.ROWS) {
            var operation = operations.get(row.operationId());
            if (operation.query().contains("knownAt") && row.roles().contains(insurer.role())) {
                var mine =
                        row.things().apply(seed).stream().filter(insurer::sees).findFirst();
                var filter = new TreeMap<>(asked);
                if (operation.query().contains("uzovi")) {
                    // Of one insurer only: an answer about all would be final for what other tests have yet to record.
                    filter.put("uzovi", insurer.code());
                }
                var answer = Requests.send(operation, row, insurer, mine.orElse(null), "application/json", filter);
                answers.put(row.operationId(), answer.statusCode() + " " + answer.asString());
            }
        }
        return answers;
    }

    private void tried(Operation operation, Row row, Viewer viewer) {
        switch (row.kind()) {
            case LIST -> listed(operation, row, viewer);
            case READ -> {
                for (var thing : row.things().apply(seed)) {
                    for (var type : operation.mediaTypes()) {
                        var answer = Requests.send(operation, row, viewer, thing, type, Map.of());
                        expect(row, viewer, answer, viewer.sees(thing) ? Set.of(200, 204) : Set.of(404));
                        nothingOfOthers(row, viewer, answer);
                    }
                }
            }
            case ACT ->
                row.things().apply(seed).stream()
                        .filter(thing -> !viewer.sees(thing))
                        .forEach(thing -> expect(
                                row,
                                viewer,
                                Requests.send(operation, row, viewer, thing, "application/json", Map.of()),
                                Set.of(403, 404)));
            case OPEN, SHARED -> {
                // Nothing here belongs to anybody.
            }
        }
    }

    private void listed(Operation operation, Row row, Viewer viewer) {
        var asked = new ArrayList<Map<String, String>>(List.of(Map.of()));
        for (var side : List.of(Seed.ONE, Seed.TWO)) {
            var codes = new TreeMap<>(Map.of("uzovi", side.uzovi(), "agb", side.agb(), "rho", side.rho()));
            codes.keySet().retainAll(operation.query());
            codes.forEach((parameter, code) -> asked.add(Map.of(parameter, code)));
        }
        for (var type : operation.mediaTypes()) {
            for (var filter : asked) {
                var answer = Requests.send(operation, row, viewer, null, type, filter);
                expect(row, viewer, answer, filter.isEmpty() ? Set.of(200) : Set.of(200, 404));
                nothingOfOthers(row, viewer, answer);
                if (filter.isEmpty() && viewer.code() != null && !row.emptyFor().contains(viewer.role())) {
                    somethingOfTheirOwn(row, viewer, answer);
                }
            }
        }
    }

    private void expect(Row row, Viewer viewer, Response answer, Set<Integer> statuses) {
        if (!statuses.contains(answer.statusCode())) {
            wrong.add(row.operationId() + " asked by " + viewer + " answers " + answer.statusCode() + ", not "
                    + statuses + ": " + answer.asString());
        }
    }

    private void nothingOfOthers(Row row, Viewer viewer, Response answer) {
        if (row.everythingFor().contains(viewer.role())) {
            return;
        }
        seed.everything().stream()
                .filter(viewer::isKeptFrom)
                .filter(thing -> answer.statusCode() < 400 && tells(answer, thing.id()))
                .forEach(thing -> wrong.add(row.operationId() + " tells " + viewer + " of " + thing));
    }

    private void somethingOfTheirOwn(Row row, Viewer viewer, Response answer) {
        if (seed.everything().stream().filter(viewer::sees).noneMatch(thing -> tells(answer, thing.id()))) {
            wrong.add(row.operationId() + " tells " + viewer + " nothing of their own: " + answer.asString());
        }
    }

    /** As a word of its own: not within a hash, an id or an amount. */
    private static boolean tells(Response answer, String id) {
        return Pattern.compile("(?<![0-9A-Za-z.-])" + Pattern.quote(id) + "(?![0-9A-Za-z.-])")
                .matcher(answer.asString())
                .find();
    }
}
