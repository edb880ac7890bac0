package nl.mtvp.suite.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.mtvp.suite.common.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the portal, by the examples of its description (D25, D26, D36). */
class BookTest {

    private static final Instant PROPOSED = Instant.parse("2023-05-20T10:00:01Z");
    private static final Instant SIGNED = Instant.parse("2023-06-12T09:30:00Z");
    private static final Instant EXPIRY = Instant.parse("2023-06-30T22:00:00Z");
    private static final UUID OFFER =
            UUID.fromString(Described.example("Offer").path("offerId").asText());

    private final Book book = new Book();

    @Test
    void D36_an_offer_is_kept_and_its_repetition_gets_the_same_receipt() {
        var first = book.receive(Described.example("Offer"), PROPOSED);
        var again = book.receive(Described.example("Offer"), SIGNED);
        assertFalse(first.repeated());
        assertTrue(again.repeated());
        assertEquals(first.receivedAt(), again.receivedAt());
        assertEquals(1, book.offers().size());
    }

    @Test
    void D36_the_same_message_id_with_other_content_is_refused_and_the_order_of_keys_is_no_other_content() {
        book.receive(Described.example("Offer"), PROPOSED);
        var reordered = Json.MAPPER.createObjectNode();
        new TreeSet<>(names(Described.example("Offer")))
                .descendingSet()
                .forEach(name -> reordered.set(name, Described.example("Offer").get(name)));
        assertTrue(book.receive(reordered, SIGNED).repeated());

        var other = Described.example("Offer").put("sentAt", "2023-05-20T10:00:02Z");
        assertEquals(409, refused(() -> book.receive(other, SIGNED)).status());
    }

    @Test
    void D26_an_acceptance_tells_who_signed_what_and_when() {
        book.receive(Described.example("Offer"), PROPOSED);
        var told = closing(book.accept(OFFER, signature(true, true, true), SIGNED));

        var described = Described.example("Accepted");
        assertEquals(Described.properties("AcceptedMessage"), names(told));
        for (var property :
                List.of("closedAt", "offerVersion", "offerDigest", "signatory", "affirmations", "offerId")) {
            assertEquals(described.get(property), told.get(property), property);
        }
    }

    @Test
    void D26_an_acceptance_that_lacks_conditions_is_refused_naming_each() {
        book.receive(Described.example("Offer"), PROPOSED);
        var problem = refused(() -> book.accept(OFFER, signature(false, true, false), SIGNED));
        assertEquals(400, problem.status());
        assertEquals(
                List.of("/affirmations/learningEnvironment", "/affirmations/growthModel"),
                problem.errors().stream().map(Refusal.Fault::location).toList());
        assertTrue(book.offers().iterator().next().isOpen());
    }

    @Test
    void D25_a_refusal_has_a_reason_and_is_told() {
        book.receive(Described.example("Offer"), PROPOSED);
        assertEquals(400, refused(() -> book.refuse(OFFER, signatory(), SIGNED)).status());
        var told = closing(book.refuse(OFFER, signatory().put("reason", "no capacity this year"), SIGNED));
        assertEquals(Described.properties("RefusedMessage"), names(told));
        assertEquals("no capacity this year", told.path("reason").asText());
    }

    @Test
    void D26_another_enterprise_cannot_sign() {
        book.receive(Described.example("Offer"), PROPOSED);
        var stranger = signature(true, true, true).put("kvk", "99999999");
        assertEquals(404, refused(() -> book.accept(OFFER, stranger, SIGNED)).status());
    }

    @Test
    void D25_an_offer_closes_once() {
        book.receive(Described.example("Offer"), PROPOSED);
        var told = closing(book.accept(OFFER, signature(true, true, true), SIGNED));
        assertEquals(
                409,
                refused(() -> book.refuse(OFFER, signatory().put("reason", "no"), SIGNED))
                        .status());
        assertEquals(List.of(), book.expire(EXPIRY));

        var again = book.receive(Described.example("WithdrawalRequest"), EXPIRY);
        assertEquals(told, again.closed().orElseThrow().closing().orElseThrow());
    }

    @Test
    void D25_at_the_expiry_it_can_no_longer_be_signed() {
        book.receive(Described.example("Offer"), PROPOSED);
        assertEquals(List.of(), book.expire(EXPIRY.minusNanos(1000)));
        assertEquals(
                409,
                refused(() -> book.accept(OFFER, signature(true, true, true), EXPIRY))
                        .status());
        var told = closing(book.offers().iterator().next());
        assertEquals("EXPIRY_CONFIRMED", told.path("kind").asText());
        assertEquals(Described.properties("ConfirmationMessage"), names(told));
        assertEquals(EXPIRY.toString(), told.path("closedAt").asText());
    }

    @Test
    void D25_an_extension_moves_the_expiry_on_but_opens_nothing_again() {
        book.receive(Described.example("Offer"), PROPOSED);
        book.receive(Described.example("Extension"), SIGNED);
        assertEquals(List.of(), book.expire(EXPIRY));
        var told = closing(book.accept(OFFER, signature(true, true, true), EXPIRY));
        assertEquals(2, told.path("offerVersion").asInt());
        assertEquals(Described.example("Extension").get("offerDigest"), told.get("offerDigest"));

        var late = new Book();
        late.receive(Described.example("Offer"), PROPOSED);
        var closed =
                late.receive(Described.example("Extension"), EXPIRY).closed().orElseThrow();
        assertEquals("EXPIRY_CONFIRMED", closed.state());
    }

    @Test
    void D25_a_withdrawal_is_confirmed_and_an_expiry_when_it_has_come() {
        book.receive(Described.example("Offer"), PROPOSED);
        var withdrawn = book.receive(Described.example("WithdrawalRequest"), SIGNED);
        assertEquals("WITHDRAWAL_CONFIRMED", withdrawn.closed().orElseThrow().state());

        var other = new Book();
        other.receive(Described.example("Offer"), PROPOSED);
        assertTrue(other.receive(Described.example("ExpiryRequest"), SIGNED)
                .closed()
                .isEmpty());
        assertEquals("EXPIRY_CONFIRMED", other.expire(EXPIRY).get(0).state());
    }

    @Test
    void D25_an_offer_that_comes_past_its_expiry_is_kept_as_expired() {
        var closed = book.receive(Described.example("Offer"), EXPIRY).closed().orElseThrow();
        assertEquals("EXPIRY_CONFIRMED", closed.state());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Extension", "WithdrawalRequest", "ExpiryRequest"})
    void D36_a_request_about_an_unknown_offer_is_404(String example) {
        assertEquals(
                404,
                refused(() -> book.receive(Described.example(example), SIGNED)).status());
    }

    @Test
    void D36_every_fault_of_the_form_is_named_at_once_and_nothing_is_kept() {
        var message = Described.example("Offer").put("messageId", "42").put("colour", "blue");
        message.remove("sentAt");
        var problem = refused(() -> book.receive(message, PROPOSED));
        assertEquals(400, problem.status());
        assertEquals(
                Set.of("/messageId", "/sentAt", "/colour"),
                new TreeSet<>(
                        problem.errors().stream().map(Refusal.Fault::location).toList()));
        assertTrue(book.offers().isEmpty());
    }

    @Test
    void D36_an_offer_whose_digest_is_not_its_own_is_refused() {
        var message = Described.example("Offer");
        ((ObjectNode) message.get("offer")).put("practiceName", "another");
        assertEquals(
                "urn:mtvp:problem:digest-mismatch",
                refused(() -> book.receive(message, PROPOSED)).type());
    }

    private static Refusal.Problem refused(org.junit.jupiter.api.function.Executable act) {
        return assertThrows(Refusal.class, act).problem();
    }

    private static JsonNode closing(PortalOffer offer) {
        return offer.closing().orElseThrow();
    }

    static ObjectNode signatory() {
        return (ObjectNode) Described.example("Accepted").get("signatory");
    }

    static ObjectNode signature(boolean first, boolean second, boolean third) {
        var signature = signatory();
        signature
                .putObject("affirmations")
                .put("learningEnvironment", first)
                .put("regionalApproach", second)
                .put("growthModel", third);
        return signature;
    }

    private static Set<String> names(JsonNode object) {
        var names = new TreeSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
