package nl.mtvp.contract.offer.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import nl.mtvp.contract.offer.domain.Turn.End;

/** D25, for every step and moment around the expiry. */
class OfferLifePropertyTest {

    private static final Instant EXPIRY = Instant.parse("2023-06-30T22:00:00Z");
    private static final Set<OfferStep> OF_THE_PORTAL = EnumSet.of(
            OfferStep.ACCEPT_IN_PORTAL,
            OfferStep.REFUSE_IN_PORTAL,
            OfferStep.CONFIRM_WITHDRAWAL,
            OfferStep.CONFIRM_EXPIRY);

    /** A step, so many seconds after the expiry. */
    record Step(OfferStep what, int seconds) {

        Instant at() {
            return EXPIRY.plusSeconds(seconds);
        }
    }

    @Property
    void D25_never_handed_over_an_open_offer_takes_any_command_before_its_expiry_and_none_from_it_on(
            @ForAll @IntRange(min = -5, max = 5) int seconds) {
        var moment = EXPIRY.plusSeconds(seconds);
        var open = open(false);
        assertEquals(seconds < 0 ? OfferState.PROPOSED : OfferState.EXPIRED, open.at(moment));
        assertEquals(
                ended(seconds, OfferState.ACCEPTED),
                open.after(OfferStep.ACCEPT, moment).next());
        assertEquals(
                ended(seconds, OfferState.REFUSED),
                open.after(OfferStep.REFUSE, moment).next());
        assertEquals(
                ended(seconds, OfferState.WITHDRAWN),
                open.after(OfferStep.WITHDRAW, moment).next());
        assertEquals(
                ended(seconds, OfferState.OVERTAKEN),
                open.after(OfferStep.OVERTAKE, moment).next());
        for (var step : OF_THE_PORTAL) {
            assertEquals(
                    "never-handed-over",
                    open.after(step, moment).refusal().orElseThrow().code());
        }
    }

    @Property
    void D25_handed_over_an_offer_is_never_answered_here_and_no_command_ends_it_but_an_overtaking(
            @ForAll("steps") Step command, @ForAll @Size(max = 6) List<@From("steps") Step> before) {
        var life = after(open(true), before);
        var turn = life.after(command.what(), command.at());
        if (command.what() == OfferStep.ACCEPT || command.what() == OfferStep.REFUSE) {
            assertTrue(turn.refusal().isPresent());
        } else if (command.what() == OfferStep.WITHDRAW || command.what() == OfferStep.EXPIRE) {
            assertTrue(turn.end().isEmpty());
        }
    }

    @Property
    void D25_what_a_signature_or_an_overtaking_ended_stays_so_whatever_comes(
            @ForAll boolean handedOver, @ForAll @Size(max = 12) List<@From("steps") Step> steps) {
        var life = open(handedOver);
        for (var step : steps) {
            var next = after(life, List.of(step));
            if (Set.of(OfferState.ACCEPTED, OfferState.REFUSED, OfferState.OVERTAKEN)
                    .contains(life.recorded())) {
                assertEquals(life, next);
            }
            assertTrue(life.recorded().isOpen() || !next.recorded().isOpen(), "an ended offer never opens again");
            life = next;
        }
    }

    @Property
    void D25_the_moment_of_signing_decides_whatever_was_concluded_before(
            @ForAll @IntRange(min = -5, max = 5) int seconds,
            @ForAll boolean accepts,
            @ForAll List<@From("steps") Step> before) {
        var life = after(
                open(true),
                before.stream()
                        .filter(step -> !OF_THE_PORTAL.contains(step.what()))
                        .toList());
        var step = accepts ? OfferStep.ACCEPT_IN_PORTAL : OfferStep.REFUSE_IN_PORTAL;
        var answer = accepts ? OfferState.ACCEPTED : OfferState.REFUSED;
        var turn = life.after(step, EXPIRY.plusSeconds(seconds));
        if (life.recorded() == OfferState.OVERTAKEN) {
            assertTrue(turn.refusal().isPresent());
        } else if (seconds < 0) {
            assertEquals(Optional.of(new End(EXPIRY.plusSeconds(seconds), Through.PORTAL)), turn.end());
            assertEquals(Optional.of(answer), turn.next());
        } else {
            assertEquals("signed-after-the-expiry", turn.refusal().orElseThrow().code());
        }
    }

    @Property
    void D25_the_same_message_of_the_portal_twice_changes_nothing_more(
            @ForAll("steps") Step message, @ForAll @Size(max = 8) List<@From("steps") Step> before) {
        var once = after(open(true), before);
        if (OF_THE_PORTAL.contains(message.what())
                && once.after(message.what(), message.at()).refusal().isEmpty()) {
            var first = after(once, List.of(message));
            var again = first.after(message.what(), message.at());
            assertTrue(again.next().isEmpty() && again.refusal().isEmpty(), first + " then " + again);
        }
    }

    @Property
    void D25_only_the_portal_or_its_silence_ends_what_was_handed_over(
            @ForAll @Size(max = 10) List<@From("steps") Step> steps) {
        var life = after(open(true), steps);
        if (life.recorded() == OfferState.EXPIRED || life.recorded() == OfferState.WITHDRAWN) {
            var through = life.end().orElseThrow().through();
            assertTrue(through == Through.PORTAL || through == Through.SILENCE);
        }
        assertFalse(!life.recorded().isOpen() && life.end().isEmpty());
    }

    @Provide
    Arbitrary<Step> steps() {
        return Combinators.combine(
                        Arbitraries.of(OfferStep.class), Arbitraries.integers().between(-5, 5))
                .as(Step::new);
    }

    private static OfferLife open(boolean handedOver) {
        return new OfferLife(OfferState.PROPOSED, EXPIRY, handedOver, Optional.empty());
    }

    /** The life after those of these steps that it allows. */
    private static OfferLife after(OfferLife life, List<Step> steps) {
        var now = life;
        for (var step : steps) {
            var turn = now.after(step.what(), step.at());
            if (turn.next().isPresent()) {
                now = new OfferLife(turn.next().get(), EXPIRY, life.handedOver(), turn.end());
            }
        }
        return now;
    }

    private static Optional<OfferState> ended(int seconds, OfferState state) {
        return seconds < 0 ? Optional.of(state) : Optional.empty();
    }
}
