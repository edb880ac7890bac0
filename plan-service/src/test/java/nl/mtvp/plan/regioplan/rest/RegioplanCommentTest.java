package nl.mtvp.plan.regioplan.rest;

import static nl.mtvp.plan.Api.approver;
import static nl.mtvp.plan.Api.buyer;
import static nl.mtvp.plan.Api.get;
import static nl.mtvp.plan.Api.next;
import static nl.mtvp.plan.Api.post;
import static nl.mtvp.plan.Api.practice;
import static nl.mtvp.plan.Api.rho;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class RegioplanCommentTest extends RegioplanScenario {

    @Test
    void D6_rho_and_preferent_insurers_talk_a_version_over() {
        var comments = submitted() + "/comments";
        var key = UUID.randomUUID().toString();
        var question = Map.of("uzovi", "3311", "subject", "SUPPORT", "text", "How many practices?");

        post(buyer("3311"), key, comments, question)
                .statusCode(201)
                .body("uzovi", is("3311"))
                .body("writtenAt", is("2023-05-01T10:00:00Z"));
        post(buyer("3311"), key, comments, question).statusCode(201);
        post(rho(region), comments, Map.of("text", "All but two"))
                .statusCode(201)
                .body("subject", nullValue());
        post(approver("7095"), comments, Map.of("uzovi", "7095", "text", "Fine"))
                .statusCode(201);

        for (var reader : List.of(rho(region), buyer("3311"), buyer("7095"))) {
            get(reader, comments).body("text", contains("How many practices?", "All but two", "Fine"));
        }
        var page = get(rho(region), comments + "?limit=2").body("uzovi", contains("3311", null));
        get(rho(region), next(page)).body("uzovi", contains("7095"));
    }

    @Test
    void D6_nobody_else_says_or_reads_anything() {
        var version = version(UNICUM);
        var comments = version + "/comments";
        var remark = Map.of("uzovi", "3311", "text", "x");
        post(buyer("3311"), comments, remark).statusCode(404);
        post(rho(region), version + "/submissions", COMMITTED).statusCode(201);

        post(buyer("7095"), comments, remark).statusCode(403).body("type", is("urn:mtvp:problem:not-yours"));
        post(buyer("7095"), comments, Map.of("text", "x")).statusCode(403);
        post(rho(region), comments, remark).statusCode(403);
        post(buyer("3332"), comments, Map.of("uzovi", "3332", "text", "x")).statusCode(404);
        var two = Tokens.insurer("two", List.of("3311", "3332"), Roles.INSURER);
        post(two, comments, Map.of("uzovi", "3332", "text", "x"))
                .statusCode(403)
                .body("type", is("urn:mtvp:problem:insurer-is-no-party"));
        post(rho("Other"), comments, Map.of("text", "x")).statusCode(404);
        post(practice("01999901"), comments, Map.of("text", "x")).statusCode(403);
        get(rho("Other"), comments).statusCode(404);
        get(buyer("3332"), comments).statusCode(404);
        post(rho(region), comments, Map.of("subject", "WEATHER", "text", " "))
                .statusCode(400)
                .body("errors.location", containsInAnyOrder("/subject", "/text"));
    }
}
