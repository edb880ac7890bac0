package nl.mtvp.contract.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.mtvp.contract.party.db.InsurerRepository;
import nl.mtvp.contract.party.db.PracticeRepository;
import nl.mtvp.contract.party.domain.Insurer;
import nl.mtvp.contract.party.domain.Label;
import nl.mtvp.contract.party.domain.PartyRefused;
import nl.mtvp.contract.party.domain.Period;
import nl.mtvp.contract.party.domain.Practice;
import nl.mtvp.contract.party.domain.Registration;
import nl.mtvp.contract.party.domain.Scheme;
import nl.mtvp.contract.party.domain.SchemePeriod;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.failure.NotFound;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Kvk;
import nl.mtvp.kernel.identity.Uzovi;

/** Registers who contracts, and what holds of insurers for a period: their labels (D22) and their scheme (D31). */
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
        var firsts = new LinkedHashMap<Agb, Practice>();
        stated.forEach(practice -> firsts.putIfAbsent(practice.agb(), practice));
        var added = practices.addNew(firsts.values(), clock.instant());
        var onRecord = practices.withCodes(firsts.keySet());
        // The first line of those that name a new practice is the one that adds it.
        return stated.stream()
                .map(practice -> Registration.of(practice, onRecord.get(practice.agb()), added.remove(practice.agb())))
                .toList();
    }

    @Transactional
    public Insurer insurer(Uzovi uzovi) {
        return insurers.find(uzovi).orElseThrow(() -> PartyRefused.notFound("insurer " + uzovi));
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
    public Page<Practice> practices(Kvk kvk, PageRequest asked) {
        return practices.list(kvk, asked);
    }

    /**
     * Records that a label belongs to an insurer.
     *
     * @throws NotFound if the insurer is not registered
     * @throws PartyRefused if the label belongs to an insurer on some of these days
     */
    @Transactional
    public Label addLabel(Uzovi uzovi, Uzovi code, String name, Period valid, Actor actor) {
        insurer(uzovi);
        var now = clock.instant();
        var label = new Label(Ids.at(now), uzovi, code, name, valid);
        insurers.add(label, actor.at(now));
        return label;
    }

    /**
     * Records which scheme an insurer has.
     *
     * @throws NotFound if the insurer is not registered
     * @throws PartyRefused if it has one on some of these days
     */
    @Transactional
    public SchemePeriod addScheme(Uzovi uzovi, Scheme scheme, Period valid, Actor actor) {
        insurer(uzovi);
        var now = clock.instant();
        var period = new SchemePeriod(Ids.at(now), uzovi, scheme, valid);
        insurers.add(period, actor.at(now));
        return period;
    }

    /** @throws PartyRefused if it ends on or before that day */
    @Transactional
    public Label endLabel(Uzovi uzovi, UUID id, LocalDate day, Actor actor) {
        var label = insurers.lockedLabel(uzovi, id).orElseThrow(() -> PartyRefused.insurerFactNotFound(id));
        var valid = label.valid().endedOn(day);
        insurers.endLabel(id, valid, actor.at(clock.instant()));
        return new Label(id, uzovi, label.label(), label.name(), valid);
    }

    /** @throws PartyRefused if it ends on or before that day */
    @Transactional
    public SchemePeriod endScheme(Uzovi uzovi, UUID id, LocalDate day, Actor actor) {
        var scheme = insurers.lockedScheme(uzovi, id).orElseThrow(() -> PartyRefused.insurerFactNotFound(id));
        var valid = scheme.valid().endedOn(day);
        insurers.endScheme(id, valid, actor.at(clock.instant()));
        return new SchemePeriod(id, uzovi, scheme.scheme(), valid);
    }

    @Transactional
    public Page<Label> labels(Uzovi uzovi, PageRequest asked) {
        insurer(uzovi);
        return insurers.listLabels(uzovi, asked);
    }

    @Transactional
    public Page<SchemePeriod> schemes(Uzovi uzovi, PageRequest asked) {
        insurer(uzovi);
        return insurers.listSchemes(uzovi, asked);
    }
}
