package nl.mtvp.contract.following.rest;

import static nl.mtvp.contract.World.OFFERS;
import static nl.mtvp.contract.World.PROBLEM;
import static nl.mtvp.contract.World.approver;
import static nl.mtvp.contract.World.buyer;
import static nl.mtvp.contract.World.getAs;
import static nl.mtvp.contract.World.postAs;
import static nl.mtvp.contract.World.signatory;
import static nl.mtvp.contract.following.FollowingWorld.PROPOSALS;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nl.mtvp.contract.World;
import nl.mtvp.contract.following.FollowingJob;
import nl.mtvp.contract.following.FollowingWorld;
import nl.mtvp.contract.following.db.FollowingRepository;
import nl.mtvp.contract.following.domain.FollowingProposal;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.testing.OpenTransaction;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.Together;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class FollowingResourceTest {

    /** From Thursday 2023-06-01 on, ten working days last up to and including the 15th. */
    private static final String DUE = "2023-06-15T22:00:00Z";

    private static final Map<String, Object> WHY = Map.of("reason", "the tariff is above ours");

    @Inject
    World world;

    @Inject
    FollowingWorld following;

    @Inject
    FollowingJob job;

    @Inject
    FollowingRepository proposals;

    @Inject
    Transactions transactions;

    private TestClock clock;
    private String agb;
    private String follower;

    @BeforeEach
    void an_admitted_practice_and_an_insurer_that_may_follow() {
        clock = TestClock.at("2023-06-01");
        agb = world.admitted("3332", "2023-Q2").agb();
        follower = following.newInsurer();
    }

    @Test
    void D30_silence_is_consent_from_the_due_moment_on_however_late_it_is_worked_out() {
        var preferent = following.contracted("3332", agb, true);
        getAs(buyer(follower), PROPOSALS + "?agb=" + agb)
                .body("state", contains("PROPOSED"))
                .body("dueAt", contains(DUE))
                .body("preferentContractId", contains(preferent));
        clock.moveTo("2023-06-15");
        job.work();
        assertEquals(List.of("PROPOSED"), following.states(follower, agb));
        clock.moveTo("2023-06-20");
        job.work();
        job.work();
        assertEquals(List.of("FOLLOWED"), following.states(follower, agb));
        var contract = following.contracts(follower, agb).get(0);
        getAs(buyer(follower), "/v1/contracts/" + contract)
                .body("acceptedAt", is(DUE))
                .body("startsOn", is("2023-04-01"))
                .body("tariffSeries", is("MTVP"))
                .body("textVersion", is("2023-1"));
        getAs(signatory(agb), "/v1/contracts/" + contract + "/certificate")
                .body("document.follows.contractId", is(preferent))
                .body("document.follows.uzovi", is("3332"))
                .body("document.nextState", is("FOLLOWED"));
        var told = world.told("nl.mtvp.contract-followed.v1", contract);
        assertEquals(1, told.size());
        assertEquals(
                List.of(follower, agb, "2023-04-01"),
                List.of(
                        told.get(0).get("uzovi"),
                        told.get(0).get("agb"),
                        told.get(0).get("startsOn")));
        assertEquals(List.of(), world.told("nl.mtvp.contract-accepted.v1", contract));
    }

    @Test
    void D30_nobody_follows_without_the_practices_choice_or_an_insurer_that_is_not_preferent() {
        following.contracted("3332", agb, false);
        assertEquals(List.of(), following.proposals(follower, agb));
        var other = world.admitted(follower, "2023-Q2").agb();
        following.contracted(follower, other, true);
        assertEquals(List.of(), following.proposals("3332", other));
    }

    @Test
    void D30_a_refusal_in_time_keeps_the_insurer_out_and_is_offered_again_with_its_new_series() {
        following.contracted("3332", agb, true);
        var id = following.proposals(follower, agb).get(0);
        var refusal = PROPOSALS + "/" + id + "/refusals";
        postAs(buyer(follower), refusal, Map.of("reason", " ")).statusCode(400);
        postAs(signatory(agb), refusal, WHY).statusCode(403);
        postAs(buyer("3311"), refusal, WHY).statusCode(404);
        var robot = Tokens.system("insurer", Map.of("uzovi", List.of(follower)), Roles.INSURER);
        postAs(robot, refusal, WHY).statusCode(403).body("type", is("urn:mtvp:problem:person-needed"));
        postAs(signatory(agb), PROPOSALS + "/" + id + "/renewals")
                .statusCode(409)
                .body("detail", containsString("that is PROPOSED is not renewed"));
        postAs(buyer(follower), refusal, WHY).statusCode(201).body("state", is("REFUSED"));
        clock.moveTo("2023-06-20");
        job.work();
        assertEquals(List.of(), following.contracts(follower, agb));

        policy(follower, "\"0\"", "FOLLOW", 0, "MTVP-EIGEN").statusCode(200);
        postAs(signatory(agb), PROPOSALS + "/" + id + "/renewals")
                .statusCode(201)
                .body("renews", is(id))
                .body("tariffSeries", is("MTVP-EIGEN"))
                .body("dueAt", is("2023-06-20T22:00:00Z"));
        postAs(buyer(follower), PROPOSALS + "/" + id + "/renewals")
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:following-not-renewable"));
        clock.moveTo("2023-06-21");
        job.work();
        assertEquals(List.of("REFUSED", "FOLLOWED"), following.states(follower, agb));
    }

    @Test
    void D30_from_the_due_moment_on_a_refusal_is_too_late_also_before_the_job_looked() {
        following.contracted("3332", agb, true);
        var refusal = PROPOSALS + "/" + following.proposals(follower, agb).get(0) + "/refusals";
        clock.moveTo("2023-06-16");
        clock.move(Duration.ofHours(-12));
        postAs(buyer(follower), refusal, WHY)
                .statusCode(409)
                .contentType(PROBLEM)
                .body("type", is("urn:mtvp:problem:following-not-open"));
        clock.move(Duration.ofSeconds(-1));
        postAs(buyer(follower), refusal, WHY).statusCode(201);
    }

    @Test
    void D30_a_direct_offer_that_is_accepted_first_overtakes_the_following_proposal() {
        following.contracted("3332", agb, true);
        world.contracted(follower, agb, "2023-04-01");
        assertEquals(List.of("OVERTAKEN"), following.states(follower, agb));
        clock.moveTo("2023-06-20");
        job.work();
        assertEquals(1, following.contracts(follower, agb).size());
    }

    @Test
    void D30_a_following_proposal_that_was_due_first_overtakes_the_direct_offer() {
        following.contracted("3332", agb, true);
        var offer = world.offered(follower, agb, "2023-04-01");
        clock.moveTo("2023-06-16");
        world.accept(agb, offer).statusCode(409).body("type", is("urn:mtvp:problem:contract-in-the-way"));
        job.work();
        assertEquals(List.of("FOLLOWED"), following.states(follower, agb));
        getAs(signatory(agb), OFFERS + "/" + offer).body("state", is("OVERTAKEN"));
        assertEquals(1, following.contracts(follower, agb).size());
    }

    @Test
    void D30_several_jobs_and_a_signature_at_once_make_one_contract() {
        following.contracted("3332", agb, true);
        var offer = world.offered(follower, agb, "2023-04-01");
        clock.moveTo("2023-06-16");
        var statuses = Together.of(4, at -> {
            if (at == 0) {
                return world.accept(agb, offer).extract().statusCode();
            }
            job.work();
            return 0;
        });
        job.work();
        assertEquals(409, statuses.get(0));
        assertEquals(List.of("FOLLOWED"), following.states(follower, agb));
        assertEquals(1, following.contracts(follower, agb).size());
    }

    @Test
    void D30_a_replica_does_not_wait_for_a_proposal_that_another_works_out() throws Exception {
        following.contracted("3332", agb, true);
        clock.moveTo("2023-06-20");
        try (var other = new OpenTransaction()) {
            var claimed = other.in(this::claimed).orElseThrow();
            var next = CompletableFuture.supplyAsync(() -> transactions.run(this::claimed));
            assertNotEquals(Optional.of(claimed), next.get(60, TimeUnit.SECONDS));
        }
        job.work();
        assertEquals(List.of("FOLLOWED"), following.states(follower, agb));
    }

    private Optional<UUID> claimed() {
        return proposals.claimDue(clock.instant(), Set.of()).map(FollowingProposal::id);
    }

    @Test
    void D31_insurers_with_another_scheme_or_that_do_not_follow_get_no_proposal() {
        var dsw = following.newInsurer();
        var scheme = Map.of("scheme", "ZORGZWAARTE", "validFrom", "2023-01-01");
        postAs(buyer(dsw), "/v1/insurers/" + dsw + "/schemes", scheme).statusCode(201);
        policy(follower, "\"0\"", "DONT_FOLLOW", 10, "MTVP").statusCode(200);
        following.contracted("3332", agb, true);
        assertEquals(List.of(), following.proposals(dsw, agb));
        assertEquals(List.of(), following.proposals(follower, agb));
    }

    @Test
    void D32_an_unarranged_agreement_impedes_following_until_it_is_arranged() {
        following.contracted("3332", agb, true);
        var agreement = new HashMap<String, Object>(Map.of("uzovi", follower, "agb", agb, "name", "Pilot"));
        agreement.putAll(Map.of("validFrom", "2022-01-01", "amountPerQuarter", "5000.00"));
        var existing = postAs(buyer(follower), "/v1/existing-agreements", agreement)
                .statusCode(201)
                .extract()
                .<String>path("id");
        clock.moveTo("2023-06-20");
        job.work();
        assertEquals(List.of("IMPEDED"), following.states(follower, agb));
        postAs(buyer(follower), "/v1/existing-agreements/" + existing + "/arrangements", Map.of("kind", "OFFSET"));
        postAs(
                        buyer(follower),
                        PROPOSALS + "/" + following.proposals(follower, agb).get(0) + "/renewals")
                .statusCode(201);
        clock.moveTo("2023-07-20");
        job.work();
        var contract = following.contracts(follower, agb).get(0);
        assertEquals(1, world.told("nl.mtvp.offset-agreed.v1", contract).size());
    }

    @Test
    void D30_the_end_of_the_preferent_contract_does_not_reach_the_follower_which_sees_it() {
        var preferent = following.contracted("3332", agb, true);
        clock.moveTo("2023-06-20");
        job.work();
        var ended = PROPOSALS + "?preferentEnded=true&agb=" + agb;
        getAs(buyer(follower), ended).body("", empty());
        var end = Map.of("kind", "END_DATE", "endedFrom", "2023-07-01", "grounds", "end of the scheme");
        postAs(buyer("3332"), "/v1/contracts/" + preferent + "/endings", end).statusCode(201);
        clock.moveTo("2023-07-01");
        getAs(buyer(follower), ended)
                .body("preferentContractState", contains("ENDED"))
                .body("uzovi", contains(follower));
        var contract = following.contracts(follower, agb).get(0);
        getAs(buyer(follower), "/v1/contracts/" + contract).body("state", is("ACTIVE"));
    }

    @Test
    void D30_a_proposal_is_seen_by_its_parties_only() {
        following.contracted("3332", agb, true);
        var id = following.proposals(follower, agb).get(0);
        getAs(signatory(agb), PROPOSALS + "/" + id).statusCode(200);
        getAs(approver("3311"), PROPOSALS + "/" + id).statusCode(404);
        getAs(buyer(follower), PROPOSALS + "/" + UUID.randomUUID()).statusCode(404);
        getAs(Tokens.of("notary", Roles.NOTARY), PROPOSALS).statusCode(403);
        getAs(buyer(follower), PROPOSALS + "?state=ANDERS").statusCode(400);
    }

    @Test
    void D30_a_policy_is_stated_by_its_insurer_in_its_form_on_the_version_it_read() {
        var path = "/v1/insurers/" + follower + "/following-policy";
        getAs(signatory(agb), path).statusCode(200).body("policy", is("FOLLOW")).body("waitingWorkingDays", is(10));
        policy(follower, "\"0\"", "FOLLOW", 16, "MTVP")
                .statusCode(400)
                .body("errors.location", contains("/waitingWorkingDays"));
        policy(follower, "\"0\"", "FOLLOW", 15, "MTVP").statusCode(200);
        policy(follower, "\"0\"", "DONT_FOLLOW", 15, "MTVP").statusCode(412);
        World.as(buyer("3311"))
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body(Map.of("policy", "FOLLOW", "waitingWorkingDays", 1, "tariffSeries", "MTVP"))
                .put(path)
                .then()
                .statusCode(403);
        getAs(buyer(follower), "/v1/insurers/" + world.newUzovi() + "/following-policy")
                .statusCode(404);
    }

    private static ValidatableResponse policy(String uzovi, String ifMatch, String policy, int days, String series) {
        return World.as(buyer(uzovi))
                .contentType("application/json")
                .header("If-Match", ifMatch)
                .body(Map.of("policy", policy, "waitingWorkingDays", days, "tariffSeries", series))
                .put("/v1/insurers/" + uzovi + "/following-policy")
                .then();
    }
}
