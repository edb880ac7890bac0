package nl.mtvp.plan.proposal.domain;

import static nl.mtvp.kernel.testing.Refused.assertRefused;
import static nl.mtvp.plan.proposal.domain.ProposalState.ACCEPTED;
import static nl.mtvp.plan.proposal.domain.ProposalState.DECLINED;
import static nl.mtvp.plan.proposal.domain.ProposalState.FORWARDED;
import static nl.mtvp.plan.proposal.domain.ProposalState.PROPOSED;
import static nl.mtvp.plan.proposal.domain.ProposalState.REJECTED;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.plan.catalogue.domain.Intervention;
import nl.mtvp.plan.catalogue.domain.Kernelement;
import org.junit.jupiter.api.Test;

class ProposalTest {

    private static final LocalDate DAY = LocalDate.of(2023, 6, 1);
    private static final Instant NOW = Instant.parse("2023-06-01T10:00:00Z");
    private static final Entry ENTRY = new Entry("AW-10", "Group consultations", DAY);

    @Test
    void D2_a_proposal_goes_from_practice_or_rho_through_the_insurer_to_the_national_desk() {
        var ways = Map.of(
                PROPOSED, Set.of(FORWARDED, DECLINED),
                FORWARDED, Set.of(ACCEPTED, REJECTED),
                DECLINED, Set.of(),
                ACCEPTED, Set.of(),
                REJECTED, Set.of());
        for (var from : ProposalState.values()) {
            for (var to : ProposalState.values()) {
                assertEquals(ways.get(from).contains(to), from.allows(to), from + " -> " + to);
            }
        }
    }

    @Test
    void D2_what_the_desk_accepts_joins_the_catalogue_from_its_date_on() {
        assertEquals(
                new Intervention("AW-10", Kernelement.ANDERS_WERKEN, "Groepsconsulten", "Group consultations", DAY),
                proposal(FORWARDED).decide(decision(ACCEPTED, ENTRY, "desk")));
        assertNull(proposal(FORWARDED).decide(decision(REJECTED, null, "desk")));
    }

    @Test
    void D2_the_desk_decides_once_and_on_what_was_forwarded_only() {
        for (var state : EnumSet.complementOf(EnumSet.of(FORWARDED))) {
            var proposal = proposal(state);
            assertRefused(
                    "proposal-is-" + state.name().toLowerCase(Locale.ROOT),
                    () -> proposal.decide(decision(ACCEPTED, ENTRY, "desk")));
        }
        for (var state : EnumSet.complementOf(EnumSet.of(PROPOSED))) {
            var proposal = proposal(state);
            assertRefused(
                    "proposal-is-" + state.name().toLowerCase(Locale.ROOT),
                    () -> proposal.answer(answer(FORWARDED, "insurer")));
        }
        assertThrows(IllegalArgumentException.class, () -> decision(FORWARDED, null, "desk"));
        assertThrows(IllegalArgumentException.class, () -> answer(ACCEPTED, "insurer"));
        assertThrows(IllegalArgumentException.class, () -> new Answer(DECLINED, " ", new Deed("insurer", NOW)));
    }

    @Test
    void D2_nobody_takes_two_steps_of_one_proposal() {
        assertDoesNotThrow(() -> proposal(PROPOSED).answer(answer(FORWARDED, "insurer")));
        assertRefused("same-hands", () -> proposal(PROPOSED).answer(answer(FORWARDED, "proposer")));
        assertRefused("same-hands", () -> proposal(FORWARDED).decide(decision(REJECTED, null, "proposer")));
        assertRefused("same-hands", () -> proposal(FORWARDED).decide(decision(REJECTED, null, "insurer")));
    }

    @Test
    void D2_an_entry_goes_with_an_acceptance_and_follows_the_decision() {
        assertEquals(List.of("entry-goes-with-acceptance"), faults(ACCEPTED, null));
        assertEquals(List.of("entry-goes-with-acceptance"), faults(REJECTED, ENTRY));
        assertEquals(
                List.of("code-of-another-kernelement", "before-the-decision"),
                faults(ACCEPTED, new Entry("GG-10", "x", DAY.minusDays(1))));
    }

    @Test
    void D2_a_practice_or_an_rho_proposes() {
        assertThrows(InvalidInput.class, () -> new Proposer(null, null));
        assertEquals("UNICUM", new Proposer(null, "UNICUM").rho());
    }

    private static List<String> faults(ProposalState outcome, Entry entry) {
        return assertThrows(InvalidInput.class, () -> proposal(FORWARDED).decide(decision(outcome, entry, "desk")))
                .faults()
                .stream()
                .map(Fault::code)
                .toList();
    }

    /** A proposal that came to stand there. */
    private static Proposal proposal(ProposalState state) {
        var proposal = new Proposal(
                new UUID(0, 1),
                new Proposer(null, "UNICUM"),
                "UNICUM",
                new Uzovi("3311"),
                new Idea(Kernelement.ANDERS_WERKEN, "Groepsconsulten", "d", "m", "e"),
                new Deed("proposer", NOW));
        if (state != PROPOSED) {
            proposal.answer(answer(state == DECLINED ? DECLINED : FORWARDED, "insurer"));
        }
        if (state == ACCEPTED || state == REJECTED) {
            proposal.decide(decision(state, state == ACCEPTED ? ENTRY : null, "desk"));
        }
        assertEquals(state, proposal.state());
        return proposal;
    }

    private static Answer answer(ProposalState outcome, String by) {
        return new Answer(outcome, "because", new Deed(by, NOW));
    }

    private static Decision decision(ProposalState outcome, Entry entry, String by) {
        return new Decision(outcome, "because", entry, DAY, new Deed(by, NOW));
    }
}
