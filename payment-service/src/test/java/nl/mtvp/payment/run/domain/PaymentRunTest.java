package nl.mtvp.payment.run.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.approval.domain.Withdrawal;
import org.junit.jupiter.api.Test;
import org.threeten.extra.YearQuarter;

/** D46: a run has what its state brings, and nothing that another state brings. */
class PaymentRunTest {

    private static final Instant CUT_OFF = Instant.parse("2023-07-03T10:00:00Z");
    private static final Deed MADE = new Deed("maker", CUT_OFF);
    private static final Deed APPROVED = new Deed("approver", CUT_OFF.plusSeconds(60));
    private static final Instant POSTED_AT = CUT_OFF.plusSeconds(61);
    private static final Withdrawal WITHDRAWN = new Withdrawal(new Deed("maker", CUT_OFF.plusSeconds(90)), "too early");
    private static final String HASH = "0".repeat(64);

    /** What a run may have beside what was asked for. */
    private enum Has {
        PROPOSAL,
        APPROVAL,
        POSTING,
        WITHDRAWAL
    }

    /** A run is withdrawn from each of the three states before it is posted, and keeps what it had. */
    private static final Map<RunState, Set<Set<Has>>> BROUGHT = Map.of(
            RunState.COMPUTING, Set.of(Set.of()),
            RunState.DRAFT, Set.of(Set.of(Has.PROPOSAL)),
            RunState.APPROVED, Set.of(Set.of(Has.PROPOSAL, Has.APPROVAL)),
            RunState.POSTED, Set.of(Set.of(Has.PROPOSAL, Has.APPROVAL, Has.POSTING)),
            RunState.WITHDRAWN,
                    Set.of(
                            Set.of(Has.WITHDRAWAL),
                            Set.of(Has.WITHDRAWAL, Has.PROPOSAL),
                            Set.of(Has.WITHDRAWAL, Has.PROPOSAL, Has.APPROVAL)),
            RunState.FAILED, Set.of(Set.of()));

    @Test
    void D46_a_run_that_has_what_its_state_brings_is_one() {
        BROUGHT.forEach((state, several) ->
                several.forEach(has -> assertEquals(state, run(state, has).state())));
    }

    @Property
    void D46_a_run_that_has_what_another_state_brings_is_none(@ForAll RunState state, @ForAll Set<Has> has) {
        Assume.that(!BROUGHT.get(state).contains(has));
        assertThrows(IllegalArgumentException.class, () -> run(state, has));
    }

    @Test
    void D46_nobody_approves_or_posts_by_half() {
        assertThrows(IllegalArgumentException.class, () -> run(RunState.DRAFT, Set.of(Has.PROPOSAL, Has.APPROVAL)));
        assertThrows(IllegalArgumentException.class, () -> run(RunState.POSTED, Set.of(Has.PROPOSAL, Has.POSTING)));
        assertThrows(IllegalArgumentException.class, () -> run(RunState.WITHDRAWN, Set.of(Has.PROPOSAL)));
        assertThrows(
                IllegalArgumentException.class, () -> run(RunState.WITHDRAWN, Set.of(Has.WITHDRAWAL, Has.APPROVAL)));
    }

    @Test
    void D46_an_approval_names_the_proposal_that_is_there() {
        var draft = run(RunState.DRAFT, Set.of(Has.PROPOSAL));
        draft.requireProposal(HASH);
        assertThrows(RunRefused.class, () -> draft.requireProposal("1".repeat(64)));
        var computing = run(RunState.COMPUTING, Set.of());
        assertThrows(RunRefused.class, () -> computing.requireProposal(HASH));
    }

    @Test
    void D46_a_run_is_withdrawn_until_it_is_posted() {
        for (var state : List.of(RunState.COMPUTING, RunState.DRAFT, RunState.APPROVED)) {
            one(state).require(RunState.WITHDRAWN);
        }
        for (var state : List.of(RunState.POSTED, RunState.WITHDRAWN, RunState.FAILED)) {
            var ended = one(state);
            assertThrows(RunRefused.class, () -> ended.require(RunState.WITHDRAWN));
        }
    }

    private static PaymentRun one(RunState state) {
        return run(state, BROUGHT.get(state).iterator().next());
    }

    private static PaymentRun run(RunState state, Set<Has> has) {
        return new PaymentRun(
                new UUID(0, 1),
                new Uzovi("7001"),
                YearQuarter.of(2023, 3),
                state,
                CUT_OFF,
                MADE,
                Optional.of(HASH).filter(hash -> has.contains(Has.PROPOSAL)),
                Optional.of(APPROVED).filter(approved -> has.contains(Has.APPROVAL)),
                Optional.of(POSTED_AT).filter(postedAt -> has.contains(Has.POSTING)),
                Optional.of(WITHDRAWN).filter(withdrawn -> has.contains(Has.WITHDRAWAL)),
                0,
                null);
    }
}
