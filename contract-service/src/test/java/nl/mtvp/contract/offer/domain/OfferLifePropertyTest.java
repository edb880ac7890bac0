package nl.mtvp.contract.offer.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** D25, for every state, step and moment around the expiry. */
class OfferLifePropertyTest {

    private static final Instant EXPIRY = Instant.parse("2023-06-30T22:00:00Z");

    @Property
    void D25_what_is_closed_stays_as_it_is(
            @ForAll OfferState state, @ForAll OfferStep step, @ForAll @IntRange(min = -5, max = 5) int seconds) {
        var moment = EXPIRY.plusSeconds(seconds);
        if (state != OfferState.PROPOSED) {
            assertEquals(state, OfferLife.at(state, EXPIRY, moment));
            assertEquals(Optional.empty(), OfferLife.after(state, EXPIRY, step, moment));
        }
    }

    @Property
    void D25_an_open_offer_takes_any_step_before_its_expiry_and_none_from_it_on(
            @ForAll OfferStep step, @ForAll @IntRange(min = -5, max = 5) int seconds) {
        var moment = EXPIRY.plusSeconds(seconds);
        var expected = seconds < 0 ? Optional.of(step.result()) : Optional.empty();
        assertEquals(expected, OfferLife.after(OfferState.PROPOSED, EXPIRY, step, moment));
        assertEquals(
                seconds < 0 ? OfferState.PROPOSED : OfferState.EXPIRED,
                OfferLife.at(OfferState.PROPOSED, EXPIRY, moment));
    }

    @Property
    void D25_no_step_leads_back_to_an_open_offer(@ForAll OfferState state, @ForAll OfferStep step) {
        OfferLife.after(state, EXPIRY, step, EXPIRY.minusSeconds(1))
                .ifPresent(next ->
                        assertEquals(Optional.empty(), OfferLife.after(next, EXPIRY, step, EXPIRY.minusSeconds(1))));
    }
}
