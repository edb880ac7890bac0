package nl.mtvp.contract.offer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.mtvp.contract.contract.domain.ContractMade;
import nl.mtvp.contract.offer.db.OfferRepository;
import nl.mtvp.contract.offer.domain.Notice;
import nl.mtvp.contract.offer.domain.OfferStep;
import nl.mtvp.contract.offer.domain.Pair;

/** Closes a pair's open offers once the pair came to a contract, in whichever way (D30). */
@ApplicationScoped
class OvertakenOffers {

    private static final String REASON = "another contract of this insurer and practice came about";

    private final OfferRepository offers;
    private final Notices notices;
    private final Clock clock;

    OvertakenOffers(OfferRepository offers, Notices notices, Clock clock) {
        this.offers = offers;
        this.notices = notices;
        this.clock = clock;
    }

    /** In the transaction that makes the contract; the portal is told of those that it has. */
    @Transactional
    void overtake(@Observes ContractMade made) {
        var pair = new Pair(made.contract().uzovi(), made.contract().agb());
        var now = clock.instant();
        var told = new ArrayList<Notice>();
        for (var open : offers.lockedOpen(pair)) {
            var overtaken = open.after(OfferStep.OVERTAKE, now, Optional.of(REASON));
            if (overtaken != open) {
                offers.turn(overtaken, null);
                if (open.handedOver()) {
                    told.add(Notice.withdrawal(overtaken, REASON));
                }
            }
        }
        notices.send(List.copyOf(told), now);
    }
}
