package nl.mtvp.payment.bankaccount;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.approval.domain.FourEyes;
import nl.mtvp.payment.bankaccount.db.BankAccountRepository;
import nl.mtvp.payment.bankaccount.domain.AccountProposal;
import nl.mtvp.payment.bankaccount.domain.AccountRefused;
import nl.mtvp.payment.fact.db.FactClock;
import nl.mtvp.payment.fact.domain.KnownPeriod;

/** Proposes bank accounts, approves them with four eyes, and reads them (D51). */
@ApplicationScoped
@Transactional
public class BankAccountUseCases {

    private final BankAccountRepository accounts;
    private final FactClock factClock;
    private final Clock clock;

    BankAccountUseCases(BankAccountRepository accounts, FactClock factClock, Clock clock) {
        this.accounts = accounts;
        this.factClock = factClock;
        this.clock = clock;
    }

    /** A proposal with the periods in which it was or is in force. */
    public record KnownAccount(AccountProposal proposal, List<KnownPeriod> periods) {}

    /** @throws AccountRefused if the insurer would pay itself */
    public KnownAccount propose(AccountProposal proposal) {
        if (accounts.isOfTheOtherSide(proposal)) {
            throw AccountRefused.paysItself(true);
        }
        accounts.add(proposal);
        return new KnownAccount(proposal, List.of());
    }

    /** Makes an account known. No payout of its insurer is booked meanwhile: both take the insurer's clock. */
    public KnownAccount approve(UUID id, Visibility visibility, Actor approver) {
        var proposal = accounts.locked(id, visibility).orElseThrow(() -> AccountRefused.notFound(id));
        if (proposal.approved().isPresent()) {
            throw AccountRefused.alreadyApproved(id);
        }
        FourEyes.require(proposal.proposed(), approver.subject());
        // It may have been proposed under an older rule.
        var account = proposal.account();
        if (!account.isSendable()) {
            throw AccountRefused.textRefused(id, account);
        }
        // With the insurer's clock in hand no other account of it is approved beside this. Its moment is the approval's
        // too: what was waited for came before.
        var knownFrom = factClock.moment(proposal.owner().uzovi(), clock.instant());
        if (accounts.isOfTheOtherSide(proposal)) {
            throw AccountRefused.paysItself(false);
        }
        accounts.approved(id, approver.at(knownFrom));
        accounts.makeKnown(proposal, knownFrom);
        return get(id, visibility);
    }

    public KnownAccount get(UUID id, Visibility visibility) {
        var proposal = accounts.find(id, visibility).orElseThrow(() -> AccountRefused.notFound(id));
        return new KnownAccount(proposal, accounts.periods(List.of(id)).getOrDefault(id, List.of()));
    }

    public Page<KnownAccount> list(Uzovi uzovi, Agb agb, String rho, Visibility visibility, PageRequest asked) {
        var proposals = accounts.list(uzovi, agb, rho, visibility, asked);
        var periods = accounts.periods(
                proposals.rows().stream().map(AccountProposal::id).toList());
        return proposals.map(proposal -> new KnownAccount(proposal, periods.getOrDefault(proposal.id(), List.of())));
    }
}
