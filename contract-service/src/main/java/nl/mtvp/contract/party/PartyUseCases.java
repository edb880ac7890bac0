package nl.mtvp.contract.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.mtvp.contract.party.db.InsurerRepository;
import nl.mtvp.contract.party.db.PracticeRepository;
import nl.mtvp.contract.party.domain.Insurer;
import nl.mtvp.contract.party.domain.PartyRefused;
import nl.mtvp.contract.party.domain.Practice;
import nl.mtvp.contract.party.domain.Registration;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Kvk;
import nl.mtvp.kernel.identity.Uzovi;

/** Registers who contracts, and tells who is registered (D22). */
@ApplicationScoped
public class PartyUseCases {

    private final InsurerRepository insurers;
    private final PracticeRepository practices;
    private final Clock clock;

    PartyUseCases(InsurerRepository insurers, PracticeRepository practices, Clock clock) {
        this.insurers = insurers;
        this.practices = practices;
        this.clock = clock;
    }

    /** @throws PartyRefused if it is registered already */
    @Transactional
    public void register(Insurer insurer) {
        boolean added = insurers.add(insurer, clock.instant());
        if (!added) {
            throw PartyRefused.insurerRegistered(insurer.uzovi());
        }
    }

    /** Registers each practice that is not on record, and says of each what became of it, in the order given. */
    @Transactional
    public List<Registration> register(List<Practice> stated) {
        var agbs = stated.stream().map(Practice::agb).toList();
        var firsts = firstsOf(stated);
        var added = practices.addNew(firsts, clock.instant());
        var onRecord = practices.withCodes(agbs);
        var seen = new HashSet<Agb>();
        return stated.stream()
                .map(practice -> Registration.of(
                        practice,
                        onRecord.get(practice.agb()),
                        added.contains(practice.agb()) && seen.add(practice.agb())))
                .toList();
    }

    @Transactional
    public Insurer insurer(Uzovi uzovi) {
        return insurers.withCode(uzovi).orElseThrow(() -> PartyRefused.notFound("insurer " + uzovi));
    }

    @Transactional
    public Practice practice(Agb agb) {
        return Optional.ofNullable(practices.withCodes(Set.of(agb)).get(agb))
                .orElseThrow(() -> PartyRefused.notFound("practice " + agb));
    }

    @Transactional
    public Page<Insurer> insurers(PageRequest asked) {
        return insurers.list(asked);
    }

    @Transactional
    public Page<Practice> practices(Optional<Kvk> kvk, PageRequest asked) {
        return practices.list(kvk, asked);
    }

    private static List<Practice> firstsOf(List<Practice> stated) {
        var seen = new HashSet<Agb>();
        return stated.stream().filter(practice -> seen.add(practice.agb())).toList();
    }
}
