package nl.mtvp.contract.following.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** D30, for every state, step and moment around the due moment. */
class FollowingLifePropertyTest {

    private static final Instant DUE = Instant.parse("2023-06-15T22:00:00Z");

    @Property
    void D30_what_is_closed_stays_as_it_is(
            @ForAll FollowingState state,
            @ForAll FollowingStep step,
            @ForAll @IntRange(min = -5, max = 5) int seconds) {
        if (state != FollowingState.PROPOSED) {
            assertEquals(Optional.empty(), FollowingLife.after(state, DUE, step, DUE.plusSeconds(seconds)));
        }
    }

    @Property
    void D30_an_insurer_refuses_before_the_due_moment_and_silence_is_consent_from_it_on(
            @ForAll @IntRange(min = -5, max = 5) int seconds) {
        boolean due = seconds >= 0;
        assertEquals(
                due ? Optional.empty() : Optional.of(FollowingState.REFUSED), after(FollowingStep.REFUSE, seconds));
        assertEquals(
                due ? Optional.of(FollowingState.FOLLOWED) : Optional.empty(),
                after(FollowingStep.TAKE_EFFECT, seconds));
        assertEquals(
                due ? Optional.of(FollowingState.IMPEDED) : Optional.empty(), after(FollowingStep.IMPEDE, seconds));
        assertEquals(Optional.of(FollowingState.OVERTAKEN), after(FollowingStep.OVERTAKE, seconds));
    }

    @Property
    void D30_only_what_was_refused_or_impeded_is_renewed(@ForAll FollowingState state) {
        boolean expected = state == FollowingState.REFUSED || state == FollowingState.IMPEDED;
        assertEquals(expected, FollowingLife.mayBeRenewed(state));
    }

    private static Optional<FollowingState> after(FollowingStep step, int seconds) {
        return FollowingLife.after(FollowingState.PROPOSED, DUE, step, DUE.plusSeconds(seconds));
    }
}
