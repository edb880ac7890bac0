package nl.mtvp.contract.admission;

import static nl.mtvp.contract.World.OFFERS;
import static nl.mtvp.contract.World.buyer;
import static nl.mtvp.contract.World.getAs;
import static nl.mtvp.contract.World.postAs;
import static nl.mtvp.contract.World.signatory;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.World;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.feed.Inbox;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class PlanFeedTest {

    private static final String PROJECTION =
            """
            select concat_ws('|', agb, round_id, rho, region, hub, quarter, ion, draw_id, withdrawn_reason,
                known_at_source, recorded_at) from admission
            union all
            select concat_ws('|', region, version_id, regioplan_id, version_number, encode(content_hash, 'hex'), rho,
                approved_at, superseded_by, known_at_source, recorded_at)
            from regioplan_version join regioplan_region using (version_id)
            order by 1
            """;

    @Inject
    Sql sql;

    @Inject
    World world;

    @Inject
    Inbox inbox;

    @Inject
    PlanFeed feed;

    @Inject
    Transactions transactions;

    @BeforeEach
    void some_day() {
        TestClock.at("2023-05-01");
    }

    @Test
    void D21_an_admission_and_the_regioplan_of_its_region_are_known_as_they_were_told() {
        var agb = world.newAgb();
        var region = world.newRegion();
        world.admission(agb, region, "2023-Q3");
        getAs(buyer("3332"), "/v1/admissions?agb=" + agb)
                .statusCode(200)
                .body("quarter", contains("2023-Q3"))
                .body("[0].regioplanVersionId", is(nullValue()));

        var versionId = world.approvedRegioplan(region, world.newRegion());
        getAs(buyer("3332"), "/v1/admissions?region=" + region + "&quarter=2023-Q3")
                .body("regioplanVersionId", contains(versionId.toString()));
        getAs(signatory(agb), "/v1/admissions?agb=" + agb).statusCode(403);
        getAs(buyer("3332"), "/v1/admissions?quarter=2023-3")
                .statusCode(400)
                .body("errors.location", contains("quarter"));
    }

    @Test
    void D6_the_approved_version_in_force_follows_its_predecessor() {
        var practice = world.admitted("3332", "2023-Q2");
        var successor = world.approvedRegioplan(practice.region());
        world.learn(
                "nl.mtvp.regioplan-superseded.v1",
                Map.of(
                        "regioplanId",
                        UUID.randomUUID(),
                        "versionId",
                        practice.versionId(),
                        "supersededByVersionId",
                        successor));
        getAs(buyer("3332"), "/v1/admissions?agb=" + practice.agb())
                .body("regioplanVersionId", contains(successor.toString()));
    }

    @Test
    void D24_a_superseded_version_is_no_ground_for_an_offer_where_its_successor_does_not_cover_the_region() {
        var practice = world.admitted("3332", "2023-Q2");
        var successor = world.approvedRegioplan(world.newRegion());
        world.learn(
                "nl.mtvp.regioplan-superseded.v1",
                Map.of(
                        "regioplanId",
                        UUID.randomUUID(),
                        "versionId",
                        practice.versionId(),
                        "supersededByVersionId",
                        successor));
        postAs(buyer("3332"), OFFERS, world.offer("3332", practice.agb(), "2023-04-01"))
                .statusCode(409)
                .body("errors.code", contains("no-approved-regioplan"));
    }

    @Test
    void a_withdrawn_admission_is_gone_and_comes_back_when_a_redraw_admits_again() {
        var practice = world.admitted("3332", "2023-Q2");
        var withdrawal = Map.of(
                "agb",
                practice.agb(),
                "region",
                practice.region(),
                "roundId",
                practice.roundId(),
                "reason",
                "the draw was void");
        world.learn("nl.mtvp.admission-withdrawn.v1", withdrawal);
        getAs(buyer("3332"), "/v1/admissions?agb=" + practice.agb()).body("", hasSize(0));

        world.learn(
                "nl.mtvp.practice-admitted.v1",
                Map.of(
                        "agb",
                        practice.agb(),
                        "rho",
                        "VB",
                        "region",
                        practice.region(),
                        "hub",
                        "hub",
                        "quarter",
                        "2023-Q2",
                        "ion",
                        4_210,
                        "roundId",
                        practice.roundId(),
                        "drawId",
                        UUID.randomUUID()));
        getAs(buyer("3332"), "/v1/admissions?agb=" + practice.agb()).body("", hasSize(1));
    }

    @Test
    void what_this_service_has_no_use_for_is_let_be_and_the_feed_goes_on() {
        var event = world.learn("nl.mtvp.praktijkplan-submitted.v1", Map.of("agb", "01999901"));
        assertEquals(Optional.of(event.id()), world.last());
    }

    @Test
    void an_event_that_arrives_again_has_no_second_effect() {
        var practice = world.admitted("3332", "2023-Q2");
        var before = world.last();
        var event = world.learn(
                "nl.mtvp.admission-withdrawn.v1",
                Map.of("agb", practice.agb(), "region", "r", "roundId", practice.roundId(), "reason", "once"));
        var known = projection();
        inbox.take(feed, before, List.of(event));
        assertEquals(known, projection());
        assertEquals(Optional.of(event.id()), world.last());
    }

    @Test
    void an_event_that_cannot_be_applied_stops_the_feed_and_leaves_no_trace() {
        var before = world.last();
        var known = projection();
        var nothingToTakeBack =
                Map.of("agb", world.newAgb(), "region", "r", "roundId", UUID.randomUUID(), "reason", "never told");
        assertThrows(
                IllegalStateException.class, () -> world.learn("nl.mtvp.admission-withdrawn.v1", nothingToTakeBack));
        assertThrows(
                IllegalStateException.class,
                () -> world.learn("nl.mtvp.practice-admitted.v1", Map.of("agb", "0199990")));
        assertEquals(before, world.last());
        assertEquals(known, projection());
    }

    @Test
    void the_projection_is_rebuilt_from_the_inbox_just_as_it_was() {
        world.admitted("3332", "2023-Q2");
        var known = projection();
        transactions.perform(() -> {
            sql.execute("delete from regioplan_version");
            sql.execute("delete from admission");
            inbox.replay(feed);
        });
        assertEquals(known, projection());
    }

    private List<String> projection() {
        return transactions.run(() -> sql.query(PROJECTION).mapTo(String.class).list());
    }
}
