package nl.mtvp.payment.tariff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.payment.approval.domain.FourEyes;
import nl.mtvp.payment.entitlement.db.FactsRepository;
import nl.mtvp.payment.entitlement.domain.ContractQuarter;
import nl.mtvp.payment.fact.db.FactClock;
import nl.mtvp.payment.fact.domain.KnownPeriod;
import nl.mtvp.payment.tariff.db.TariffRepository;
import nl.mtvp.payment.tariff.db.TariffRepository.Judgement;
import nl.mtvp.payment.tariff.db.TariffRepository.Maximum;
import nl.mtvp.payment.tariff.domain.TariffEffects;
import nl.mtvp.payment.tariff.domain.TariffProposal;
import nl.mtvp.payment.tariff.domain.TariffRefused;
import org.threeten.extra.YearQuarter;

/** Proposes tariffs, approves them with four eyes, and reads them (D37). */
@ApplicationScoped
@Transactional
public class TariffUseCases {

    private static final int CONTRACTS_AT_ONCE = 500;

    private final TariffRepository tariffs;
    private final FactsRepository facts;
    private final FactClock factClock;
    private final Clock clock;

    TariffUseCases(TariffRepository tariffs, FactsRepository facts, FactClock factClock, Clock clock) {
        this.tariffs = tariffs;
        this.facts = facts;
        this.factClock = factClock;
        this.clock = clock;
    }

    /** A proposal with the periods in which it held or holds. */
    public record KnownTariff(TariffProposal proposal, List<KnownPeriod> periods) {}

    /**
     * A line of an import.
     *
     * @param refusal why it is no proposal; null when it is one
     */
    public record Proposed(TariffProposal proposal, DomainFailure refusal) {}

    /** @throws TariffRefused if the NZa's maximum is lower on any of its days */
    public KnownTariff propose(TariffProposal proposed) {
        var result = propose(List.of(proposed)).get(0);
        if (result.refusal() != null) {
            throw result.refusal();
        }
        return new KnownTariff(result.proposal(), List.of());
    }

    /** Proposes those to which nothing stands in the way, and tells of each of the others what does; in their order. */
    public List<Proposed> propose(List<TariffProposal> several) {
        var segments = tariffs.segments();
        var judgements = tariffs.judged(several).iterator();
        var results = several.stream()
                .map(proposed -> judged(proposed, segments, judgements.next()))
                .toList();
        tariffs.add(results.stream()
                .filter(result -> result.refusal() == null)
                .map(Proposed::proposal)
                .toList());
        return results;
    }

    /** What a proposal would be refused for, as far as it can be read: its segment, and its euro on its first day. */
    public List<Fault> foreseen(LocalDate validFrom, Euro euro, String segment) {
        var faults = new ArrayList<>(unknown(segment, tariffs.segments()));
        if (validFrom != null && euro != null) {
            tariffs.findMaximum(validFrom)
                    .filter(maximum -> euro.compareTo(maximum.euro()) > 0)
                    .ifPresent(maximum -> faults.addAll(aboveMaximum(maximum).faults()));
        }
        return faults;
    }

    private static List<Fault> unknown(String segment, SortedSet<String> segments) {
        return segment == null || segments.contains(segment)
                ? List.of()
                : List.of(Fault.inBody(
                        "/segment", "unknown-segment", "a tariff's segment is one of " + segments + " (D37)"));
    }

    private static Proposed judged(TariffProposal proposed, SortedSet<String> segments, Judgement judgement) {
        var faults = new ArrayList<>(unknown(proposed.segment(), segments));
        if (!faults.isEmpty()) {
            judgement.exceeded().map(TariffUseCases::aboveMaximum).ifPresent(also -> faults.addAll(also.faults()));
            return new Proposed(proposed, new InvalidInput(faults));
        }
        return judgement
                .exceeded()
                .map(maximum -> new Proposed(proposed, aboveMaximum(maximum)))
                .orElseGet(() -> new Proposed(proposed.lowering(judgement.lowers()), null));
    }

    private static TariffRefused aboveMaximum(Maximum maximum) {
        return TariffRefused.aboveMaximum(maximum.euro(), maximum.validFrom());
    }

    /** What a proposal would change, in the quarters whose peildatum has come, from what is known now (D37). */
    public TariffEffects effects(UUID id, Visibility visibility) {
        var proposal = tariffs.find(id, visibility).orElseThrow(() -> TariffRefused.notFound(id));
        if (proposal.approved().isPresent()) {
            throw TariffRefused.alreadyApproved(id);
        }
        var today = YearQuarter.from(LocalDate.now(clock));
        var effects = new TariffEffects(proposal, clock.instant());
        List<ContractQuarter> batch = List.of();
        do {
            var after = batch.isEmpty() ? null : batch.get(batch.size() - 1).contractId();
            batch = facts.upTo(proposal.uzovi(), today, FactClock.LATEST, after, CONTRACTS_AT_ONCE);
            batch.forEach(contract -> effects.add(contract.facts()));
        } while (!batch.isEmpty());
        return effects;
    }

    /**
     * Makes a proposal known, from the moment that its insurer's clock gives.
     *
     * @throws TariffRefused if it means something else than what the approver was shown, because another one was approved
     */
    public KnownTariff approve(UUID id, Visibility visibility, Actor approver) {
        var proposal = tariffs.locked(id, visibility).orElseThrow(() -> TariffRefused.notFound(id));
        if (proposal.approved().isPresent()) {
            throw TariffRefused.alreadyApproved(id);
        }
        FourEyes.require(proposal.proposed(), approver.subject());
        // With the insurer's clock in hand nothing of it becomes known beside this. Its moment is the approval's too:
        // what was waited for, and this one is judged by, came before.
        var knownFrom = factClock.record(proposal.uzovi(), clock.instant());
        var judgement = tariffs.judged(List.of(proposal)).get(0);
        judgement.exceeded().ifPresent(maximum -> {
            throw aboveMaximum(maximum);
        });
        if (judgement.lowers() != proposal.lowers()) {
            throw TariffRefused.changed(id, !proposal.lowers());
        }
        tariffs.approved(id, approver.at(knownFrom));
        tariffs.makeKnown(proposal, knownFrom);
        return get(id, visibility);
    }

    public KnownTariff get(UUID id, Visibility visibility) {
        var proposal = tariffs.find(id, visibility).orElseThrow(() -> TariffRefused.notFound(id));
        return new KnownTariff(proposal, tariffs.periods(List.of(id)).getOrDefault(id, List.of()));
    }

    public Page<KnownTariff> list(Uzovi uzovi, Visibility visibility, PageRequest asked) {
        var proposals = tariffs.list(uzovi, visibility, asked);
        var periods = tariffs.periods(
                proposals.rows().stream().map(TariffProposal::id).toList());
        return proposals.map(proposal -> new KnownTariff(proposal, periods.getOrDefault(proposal.id(), List.of())));
    }
}
