package nl.mtvp.contract;

import static nl.mtvp.contract.Guards.refused;
import static nl.mtvp.contract.Guards.refusedCopy;
import static nl.mtvp.contract.World.OFFERS;
import static nl.mtvp.contract.World.buyer;
import static nl.mtvp.contract.World.postAs;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import nl.mtvp.contract.Guards.Row;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.Sql;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the database holds of offers and of the contracts that came of them, whatever the service does. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class OfferGuardsTest {

    @Inject
    World world;

    private String open;
    private Row openOffer;
    private Row acceptedOffer;
    private Row contract;

    @BeforeEach
    void an_open_offer_and_an_accepted_one() {
        TestClock.at("2023-05-20");
        open = world.offered("3332", world.admitted("3332", "2023-Q2").agb(), "2023-04-01");
        openOffer = Row.of("offer", open);
        var agb = world.admitted("3332", "2023-Q2").agb();
        var accepted = world.offered("3332", agb, "2023-04-01");
        acceptedOffer = Row.of("offer", accepted);
        contract = Row.of(
                "contract",
                world.accept(agb, accepted).statusCode(201).extract().path("id"));
    }

    @Test
    void D28_the_database_holds_that_nothing_starts_before_the_scheme_or_within_a_quarter() {
        refusedCopy("no_start_before_the_scheme", openOffer, "id=new, starts_on=2023-01-01");
        refusedCopy("peildatum_check", openOffer, "id=new, starts_on=2023-04-02", "id=new, starts_on=2023-05-01");
        refused(
                "no_administrative_start_before_the_scheme",
                "insert into administrative_contract select id, uzovi, agb, date '2023-01-01', date '2023-01-01', 'r', 'g',"
                        + " tariff_series, text_version, 'x', 'x', proposed_at from offer where id = '" + open + "'");
    }

    @Test
    void D25_the_database_holds_how_and_when_an_offer_ends() {
        refusedCopy("an_offer_is_open_for_some_time", openOffer, "id=new, expires_at=2023-05-20T10:00:00Z");
        refusedCopy("nothing_is_accepted_after_its_expiry", acceptedOffer, "id=new, closed_at=2023-06-30T22:00:00Z");
        refusedCopy(
                "an_open_offer_has_no_end",
                openOffer,
                "id=new, closed_at=2023-05-21T00:00:00Z, closed_through=COMMAND",
                "id=new, state=REFUSED");
        refusedCopy("an_end_comes_through_something", acceptedOffer, "id=new, closed_through=null");
        refusedCopy("an_end_comes_through_one_of_these", acceptedOffer, "id=new, closed_through=POST");
        refusedCopy("an_offer_is_in_one_of_these_states", acceptedOffer, "id=new, state=LOST");
        refusedCopy("no_offer_replaces_itself", openOffer, "replaces_offer_id=" + open);
        refused(
                "an_offer_is_extended_while_it_is_open",
                "insert into offer_extension select id, 2, expires_at, expires_at + interval '1 day', 'x', 'x', expires_at"
                        + " from offer where id = '" + open + "'");
    }

    @Test
    void D25_the_database_lets_only_what_was_handed_over_wait_for_the_portal() {
        refusedCopy(
                "only_what_was_handed_over_waits_for_the_portal",
                openOffer,
                "id=new, state=EXPIRING",
                "id=new, state=WITHDRAWING");
        refusedCopy(
                "only_what_was_handed_over_waits_for_the_portal",
                acceptedOffer,
                "id=new, closed_through=PORTAL",
                "id=new, closed_through=SILENCE");
    }

    @Test
    void D25_the_database_keeps_an_answer_final_and_opens_and_shortens_nothing() {
        postAs(buyer("3332"), OFFERS + "/" + open + "/withdrawals", Map.of("reason", "wrong start"))
                .statusCode(201);
        for (var role : new String[] {Sql.APP, Sql.OWNER}) {
            onlyGrows(role, "state = 'REFUSED'", acceptedOffer);
            onlyGrows(role, "state = 'PROPOSED', closed_at = null, closed_through = null", openOffer);
            onlyGrows(role, "expires_at = expires_at - interval '1 second'", openOffer);
        }
    }

    private static void onlyGrows(String role, String change, Row row) {
        Sql.refused(Sql.ONLY_GROWS, role, "update offer set " + change + " where " + row.condition());
    }

    @Test
    void D29_the_database_holds_one_open_offer_and_one_contract_of_a_pair() {
        refusedCopy("one_open_offer_per_pair", openOffer, "id=new");
        refusedCopy(
                "one_contract_per_pair",
                contract,
                "id=new, offer_id=null",
                "id=new, offer_id=null, starts_on=2024-01-01");
        refusedCopy("one_contract_per_offer", contract, "id=new");
        refusedCopy("a_contract_has_one_origin_at_most", contract, "id=new, administrative_id=new");
        refusedCopy("a_followed_contract_has_no_offer", contract, "id=new, following_id=new");
    }

    @Test
    void D27_the_database_holds_that_a_certificate_has_the_digest_of_its_document() {
        var certificate = new Row("certificate", contract.condition().replace("id =", "contract_id ="));
        refusedCopy("the_digest_is_that_of_the_document", certificate, "document=\\x7b7d");
        refusedCopy("sha256_check", certificate, "digest=\\x00");
    }

    @Test
    void D28_D34_D35_the_database_holds_that_what_ends_a_contract_has_its_day() {
        refusedCopy("a_stop_has_a_day", contract, "id=new, stop_id=new");
        refusedCopy("no_stop_before_the_start", contract, "id=new, stop_id=new, stopped_from=2023-03-31");
        refusedCopy("an_end_has_a_day", contract, "id=new, end_id=new");
        refusedCopy("no_end_before_the_start", contract, "id=new, end_id=new, ended_from=2023-03-31");
        refusedCopy("an_annulment_has_a_moment", contract, "id=new, annulment_id=new");
    }
}
