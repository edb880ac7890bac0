package nl.mtvp.payment.balance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.failure.NotFound;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.entitlement.db.FactsRepository;
import nl.mtvp.payment.entitlement.domain.Amounts;
import nl.mtvp.payment.entitlement.domain.ClawbackEstimate;
import nl.mtvp.payment.entitlement.domain.ClawbackEstimate.ConsideredClawback;
import nl.mtvp.payment.entitlement.domain.ContractQuarter;
import nl.mtvp.payment.entitlement.domain.ContractQuarter.EntitlementQuery;
import nl.mtvp.payment.entitlement.domain.Entitlement;
import nl.mtvp.payment.fact.db.FactClock;
import nl.mtvp.payment.frame.db.FrameRepository;
import nl.mtvp.payment.frame.domain.Frame;
import nl.mtvp.payment.frame.domain.Frame.FrameQuery;
import nl.mtvp.payment.ledger.db.CreditorRepository;
import nl.mtvp.payment.ledger.db.LedgerRepository;
import nl.mtvp.payment.ledger.domain.CreditorBalance;
import nl.mtvp.payment.ledger.domain.CreditorBalance.BalanceQuery;
import org.threeten.extra.YearQuarter;

/**
 * Tells what is due, beside what is booked, what creditors are owed, and what a year comes to beside the macro frame,
 * as known at a moment (D41, D48, D54, D55).
 */
@ApplicationScoped
@Transactional
public class BalanceUseCases {

    private final FactsRepository facts;
    private final LedgerRepository ledger;
    private final CreditorRepository creditors;
    private final FrameRepository frames;
    private final FactClock factClock;
    private final Clock clock;

    BalanceUseCases(
            FactsRepository facts,
            LedgerRepository ledger,
            CreditorRepository creditors,
            FrameRepository frames,
            FactClock factClock,
            Clock clock) {
        this.facts = facts;
        this.ledger = ledger;
        this.creditors = creditors;
        this.frames = frames;
        this.factClock = factClock;
        this.clock = clock;
    }

    /** A contract in a quarter, with what is due and what is booked. */
    public record Due(ContractQuarter contract, Amounts due, Amounts booked) {}

    public Page<Due> entitlements(EntitlementQuery asked, Instant knownAt, Visibility visibility, PageRequest page) {
        var known = factClock.asKnownAt(asked.uzovi(), knownAt, clock.instant());
        var contracts = facts.list(asked, known, visibility, page);
        var booked = ledger.booked(
                contracts.rows().stream().map(ContractQuarter::contractId).toList(), known);
        return contracts.map(contract ->
                new Due(contract, Entitlement.of(contract.facts()), booked.getOrDefault(contract.key(), Amounts.ZERO)));
    }

    /** What the ledger says of creditors, in the order of accounts. */
    public Page<CreditorBalance> balances(
            BalanceQuery asked, Instant knownAt, Visibility visibility, PageRequest page) {
        var known = factClock.asKnownAt(asked.uzovi(), knownAt, clock.instant());
        return creditors.listBalances(asked, known, visibility, page);
    }

    /** An estimate from everything known at a moment. */
    public record Estimated(UUID contractId, Uzovi uzovi, ClawbackEstimate estimate, Instant knownAt) {}

    /**
     * Tells what a clawback would take before it is decided (D34). Nothing is recorded but the moment of the answer.
     *
     * @throws NotFound if the contract is not there for who asks
     */
    public Estimated estimate(UUID contractId, ConsideredClawback considered, Visibility visibility) {
        var uzovi = facts.findInsurer(contractId, visibility)
                .orElseThrow(
                        () -> new NotFound("contract-not-found", "there is no contract " + contractId + " for you"));
        var knownAt = factClock.moment(uzovi, clock.instant());
        var quarter = YearQuarter.from(LocalDate.now(clock));
        var quarters = facts.of(contractId, quarter, knownAt).stream()
                .map(ContractQuarter::facts)
                .toList();
        return new Estimated(contractId, uzovi, ClawbackEstimate.of(quarters, considered), knownAt);
    }

    /** The years that have a macro frame or payments, in their order (D55). */
    public List<Frame> frames(FrameQuery asked, Instant knownAt, Visibility visibility) {
        var known = factClock.asKnownAt(asked.uzovi(), knownAt, clock.instant());
        boolean national = visibility.everything() && asked.uzovi() == null && asked.region() == null;
        var limits = frames.limits();
        var booked = frames.booked(asked, known, visibility).stream()
                .collect(Collectors.groupingBy(total -> total.quarter().getYear()));
        var years = new TreeSet<>(booked.keySet());
        years.addAll(limits.keySet());
        return years.stream()
                .filter(year -> asked.year() == null || asked.year().equals(year))
                .map(year -> Frame.of(year, limits.get(year), national, booked.getOrDefault(year, List.of())))
                .toList();
    }
}
