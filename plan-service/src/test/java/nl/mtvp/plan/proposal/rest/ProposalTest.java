package nl.mtvp.plan.proposal.rest;

import static nl.mtvp.plan.Api.agb;
import static nl.mtvp.plan.Api.buyer;
import static nl.mtvp.plan.Api.get;
import static nl.mtvp.plan.Api.post;
import static nl.mtvp.plan.Api.practice;
import static nl.mtvp.plan.Api.rho;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.Together;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import nl.mtvp.plan.Api;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class ProposalTest extends ProposalScenario {

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String databaseUrl;

    @Test
    void D2_a_practice_proposes_its_insurer_forwards_and_the_desk_accepts() {
        String id = post(practice(agb), "/intervention-proposals", idea("agb", agb))
                .statusCode(201)
                .body("agb", is(agb))
                .body("rho", is(region))
                .body("answer", nullValue())
                .extract()
                .path("id");
        var proposal = "/intervention-proposals/" + id;
        post(buyer("3311"), proposal + "/forwardings", Map.of("comment", "we like it"))
                .statusCode(201)
                .body("answer.outcome", is("FORWARDED"))
                .body("answer.reasons", is("we like it"));
        get(DESK, "/intervention-proposals?state=FORWARDED&rho=" + region).body("id", contains(id));
        accept(proposal, "2040-07-01")
                .statusCode(201)
                .body("state", is("ACCEPTED"))
                .body("decision.decidedOn", is("2040-05-01"))
                .body("decision.code", is(code));

        get(practice(agb), "/interventions?usableOn=2040-06-30&kernelement=ANDERS_WERKEN&limit=1000")
                .body("code", not(hasItem(code)));
        get(practice(agb), "/interventions?usableOn=2040-07-01&kernelement=ANDERS_WERKEN&limit=1000")
                .body("find { it.code == '" + code + "' }.nameNl", is("Groepsconsulten"));
        get(DESK, "/intervention-proposals?state=FORWARDED&rho=" + region).body("$", empty());
    }

    @Test
    void D2_an_insurer_declines_and_the_desk_rejects_with_reasons() {
        var declined = proposed();
        post(buyer("3311"), declined + "/refusals", Map.of("reasons", " "))
                .statusCode(400)
                .body("errors.location", contains("/reasons"));
        post(buyer("3311"), declined + "/refusals", Map.of("reasons", "it is AW-01 by another name"))
                .statusCode(201)
                .body("state", is("DECLINED"));
        refused(forward(declined), "proposal-is-declined");
        post(DESK, declined + "/decisions", acceptance(code, "2040-05-01")).statusCode(404);

        var rejected = forwarded();
        post(DESK, rejected + "/decisions", Map.of("decision", "REJECTED"))
                .statusCode(400)
                .body("errors.location", contains("/reasons"));
        post(DESK, rejected + "/decisions", Map.of("decision", "REJECTED", "reasons", "no evidence"))
                .statusCode(201)
                .body("state", is("REJECTED"))
                .body("decision.code", nullValue());
        refused(accept(rejected, "2040-05-01"), "proposal-is-rejected");
        refused(post(buyer("3311"), rejected + "/refusals", Map.of("reasons", "x")), "proposal-is-rejected");
    }

    @Test
    void D2_an_entry_is_held_to_the_catalogue_and_the_day_and_every_fault_is_named() {
        var proposal = forwarded();
        accept(proposal, "2040-04-30").statusCode(400).body("errors.code", contains("before-the-decision"));
        post(DESK, proposal + "/decisions", acceptance("GG-99", "2040-04-30"))
                .statusCode(400)
                .body("errors.location", contains("/entry/code", "/entry/usableFrom"));
        post(DESK, proposal + "/decisions", acceptance("AW-100", "2040-05-01"))
                .statusCode(400)
                .body("errors.location", contains("/entry/code"));
        post(DESK, proposal + "/decisions", Map.of("decision", "ACCEPTED", "reasons", "x"))
                .statusCode(400)
                .body("errors.code", contains("entry-goes-with-acceptance"));
        refused(post(DESK, proposal + "/decisions", acceptance("AW-01", "2040-05-01")), "code-taken");
        get(DESK, proposal).body("state", is("FORWARDED"));
        get(DESK, "/interventions?usableOn=2041-01-01&limit=1000").body("code", not(hasItem(code)));
    }

    @Test
    void D2_each_step_is_for_its_role_and_its_party() {
        var proposals = "/intervention-proposals";
        post(rho(region), proposals, idea("agb", agb)).statusCode(403);
        post(rho("Other"), proposals, idea("rho", region)).statusCode(403);
        post(buyer("3311"), proposals, idea("rho", region)).statusCode(403);
        var both = idea("rho", region);
        both.put("agb", agb);
        post(rho(region), proposals, both).statusCode(400).body("errors.location", contains("/agb", "/rho"));
        post(rho(region), proposals, Map.of("rho", region))
                .statusCode(400)
                .body(
                        "errors.location",
                        containsInAnyOrder(
                                "/uzovi", "/kernelement", "/name", "/description", "/motivation", "/expectedEffect"));
        post(rho("Unregistered"), proposals, idea("rho", "Unregistered")).statusCode(409);
        var nobody = agb();
        refused(post(practice(nobody), proposals, idea("agb", nobody)), "proposer-not-registered");

        var proposal = proposed();
        post(rho(region), proposal + "/forwardings", Map.of()).statusCode(403);
        post(buyer("7095"), proposal + "/forwardings", Map.of()).statusCode(404);
        forward(proposal).statusCode(201);
        post(buyer("7095"), proposal + "/refusals", Map.of("reasons", "x")).statusCode(403);
        post(buyer("3311"), proposal + "/decisions", acceptance(code, "2040-05-01"))
                .statusCode(403);
        var machine = Tokens.system("desk-system", Map.of(), Roles.NATIONAL_DESK);
        post(machine, proposal + "/decisions", acceptance(code, "2040-05-01"))
                .statusCode(403)
                .body("type", is("urn:mtvp:problem:person-needed"));
    }

    @Test
    void D2_a_proposal_is_seen_by_its_parties_and_once_forwarded_by_all_insurers_and_the_desk() {
        String id = post(practice(agb), "/intervention-proposals", idea("agb", agb))
                .extract()
                .path("id");
        var proposal = "/intervention-proposals/" + id;
        var strangers = List.of(practice(agb()), rho("Other"), Tokens.of("x", Roles.INSURER));
        for (var party : List.of(practice(agb), rho(region), buyer("3311"))) {
            get(party, proposal).statusCode(200);
            get(party, "/intervention-proposals?agb=" + agb).body("id", contains(id));
        }
        for (var early : List.of(buyer("7095"), DESK)) {
            get(early, proposal).statusCode(404);
            get(early, "/intervention-proposals?agb=" + agb).body("$", empty());
        }
        forward(proposal).statusCode(201);
        for (var reader : List.of(buyer("7095"), DESK, practice(agb), rho(region))) {
            get(reader, proposal).statusCode(200);
        }
        for (var stranger : strangers) {
            get(stranger, proposal).statusCode(404);
            get(stranger, "/intervention-proposals?agb=" + agb).body("$", empty());
        }
        get(Api.notary(), proposal).statusCode(403);
        get(DESK, "/intervention-proposals/" + UUID.randomUUID()).statusCode(404);
        get(DESK, "/intervention-proposals?state=LOST").statusCode(400);
    }

    @Test
    void D2_what_awaits_the_desk_is_listed_oldest_first() {
        var first = forwarded();
        clock.moveTo("2040-05-02");
        proposed();
        clock.moveTo("2040-05-03");
        var second = forwarded();
        var path = "/intervention-proposals?state=FORWARDED&limit=1&rho=" + region;
        var page = get(DESK, path).statusCode(200).body("id", contains(first.substring(24)));
        get(DESK, Api.next(page)).body("id", contains(second.substring(24)));
    }

    @Test
    void D2_nobody_takes_two_steps_of_one_proposal() {
        var allRoles = Tokens.sign(Tokens.person("one", Roles.RHO, Roles.INSURER, Roles.NATIONAL_DESK)
                .claim("rho", region)
                .claim("uzovi", List.of("3311")));
        String id = post(allRoles, "/intervention-proposals", idea("rho", region))
                .statusCode(201)
                .extract()
                .path("id");
        var own = "/intervention-proposals/" + id;
        post(allRoles, own + "/forwardings", Map.of()).statusCode(403).body("type", is("urn:mtvp:problem:same-hands"));
        forward(own).statusCode(201);
        post(allRoles, own + "/decisions", acceptance(code, "2040-05-01"))
                .statusCode(403)
                .body("type", is("urn:mtvp:problem:same-hands"));

        var theirs = proposed();
        post(allRoles, theirs + "/forwardings", Map.of()).statusCode(201);
        post(allRoles, theirs + "/decisions", acceptance(code, "2040-05-01")).statusCode(403);
        var uuid = theirs.substring(24);
        assertEquals("23514", state("app", decisionOn(uuid, "one", "2040-05-01", "2040-05-01")));
    }

    @Test
    void D2_of_decisions_at_once_one_counts() {
        var proposal = forwarded();
        var answers = Together.of(20, number -> (number % 2 == 0
                        ? accept(proposal, "2040-05-01")
                        : post(DESK, proposal + "/decisions", Map.of("decision", "REJECTED", "reasons", "x")))
                .extract()
                .statusCode());
        assertEquals(1, answers.stream().filter(status -> status == 201).count(), () -> "answers: " + answers);
        assertEquals(19, answers.stream().filter(status -> status == 409).count(), () -> "answers: " + answers);

        var other = proposed();
        var words = Together.of(20, number -> (number % 2 == 0
                        ? forward(other)
                        : post(buyer("3311"), other + "/refusals", Map.of("reasons", "x")))
                .extract()
                .statusCode());
        assertEquals(1, words.stream().filter(status -> status == 201).count(), () -> "answers: " + words);
        assertEquals(19, words.stream().filter(status -> status == 409).count(), () -> "answers: " + words);
    }

    @Test
    void D2_the_database_holds_the_course_of_a_proposal_and_what_was_said() {
        var uuid = proposed().substring(24);
        assertEquals("23503", state("app", decisionOn(uuid, "desk", "2040-05-01", "2040-05-01")));
        assertEquals("23001", state("app", becomes(uuid, "ACCEPTED")));
        var forwarded = forwarded().substring(24);
        assertEquals("23514", state("app", decisionOn(forwarded, "desk", "2040-05-02", "2040-05-01")));
        assertEquals("23001", state("app", becomes(forwarded, "PROPOSED")));
        assertEquals(
                "23503",
                state(
                        "app",
                        "insert into intervention values ('AW-99', 'ANDERS_WERKEN', 'x', 'x', '2040-05-01', '"
                                + forwarded + "')"));
        for (var table : List.of("intervention_proposal", "intervention_answer", "intervention_decision")) {
            assertEquals("42501", state("app", "delete from " + table));
            assertEquals("23001", state("owner", "delete from " + table));
        }
        assertEquals("42501", state("app", "update intervention set usable_from = '2000-01-01'"));
    }

    private static String becomes(String id, String state) {
        return "update intervention_proposal set state = '" + state + "' where id = '" + id + "'";
    }

    private String decisionOn(String id, String by, String decidedOn, String usableFrom) {
        return "insert into intervention_decision select id, p.proposed_by, 'FORWARDED', coalesce(answered_by, 'x'),"
                + " 'ACCEPTED', 'because', '" + code + "', 'x', date '" + usableFrom + "', date '" + decidedOn
                + "', now(), '" + by + "' from intervention_proposal p left join intervention_answer a"
                + " on a.proposal_id = p.id where id = '" + id + "'";
    }

    private String state(String user, String sql) {
        return assertThrows(SQLException.class, () -> {
                    try (var connection = DriverManager.getConnection(databaseUrl, user, user);
                            var statement = connection.createStatement()) {
                        statement.execute(sql);
                    }
                })
                .getSQLState();
    }

    private static void refused(ValidatableResponse answer, String code) {
        answer.statusCode(409).body("type", is("urn:mtvp:problem:" + code));
    }
}
