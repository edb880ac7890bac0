package nl.mtvp.contract.following.rest;

import static nl.mtvp.contract.Guards.refusedCopy;
import static nl.mtvp.contract.World.buyer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import nl.mtvp.contract.Guards.Row;
import nl.mtvp.contract.World;
import nl.mtvp.contract.following.FollowingJob;
import nl.mtvp.contract.following.FollowingWorld;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.Sql;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the database holds of following, whatever the service does. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class FollowingGuardsTest {

    @Inject
    World world;

    @Inject
    FollowingWorld following;

    @Inject
    FollowingJob job;

    private TestClock clock;
    private String agb;
    private String follower;
    private String proposal;
    private Row row;

    @BeforeEach
    void an_open_proposal_due_on_the_sixteenth_of_june() {
        clock = TestClock.at("2023-06-01");
        agb = world.admitted("3332", "2023-Q2").agb();
        follower = following.newInsurer();
        following.contracted("3332", agb, true);
        proposal = following.proposals(follower, agb).get(0);
        row = Row.of("following_proposal", proposal);
    }

    @Test
    void D30_the_database_holds_the_waiting_time_of_a_proposal_and_one_open_of_a_pair() {
        refusedCopy("a_proposal_waits_for_some_time", row, "id=new, due_at=2023-06-01T10:00:00Z");
        refusedCopy("a_refusal_is_in_time", row, "id=new, state=REFUSED, closed_at=2023-06-15T22:00:00Z");
        refusedCopy(
                "nothing_is_followed_before_it_is_due",
                row,
                "id=new, state=FOLLOWED, closed_at=2023-06-15T21:59:59Z",
                "id=new, state=IMPEDED, closed_at=2023-06-15T21:59:59Z");
        refusedCopy(
                "an_open_proposal_has_no_end",
                row,
                "id=new, closed_at=2023-06-02T00:00:00Z",
                "id=new, state=OVERTAKEN");
        refusedCopy("one_open_following_proposal_per_pair", row, "id=new");
    }

    @Test
    void D30_the_database_keeps_a_closed_proposal_closed_and_its_contract_the_only_one() {
        clock.moveTo("2023-06-20");
        job.work();
        for (var role : new String[] {Sql.APP, Sql.OWNER}) {
            Sql.refused(
                    Sql.ONLY_GROWS,
                    role,
                    "update following_proposal set state = 'PROPOSED', closed_at = null where id = '" + proposal + "'");
        }
        var contract = Row.of("contract", following.contracts(follower, agb).get(0));
        refusedCopy("one_contract_per_following_proposal", contract, "id=new, uzovi=3332");
    }

    @Test
    void D30_the_database_holds_that_a_waiting_time_is_three_weeks_at_most() {
        World.as(buyer(follower))
                .contentType("application/json")
                .header("If-Match", "\"0\"")
                .body(Map.of("policy", "FOLLOW", "waitingWorkingDays", 15, "tariffSeries", "MTVP"))
                .put("/v1/insurers/" + follower + "/following-policy")
                .then()
                .statusCode(200);
        var policy = new Row("following_policy", "uzovi = '" + follower + "'");
        refusedCopy(
                "a_waiting_time_is_three_weeks_at_most", policy, "waiting_working_days=16", "waiting_working_days=-1");
    }
}
