package nl.mtvp.contract.offer.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Optional;
import nl.mtvp.contract.offer.domain.Turn.End;
import nl.mtvp.contract.offer.domain.Turn.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D25 as a table: an offer that was handed over, open until noon, and what each message makes of each state. */
class OfferLifeTest {

    private static final Instant EXPIRY = at("12:00");

    @ParameterizedTest(name = "{0} at {1} through {2}, then {3} at {4}: {5}")
    @CsvSource({
        // recorded, ended at, through, step, at, becomes
        "PROPOSED,    ,      ,        ACCEPT_IN_PORTAL,   11:59, ACCEPTED",
        "PROPOSED,    ,      ,        ACCEPT_IN_PORTAL,   12:00, signed-after-the-expiry",
        "PROPOSED,    ,      ,        CONFIRM_EXPIRY,     12:00, EXPIRED",
        "PROPOSED,    ,      ,        CONFIRM_EXPIRY,     11:59, expired-before-the-expiry",
        "PROPOSED,    ,      ,        CONFIRM_WITHDRAWAL, 11:00, withdrawal-not-asked-for",
        "PROPOSED,    ,      ,        ACCEPT,             11:00, answered-in-the-portal",
        "PROPOSED,    ,      ,        REFUSE,             11:00, answered-in-the-portal",
        "PROPOSED,    ,      ,        WITHDRAW,           11:00, WITHDRAWING",
        "PROPOSED,    ,      ,        WITHDRAW,           12:00, offer-not-open",
        "PROPOSED,    ,      ,        EXPIRE,             11:59, PROPOSED",
        "PROPOSED,    ,      ,        EXPIRE,             12:00, EXPIRING",
        "PROPOSED,    ,      ,        OVERTAKE,           13:00, OVERTAKEN",
        "EXPIRING,    ,      ,        ACCEPT_IN_PORTAL,   11:59, ACCEPTED",
        "EXPIRING,    ,      ,        REFUSE_IN_PORTAL,   11:59, REFUSED",
        "EXPIRING,    ,      ,        CONFIRM_EXPIRY,     12:00, EXPIRED",
        "EXPIRING,    ,      ,        WITHDRAW,           12:01, offer-not-open",
        "EXPIRING,    ,      ,        GIVE_UP_WAITING,    13:00, EXPIRED",
        "WITHDRAWING, ,      ,        ACCEPT_IN_PORTAL,   11:30, ACCEPTED",
        "WITHDRAWING, ,      ,        CONFIRM_WITHDRAWAL, 11:30, WITHDRAWN",
        "WITHDRAWING, ,      ,        CONFIRM_EXPIRY,     12:00, EXPIRED",
        "WITHDRAWING, ,      ,        WITHDRAW,           11:30, offer-not-open",
        "WITHDRAWING, ,      ,        GIVE_UP_WAITING,    13:00, WITHDRAWN",
        // A signature that is learned of late undoes what it was faster than
        "WITHDRAWN,   11:30, PORTAL,  ACCEPT_IN_PORTAL,   11:29, ACCEPTED",
        "WITHDRAWN,   11:30, PORTAL,  ACCEPT_IN_PORTAL,   11:30, signed-after-the-withdrawal",
        "WITHDRAWN,   13:00, SILENCE, ACCEPT_IN_PORTAL,   11:59, ACCEPTED",
        "EXPIRED,     13:00, SILENCE, ACCEPT_IN_PORTAL,   11:59, ACCEPTED",
        "EXPIRED,     13:00, SILENCE, REFUSE_IN_PORTAL,   11:59, REFUSED",
        "EXPIRED,     12:00, PORTAL,  ACCEPT_IN_PORTAL,   12:00, signed-after-the-expiry",
        // What we had concluded by ourselves is confirmed
        "WITHDRAWN,   13:00, SILENCE, CONFIRM_WITHDRAWAL, 11:30, WITHDRAWN",
        "EXPIRED,     13:00, SILENCE, CONFIRM_EXPIRY,     12:00, EXPIRED",
        "WITHDRAWN,   11:30, PORTAL,  CONFIRM_WITHDRAWAL, 11:30, WITHDRAWN",
        "WITHDRAWN,   11:30, PORTAL,  CONFIRM_WITHDRAWAL, 11:31, ended-otherwise",
        "WITHDRAWN,   11:30, PORTAL,  CONFIRM_EXPIRY,     12:00, ended-otherwise",
        "WITHDRAWN,   13:00, SILENCE, CONFIRM_EXPIRY,     12:00, WITHDRAWN",
        "EXPIRED,     12:00, PORTAL,  CONFIRM_WITHDRAWAL, 11:30, ended-otherwise",
        // Signatures and overtakings are final
        "ACCEPTED,    11:00, PORTAL,  ACCEPT_IN_PORTAL,   11:00, ACCEPTED",
        "ACCEPTED,    11:00, PORTAL,  ACCEPT_IN_PORTAL,   10:00, ended-otherwise",
        "ACCEPTED,    11:00, PORTAL,  REFUSE_IN_PORTAL,   10:00, ended-otherwise",
        "ACCEPTED,    11:00, PORTAL,  CONFIRM_WITHDRAWAL, 10:00, ended-otherwise",
        "ACCEPTED,    11:00, PORTAL,  CONFIRM_EXPIRY,     12:00, ended-otherwise",
        "REFUSED,     11:00, PORTAL,  ACCEPT_IN_PORTAL,   10:00, ended-otherwise",
        "REFUSED,     11:00, PORTAL,  ACCEPT_IN_PORTAL,   11:00, ended-otherwise",
        "ACCEPTED,    11:00, COMMAND, ACCEPT_IN_PORTAL,   11:00, ended-otherwise",
        "OVERTAKEN,   11:00, COMMAND, ACCEPT_IN_PORTAL,   10:00, ended-otherwise",
        "OVERTAKEN,   11:00, COMMAND, CONFIRM_WITHDRAWAL, 11:05, OVERTAKEN",
        "OVERTAKEN,   11:00, COMMAND, CONFIRM_EXPIRY,     12:00, OVERTAKEN",
        "ACCEPTED,    11:00, PORTAL,  OVERTAKE,           11:30, ACCEPTED"
    })
    void D25_the_moment_of_signing_decides(
            OfferState recorded, String endedAt, Through through, OfferStep step, String moment, String becomes) {
        var end = Optional.ofNullable(endedAt).map(at -> new End(at(at), through));
        var turn = new OfferLife(recorded, EXPIRY, true, end).after(step, at(moment));
        assertEquals(becomes, turn.refusal().map(Refusal::code).orElseGet(() -> turn.next()
                .orElse(recorded)
                .name()));
    }

    @Test
    void D25_a_late_signature_ends_the_offer_at_the_moment_of_signing() {
        var expired =
                new OfferLife(OfferState.EXPIRED, EXPIRY, true, Optional.of(new End(at("13:00"), Through.SILENCE)));
        assertEquals(
                Optional.of(new End(at("11:59"), Through.PORTAL)),
                expired.after(OfferStep.ACCEPT_IN_PORTAL, at("11:59")).end());
    }

    @ParameterizedTest(name = "last contact {0}: silent at {1}: {2}")
    @CsvSource({
        "2023-05-15T10:00:00Z, 2023-05-23T21:59:59Z, false", // Ascension Day and a weekend do not count
        "2023-05-15T10:00:00Z, 2023-05-23T22:00:00Z, true", // midnight in Amsterdam
        "2023-05-15T22:00:00Z, 2023-05-23T22:00:00Z, false" // which is the next day there already
    })
    void D25_the_portal_is_silent_after_five_working_days(Instant lastContact, Instant moment, boolean silent) {
        assertEquals(silent, OfferLife.isSilentFor(lastContact, moment));
    }

    @Test
    void only_what_was_handed_over_waits_for_the_portal() {
        for (var state : new OfferState[] {OfferState.EXPIRING, OfferState.WITHDRAWING}) {
            assertThrows(IllegalArgumentException.class, () -> new OfferLife(state, EXPIRY, false, Optional.empty()));
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> new OfferLife(OfferState.ACCEPTED, EXPIRY, true, Optional.empty()));
    }

    private static Instant at(String time) {
        return Instant.parse("2023-06-30T" + time + ":00Z");
    }
}
