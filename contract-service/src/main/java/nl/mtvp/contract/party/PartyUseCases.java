package nl.mtvp.contract.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.mtvp.contract.party.db.PartyRepository;
import nl.mtvp.contract.party.domain.Insurer;
import nl.mtvp.contract.party.domain.InsurerRegistered;
import nl.mtvp.contract.party.domain.PartyNotFound;
import nl.mtvp.contract.party.domain.Practice;
import nl.mtvp.contract.party.domain.Registration;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Kvk;
import nl.mtvp.kernel.identity.Uzovi;

/** Registers who contracts, and tells who is registered (D22). */
@ApplicationScoped
public class PartyUseCases {

    private final PartyRepository parties;
    private final Clock clock;

    PartyUseCases(PartyRepository parties, Clock clock) {
        this.parties = parties;
        this.clock = clock;
    }

    /** @throws InsurerRegistered if it is registered already */
    @Transactional
    public void register(Insurer insurer) {
        boolean added = parties.add(insurer, clock.instant());
        if (!added) {
            throw new InsurerRegistered(insurer.uzovi());
        }
    }

    /** Registers each practice that is not on record, and says of each what became of it, in the order given. */
    @Transactional
    public List<Registration> register(List<Practice> practices) {
        var agbs = practices.stream().map(Practice::agb).toList();
        var firsts = firstsOf(practices);
        var added = parties.addNew(firsts, clock.instant());
        var onRecord = parties.practices(agbs);
        var seen = new HashSet<Agb>();
        return practices.stream()
                .map(stated -> Registration.of(
                        stated, onRecord.get(stated.agb()), added.contains(stated.agb()) && seen.add(stated.agb())))
                .toList();
    }

    @Transactional
    public Insurer insurer(Uzovi uzovi) {
        return parties.insurer(uzovi).orElseThrow(() -> new PartyNotFound("insurer " + uzovi));
    }

    @Transactional
    public Practice practice(Agb agb) {
        return Optional.ofNullable(parties.practices(Set.of(agb)).get(agb))
                .orElseThrow(() -> new PartyNotFound("practice " + agb));
    }

    @Transactional
    public List<Insurer> insurersAfter(String after, int limit) {
        return parties.insurersAfter(after, limit);
    }

    @Transactional
    public List<Practice> practicesAfter(Optional<Kvk> kvk, String after, int limit) {
        return parties.practicesAfter(kvk, after, limit);
    }

    private static List<Practice> firstsOf(List<Practice> practices) {
        var seen = new HashSet<Agb>();
        return practices.stream().filter(practice -> seen.add(practice.agb())).toList();
    }
}
