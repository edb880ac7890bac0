package nl.mtvp.contract.portal;

import static nl.mtvp.contract.World.OFFERS;
import static nl.mtvp.contract.World.buyer;
import static nl.mtvp.contract.World.getAs;
import static nl.mtvp.contract.World.kvkOf;
import static nl.mtvp.contract.World.signatory;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TokenResource;
import org.junit.jupiter.api.Test;

/** What the portal's messages do to the life of an offer, however late and in whatever order they come (D25, D27). */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
@WithTestResource(value = PortalResource.class, scope = TestResourceScope.MATCHING_RESOURCES)
class PortalAnswerTest extends AnsweredOfferTest {

    @Test
    void D27_an_acceptance_in_the_portal_makes_a_contract_whose_certificate_names_the_message() throws Exception {
        clock.moveTo("2023-06-12");
        var message = Listener.accepted(offer, "2023-06-12T09:30:00Z");
        message.put("othersMayFollow", true);
        send(message);

        String contract = getAs(signatory(agb), "/v1/contracts?agb=" + agb)
                .body("", hasSize(1))
                .body("[0].acceptedAt", is("2023-06-12T09:30:00Z"))
                .body("[0].startsOn", is("2023-04-01"))
                .extract()
                .path("[0].id");
        getAs(buyer("3332"), "/v1/contracts/" + contract + "/certificate")
                .body("document.channel", is("PORTAL"))
                .body("document.portalMessageId", is(message.get("messageId")))
                .body("document.signedBy.subject", is("portal-user-4711"))
                .body("document.signedBy.name", is("J. de Vries"))
                .body("document.signedBy.client", is(Listener.CLIENT))
                .body("document.onBehalfOf.kvk", is(kvkOf(agb)))
                .body("document.signedAt", is("2023-06-12T09:30:00Z"))
                .body("document.othersMayFollow", is(true))
                .body("document.affirmations.growthModel", is(true));
        getAs(buyer("3332"), MESSAGES + "?direction=INCOMING&offerId=" + id)
                .body("state", contains("APPLIED"))
                .body("kind", contains("ACCEPTED"));
    }

    @Test
    void D25_signed_before_the_expiry_is_accepted_however_late_and_at_it_is_not() throws Exception {
        expired();
        state("EXPIRING");
        send(Listener.accepted(offer, EXPIRY));
        state("EXPIRING");
        assertDeadLetter("signed-after-the-expiry");
        send(Listener.accepted(offer, BEFORE_THE_EXPIRY));
        state("ACCEPTED");
        assertEquals(1, contracts());
    }

    @Test
    void D25_signed_before_the_withdrawal_was_confirmed_is_accepted_and_after_it_is_not() throws Exception {
        withdraw();
        state("WITHDRAWING");
        clock.moveTo("2023-05-22");
        send(Listener.closed("WITHDRAWAL_CONFIRMED", offer, "2023-05-21T10:00:00Z"));
        getAs(buyer("3332"), OFFERS + "/" + id)
                .body("state", is("WITHDRAWN"))
                .body("closedAt", is("2023-05-21T10:00:00Z"))
                .body("closedReason", is("wrong start"));
        send(Listener.accepted(offer, "2023-05-21T10:00:00Z"));
        state("WITHDRAWN");
        assertDeadLetter("signed-after-the-withdrawal");
        send(Listener.accepted(offer, "2023-05-21T09:59:59Z"));
        state("ACCEPTED");
    }

    @Test
    void D25_the_portal_confirms_an_expiry_and_the_practice_gets_a_new_offer_that_names_the_old_one() throws Exception {
        expired();
        send(Listener.closed("EXPIRY_CONFIRMED", offer, EXPIRY));
        state("EXPIRED");
        reoffered().body("replacesOfferId", is(id));
    }

    @Test
    void D25_a_refused_offer_may_be_made_again() throws Exception {
        send(Listener.refused(offer, "2023-05-20T09:00:00Z"));
        state("REFUSED");
        reoffered().body("replacesOfferId", is(id));
    }

    @Test
    void D25_after_five_working_days_of_silence_our_clock_decides_and_a_signature_still_wins() throws Exception {
        expired();
        delivery.work();
        clock.moveTo("2023-07-07");
        silence.work();
        state("EXPIRING");
        clock.moveTo("2023-07-08");
        silence.work();
        state("EXPIRED");

        String newer = reoffered().extract().path("id");
        delivery.work();
        send(Listener.accepted(offer, BEFORE_THE_EXPIRY));
        state("ACCEPTED");
        getAs(buyer("3332"), OFFERS + "/" + newer).body("state", is("OVERTAKEN"));
        delivery.work();
        assertEquals(
                List.of("OFFER", "WITHDRAWAL_REQUEST"),
                portal.about(newer).stream()
                        .map(message -> message.get("kind").textValue())
                        .toList());
        send(Listener.accepted(portal.firstAbout(newer), "2023-07-08T09:00:00Z"));
        getAs(buyer("3332"), MESSAGES + "?state=DEAD_LETTER&offerId=" + newer)
                .body("problemCode", contains("ended-otherwise"));
        assertEquals(1, contracts());
    }

    @Test
    void D25_a_withdrawal_that_the_portal_is_silent_about_ends_after_five_working_days_since_the_last_contact()
            throws Exception {
        portal.answerNext(500);
        withdraw();
        clock.moveTo("2023-05-25");
        delivery.work();
        for (var day : List.of("2023-05-31", "2023-06-02")) {
            clock.moveTo(day);
            silence.work();
            state("WITHDRAWING");
        }
        clock.moveTo("2023-06-03");
        silence.work();
        getAs(buyer("3332"), OFFERS + "/" + id).body("state", is("WITHDRAWN")).body("closedReason", is("wrong start"));
    }
}
