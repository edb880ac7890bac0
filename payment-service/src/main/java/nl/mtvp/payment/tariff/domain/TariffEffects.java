package nl.mtvp.payment.tariff.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.payment.entitlement.domain.Entitlement;
import nl.mtvp.payment.entitlement.domain.Facts;
import nl.mtvp.payment.entitlement.domain.Facts.Source;
import nl.mtvp.payment.entitlement.domain.Facts.Tariff;
import org.threeten.extra.YearQuarter;

/** What a proposed tariff would change in what is due, quarter by quarter, by the formula that runs use (D37, D41). */
public final class TariffEffects {

    private final TariffProposal proposal;
    private final Tariff proposed;
    private final SortedMap<YearQuarter, Effect> quarters = new TreeMap<>();

    /** @param now when it is asked, for want of a moment at which the proposal was known */
    public TariffEffects(TariffProposal proposal, Instant now) {
        this.proposal = proposal;
        this.proposed = new Tariff(proposal.euro().cents(), new Source(proposal.id(), now, null));
    }

    /**
     * One quarter.
     *
     * @param contracts for which an amount changes
     */
    public record Effect(long contracts, long beforeCents, long afterCents) {

        static final Effect NONE = new Effect(0, 0, 0);

        Effect plus(long before, long after) {
            return new Effect(
                    contracts + (before == after ? 0 : 1),
                    Math.addExact(beforeCents, before),
                    Math.addExact(afterCents, after));
        }
    }

    /** Takes one contract's quarter in; a tariff holds for the quarters whose peildatum is one of its days. */
    public void add(Facts facts) {
        if (holdsOn(Quarters.peildatum(facts.quarter()))) {
            long before = Entitlement.of(facts).totalCents();
            long after = Entitlement.of(facts.with(proposed)).totalCents();
            quarters.merge(
                    facts.quarter(),
                    Effect.NONE.plus(before, after),
                    (one, other) -> new Effect(
                            one.contracts() + other.contracts(),
                            Math.addExact(one.beforeCents(), other.beforeCents()),
                            Math.addExact(one.afterCents(), other.afterCents())));
        }
    }

    private boolean holdsOn(LocalDate day) {
        return !day.isBefore(proposal.validFrom())
                && (proposal.validUntil() == null || day.isBefore(proposal.validUntil()));
    }

    public TariffProposal proposal() {
        return proposal;
    }

    public SortedMap<YearQuarter, Effect> quarters() {
        return quarters;
    }
}
