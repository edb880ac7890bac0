package nl.mtvp.contract.following.domain;

import static nl.mtvp.kernel.testing.Refused.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Basis;
import nl.mtvp.contract.contract.domain.Contract;
import nl.mtvp.contract.contract.domain.Course;
import nl.mtvp.contract.contract.domain.Origin;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Kvk;
import nl.mtvp.kernel.identity.Uzovi;
import org.junit.jupiter.api.Test;

class FollowingProposalTest {

    private static final Instant DUE = Instant.parse("2023-06-15T22:00:00Z");

    @Test
    void D30_a_contract_that_came_before_the_due_moment_overtakes_and_one_from_it_on_is_too_late() {
        var overtaken = proposal().overtakenBy(contract(DUE.minusNanos(1_000)));
        assertEquals(FollowingState.OVERTAKEN, overtaken.state());
        assertEquals(DUE.minusNanos(1_000), overtaken.closing().orElseThrow().at());
        assertRefused("contract-in-the-way", () -> proposal().overtakenBy(contract(DUE)));
        assertRefused("contract-in-the-way", () -> proposal().overtakenBy(contract(DUE.plusSeconds(1))));
    }

    @Test
    void D30_a_closed_proposal_is_neither_refused_nor_overtaken() {
        var refused = proposal()
                .after(FollowingStep.REFUSE, DUE.minusSeconds(9), "buyer", Optional.of("the tariff is above ours"));
        assertRefused(
                "following-not-open",
                () -> refused.after(FollowingStep.REFUSE, DUE.minusSeconds(8), "buyer", Optional.of("again")));
        assertRefused("following-not-open", () -> refused.overtakenBy(contract(DUE.minusSeconds(8))));
    }

    private static FollowingProposal proposal() {
        var policy = FollowingPolicy.unstated(new Uzovi("3311"));
        var preferent = contract(DUE.minusSeconds(99));
        return FollowingProposal.of(UUID.randomUUID(), preferent, Optional.empty(), policy, DUE.minusSeconds(90), DUE);
    }

    private static Contract contract(Instant acceptedAt) {
        return new Contract(
                UUID.randomUUID(),
                new Origin(Origin.OriginKind.OFFER, UUID.randomUUID()),
                new Uzovi("3332"),
                new Agb("01999901"),
                new Kvk("12345678"),
                new Basis("VB", "region", UUID.randomUUID(), "ab"),
                LocalDate.of(2023, 4, 1),
                acceptedAt,
                "MTVP-2023",
                "2023-1",
                Course.UNDISTURBED);
    }
}
