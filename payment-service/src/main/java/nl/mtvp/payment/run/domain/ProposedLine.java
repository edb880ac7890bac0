package nl.mtvp.payment.run.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.entitlement.domain.Amounts;
import nl.mtvp.payment.entitlement.domain.Component;
import nl.mtvp.payment.entitlement.domain.ContractQuarter;
import nl.mtvp.payment.entitlement.domain.Difference;
import nl.mtvp.payment.entitlement.domain.Entitlement;
import nl.mtvp.payment.entitlement.domain.Facts;
import nl.mtvp.payment.entitlement.domain.Part;
import nl.mtvp.payment.entitlement.domain.ZeroReason;
import nl.mtvp.payment.ledger.domain.Creditor;
import org.threeten.extra.YearQuarter;

/**
 * What a run proposes for one contract and quarter (D45): parts that are not zero, or the reason why there are none.
 *
 * @param previous the last posted line of this contract and quarter, whose facts the parts start from; may be null
 * @param zeroReason null when there are parts
 */
public record ProposedLine(
        ContractQuarter contract, Amounts due, List<Part> parts, Booked previous, ZeroReason zeroReason) {

    /** The last posted line of a contract and quarter, with what the ledger says is booked. */
    public record Booked(UUID lineId, Facts facts, Amounts amounts) {

        public Amounts due() {
            return Entitlement.of(facts);
        }

        /** What the line says is due is what the ledger says is booked. */
        public boolean agrees() {
            return due().equals(amounts);
        }
    }

    public ProposedLine {
        parts = List.copyOf(parts);
        if (parts.isEmpty() == (zeroReason == null)) {
            throw new IllegalArgumentException("a line has parts or a reason for none");
        }
    }

    /**
     * The line, if there is one: every contract has one in the run's own quarter, and in an earlier quarter when
     * something changes there.
     *
     * @param posted the last posted line; null when there is none
     * @param everBooked whether anything was ever booked for this contract and quarter (D44)
     */
    public static Optional<ProposedLine> of(
            ContractQuarter contract, Booked posted, boolean everBooked, YearQuarter runQuarter) {
        var now = contract.facts();
        boolean ownQuarter = now.quarter().equals(runQuarter);
        var parts = everBooked && posted != null
                ? Difference.between(posted.facts(), now)
                : Difference.first(now, ownQuarter);
        if (parts.isEmpty() && !ownQuarter) {
            return Optional.empty();
        }
        return Optional.of(new ProposedLine(
                contract, Entitlement.of(now), parts, posted, parts.isEmpty() ? ZeroReason.of(now) : null));
    }

    /** Whom a component's part goes to: of a share that is no more, who had it (D49). */
    Creditor creditor(Component component) {
        if (component == Component.PRACTICE) {
            return new Creditor(contract.uzovi(), contract.agb(), null);
        }
        var share = contract.facts().share();
        return new Creditor(
                contract.uzovi(), null, (share == null ? previous.facts().share() : share).rho());
    }

    /**
     * A line of a run as it is kept (D45).
     *
     * @param previous the facts of the line posted before for this contract and quarter; null for the first
     */
    public record PaymentLine(
            UUID id,
            UUID runId,
            Uzovi uzovi,
            Agb agb,
            UUID contractId,
            Facts facts,
            Facts previous,
            Amounts due,
            List<Part> parts,
            ZeroReason zeroReason) {

        public PaymentLine {
            parts = List.copyOf(parts);
        }
    }
}
