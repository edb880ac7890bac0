package nl.mtvp.plan.region.rest;

import static java.util.stream.Collectors.joining;
import static nl.mtvp.plan.Api.agb;
import static nl.mtvp.plan.Api.approver;
import static nl.mtvp.plan.Api.buyer;
import static nl.mtvp.plan.Api.get;
import static nl.mtvp.plan.Api.line;
import static nl.mtvp.plan.Api.next;
import static nl.mtvp.plan.Api.post;
import static nl.mtvp.plan.Api.practice;
import static nl.mtvp.plan.Api.practices;
import static nl.mtvp.plan.Api.preferent;
import static nl.mtvp.plan.Api.region;
import static nl.mtvp.plan.Api.rho;
import static nl.mtvp.plan.Api.service;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class RegionResourceTest {

    private static final String PROBLEM = "application/problem+json";

    @BeforeEach
    void in_may() {
        TestClock.at("2023-05-01");
    }

    @Test
    void D1_the_catalogue_has_its_eighteen_interventions_from_their_date_on() {
        get(buyer("3311"), "/interventions")
                .statusCode(200)
                .body("$", hasSize(18))
                .body("find { it.code == 'GG-03' }.kernelement", is("GOEDE_GESPREK"))
                .body("findAll { it.kernelement == 'ANDERS_WERKEN' }", hasSize(9));
        get(buyer("3311"), "/interventions?usableOn=2022-12-31").statusCode(200).body("$", empty());
        get(buyer("3311"), "/interventions?usableOn=yesterday").statusCode(400).contentType(PROBLEM);
        get(Tokens.of("somebody", "portal"), "/interventions").statusCode(403);
    }

    @Test
    void a_list_pages_by_cursor() {
        var page = get(buyer("3311"), "/interventions?limit=10").statusCode(200).body("$", hasSize(10));
        get(buyer("3311"), next(page)).statusCode(200).body("$", hasSize(8)).body("code[0]", is("GG-02"));
    }

    @Test
    void what_a_region_has_is_listed_page_by_page_and_a_foreign_cursor_is_refused() {
        var code = region("Zeist", "Bunnik", "De Bilt");
        var agb = agb();
        practices(code, line(agb, "Zeist", 2_000), line(agb(), "Bunnik", 3_000), line(agb(), "Zeist", 1_000));
        List.of("7095", "0101", "3311").forEach(uzovi -> preferent(code, uzovi));
        var keys = Map.of("hubs", "name", "preferent-insurers", "uzovi", "practices", "agb");
        keys.forEach((list, key) -> {
            var path = "/regions/" + code + "/" + list;
            List<String> all = get(service(), path).statusCode(200).extract().path(key);
            var page = get(service(), path + "?limit=2").body(key, is(all.subList(0, 2)));
            get(service(), next(page)).statusCode(200).body(key, is(all.subList(2, 3)));
        });
        var paths = Stream.concat(
                keys.keySet().stream().map(list -> "/regions/" + code + "/" + list),
                Stream.of("/regions", "/rhos", "/practices/" + agb + "/affiliations"));
        paths.forEach(path -> List.of("%3F", "AAAA").forEach(foreign -> get(service(), path + "?cursor=" + foreign)
                .statusCode(400)
                .body("errors.location", contains("cursor"))));
    }

    @Test
    void an_rho_registers_itself_and_nobody_else() {
        var code = region("Bunnik");
        var again = Map.of("code", code, "name", "again", "kvk", "12345678");

        post(rho(code), "/rhos", again).statusCode(409).body("type", is("urn:mtvp:problem:rho-exists"));
        post(rho("Other"), "/rhos", again).statusCode(403);
        post(buyer("3311"), "/rhos", again).statusCode(403);
        post(rho(code), "/rhos", Map.of("code", "a b", "kvk", "1"))
                .statusCode(400)
                .body("errors.location", containsInAnyOrder("/code", "/kvk", "/name"));
        get(buyer("3311"), "/rhos?limit=1000").statusCode(200).body("code", hasItem(code));
    }

    @Test
    void a_region_belongs_to_a_registered_rho() {
        var code = region();
        var unknown = Map.of("code", code + "-2", "name", "x", "rho", "Nobody");

        post(rho("Nobody"), "/regions", unknown)
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:rho-not-registered"));
        post(rho(code), "/regions", unknown).statusCode(403);
        post(rho(code), "/regions", Map.of("code", code, "name", "x", "rho", code))
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:region-exists"));
        post(rho(code), "/regions", Map.of("rho", code))
                .statusCode(400)
                .body("errors.location", contains("/code", "/name"));
        get(buyer("3311"), "/regions/" + code).statusCode(200).body("rho", is(code));
        get(buyer("3311"), "/regions?rho=" + code).statusCode(200).body("code", contains(code));
        get(buyer("3311"), "/regions/None").statusCode(404).contentType(PROBLEM);
    }

    @Test
    void a_hub_is_known_by_its_name() {
        var code = region("De Bilt", "Bunnik");
        var path = "/regions/" + code + "/hubs";

        get(practice("01999901"), path).statusCode(200).body("name", contains("Bunnik", "De Bilt"));
        post(rho(code), path, Map.of("name", "Bunnik")).statusCode(409);
        for (var name : List.of(" Bunnik", "Bunnik\u2003", "\u3000Bunnik", "Bun\u2028nik")) {
            post(rho(code), path, Map.of("name", name)).statusCode(400).body("errors.location", contains("/name"));
        }
        post(rho("Other"), path, Map.of("name", "Zeist")).statusCode(403);
        for (var name : List.of("\u200b", "Zei\u200bst", "Bu\u0301nnik", " Zeist", "Zeist\u0301")) {
            post(rho(code), path, Map.of("name", name)).statusCode(400).body("errors.location", contains("/name"));
        }
        post(rho(code), "/regions/None/hubs", Map.of("name", "Zeist")).statusCode(404);
    }

    @Test
    void D5_practices_are_declared_all_or_none_and_every_faulty_line_is_named() {
        var code = region("Zeist");
        var other = region("Soest");
        var theirs = agb();
        practices(other, line(theirs, "Soest", 2_000));
        var mine = agb();
        var path = "/regions/" + code + "/practices";

        post(rho(code), path, Map.of("practices", List.of(line(mine, "Zeist", 2_350), line("0199990", "Zeist", 0))))
                .statusCode(400)
                .body("errors.location", containsInAnyOrder("/practices/1/agb", "/practices/1/ion"));
        post(rho(code), path, Map.of("practices", List.of(line(mine, "Zeist", 1), line(mine, "Zeist", 2))))
                .statusCode(400)
                .body("errors.location", contains("/practices/1/agb"));
        post(
                        rho(code),
                        path,
                        Map.of(
                                "practices",
                                List.of(line(mine, "Zeist", 1), line(theirs, "Zeist", 1), line(agb(), "Baarn", 1))))
                .statusCode(409)
                .body("errors.location", contains("/practices/1/agb", "/practices/2/hub"))
                .body("errors.code", contains("bound-elsewhere", "unknown-hub"))
                .body("errors[0].detail", containsString("D5"));
        get(rho(code), path).statusCode(200).body("$", empty());

        post(rho(code), path, Map.of("practices", List.of(line(mine, "Zeist", 2_350))))
                .statusCode(201)
                .body("practices", is(1))
                .body("ion", is(2_350));
        practices(code, line(mine, "Zeist", 2_400));
        get(rho(code), path).statusCode(200).body("ion", contains(2_400));
        post(rho(other), path, Map.of("practices", List.of(line(agb(), "Zeist", 1))))
                .statusCode(403);
        post(practice(mine), path, Map.of("practices", List.of(line(mine, "Zeist", 1))))
                .statusCode(403);
    }

    @Test
    void practices_are_seen_by_their_rho_themselves_and_the_preferent_insurer_only() {
        var code = region("Zeist");
        var one = agb();
        var two = agb();
        practices(code, line(one, "Zeist", 2_000), line(two, "Zeist", 3_000));
        preferent(code, "3311");
        var path = "/regions/" + code + "/practices";

        get(rho(code), path).body("agb", contains(one, two));
        get(practice(one), path).body("agb", contains(one));
        get(buyer("3311"), path).body("agb", contains(one, two));
        get(service(), path).body("agb", contains(one, two));
        get(buyer("7095"), path).statusCode(200).body("$", empty());
        get(rho("Other"), path).statusCode(200).body("$", empty());
        get(Tokens.of("nobody", Roles.INSURER), path).statusCode(200).body("$", empty());
        get(Tokens.of("notary", Roles.NOTARY), path).statusCode(403);
    }

    @Test
    void D6_an_insurer_declares_itself_preferent_once() {
        var code = region();
        var path = "/regions/" + code + "/preferent-insurers";
        preferent(code, "3311");

        post(buyer("3311"), path, Map.of("uzovi", "3311")).statusCode(409);
        post(buyer("7095"), path, Map.of("uzovi", "3311")).statusCode(403);
        post(rho(code), path, Map.of("uzovi", "3311")).statusCode(403);
        post(buyer("7095"), path, Map.of("uzovi", "709")).statusCode(400).body("errors.location", contains("/uzovi"));
        var unheardOf = new Random(6)
                .ints(3_000, 'a', 'z')
                .mapToObj(Character::toString)
                .collect(joining());
        post(buyer("7095"), "/regions/" + unheardOf + "/preferent-insurers", Map.of("uzovi", "7095"))
                .statusCode(404);
        post(buyer("7095"), "/regions/None/preferent-insurers", Map.of("uzovi", "7095"))
                .statusCode(404);
        preferent(code, "0101");
        get(approver("7095"), path).statusCode(200).body("uzovi", contains("0101", "3311"));
    }
}
