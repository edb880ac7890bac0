package nl.mtvp.contract.compliance.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.mtvp.contract.compliance.domain.ReviewLife.Standing;

/** D33, for every state, step and day around the term and the remedy. */
class ReviewLifePropertyTest {

    private static final LocalDate TODAY = LocalDate.of(2023, 11, 15);

    @Property
    void D33_what_is_decided_for_good_stays(@ForAll ReviewStep step, @ForAll boolean answered, @ForAll boolean breach) {
        var state = breach ? ReviewState.BREACH : ReviewState.COMPLIANT;
        var standing = new Standing(state, Optional.of(TODAY.minusDays(9)), answered, Optional.empty());
        assertFalse(ReviewLife.allows(standing, step, TODAY));
    }

    @Property
    void D33_no_breach_without_a_hearing_whose_term_ended_or_that_was_answered_and_a_remedy_that_ran_out(
            @ForAll @IntRange(min = -3, max = 3) int termEndsIn,
            @ForAll boolean heard,
            @ForAll boolean answered,
            @ForAll @IntRange(min = -3, max = 3) int remedyIn,
            @ForAll boolean remedy) {
        var endsOn = heard ? Optional.of(TODAY.plusDays(termEndsIn)) : Optional.<LocalDate>empty();
        var remedyUntil = remedy ? Optional.of(TODAY.plusDays(remedyIn)) : Optional.<LocalDate>empty();
        var state = remedy ? ReviewState.REMEDY : heard ? ReviewState.HEARING : ReviewState.OPEN;
        var standing = new Standing(state, endsOn, heard && answered, remedyUntil);
        boolean expected = heard && (answered || termEndsIn <= 0) && (!remedy || remedyIn <= 0);
        assertEquals(expected, ReviewLife.allows(standing, ReviewStep.FIND_BREACH, TODAY));
        assertEquals(!remedy, ReviewLife.allows(standing, ReviewStep.ASK_REMEDY, TODAY));
        assertTrue(ReviewLife.allows(standing, ReviewStep.FIND_COMPLIANT, TODAY));
        assertEquals(heard, ReviewLife.allows(standing, ReviewStep.ANSWER, TODAY));
        assertEquals(!heard, ReviewLife.allows(standing, ReviewStep.OPEN_HEARING, TODAY));
    }
}
