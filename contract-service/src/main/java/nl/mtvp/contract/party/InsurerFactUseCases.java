package nl.mtvp.contract.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.mtvp.contract.party.db.InsurerFactRepository;
import nl.mtvp.contract.party.db.PartyRepository;
import nl.mtvp.contract.party.domain.EndsAlready;
import nl.mtvp.contract.party.domain.InsurerFactNotFound;
import nl.mtvp.contract.party.domain.Label;
import nl.mtvp.contract.party.domain.LabelTaken;
import nl.mtvp.contract.party.domain.PartyNotFound;
import nl.mtvp.contract.party.domain.Period;
import nl.mtvp.contract.party.domain.Scheme;
import nl.mtvp.contract.party.domain.SchemePeriod;
import nl.mtvp.contract.party.domain.SchemeStands;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.identity.Uzovi;

/** Records what holds of an insurer for a period: its labels (D22) and its scheme (D31). */
@ApplicationScoped
public class InsurerFactUseCases {

    private final PartyRepository parties;
    private final InsurerFactRepository facts;
    private final Clock clock;

    InsurerFactUseCases(PartyRepository parties, InsurerFactRepository facts, Clock clock) {
        this.parties = parties;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Records that a label belongs to an insurer.
     *
     * @throws PartyNotFound if the insurer is not registered
     * @throws LabelTaken if the label belongs to an insurer on some of these days
     */
    @Transactional
    public Label addLabel(Uzovi uzovi, Uzovi code, String name, Period valid, Actor actor) {
        registered(uzovi);
        var now = clock.instant();
        var label = new Label(Ids.at(now), uzovi, code, name, valid);
        facts.add(label, actor, now);
        return label;
    }

    /**
     * Records which scheme an insurer has.
     *
     * @throws PartyNotFound if the insurer is not registered
     * @throws SchemeStands if it has one on some of these days
     */
    @Transactional
    public SchemePeriod addScheme(Uzovi uzovi, Scheme scheme, Period valid, Actor actor) {
        registered(uzovi);
        var now = clock.instant();
        var period = new SchemePeriod(Ids.at(now), uzovi, scheme, valid);
        facts.add(period, actor, now);
        return period;
    }

    /** @throws EndsAlready if it ends on or before that day */
    @Transactional
    public Label endLabel(Uzovi uzovi, UUID id, LocalDate day, Actor actor) {
        var label = facts.lockedLabel(uzovi, id).orElseThrow(() -> new InsurerFactNotFound(id));
        var valid = label.valid().endedOn(day);
        var ended = new Label(id, uzovi, label.label(), label.name(), valid);
        facts.end(ended, actor, clock.instant());
        return ended;
    }

    /** @throws EndsAlready if it ends on or before that day */
    @Transactional
    public SchemePeriod endScheme(Uzovi uzovi, UUID id, LocalDate day, Actor actor) {
        var scheme = facts.lockedScheme(uzovi, id).orElseThrow(() -> new InsurerFactNotFound(id));
        var ended = new SchemePeriod(id, uzovi, scheme.scheme(), scheme.valid().endedOn(day));
        facts.end(ended, actor, clock.instant());
        return ended;
    }

    @Transactional
    public List<Label> labelsAfter(Uzovi uzovi, UUID after, int limit) {
        registered(uzovi);
        return facts.labelsAfter(uzovi, after, limit);
    }

    @Transactional
    public List<SchemePeriod> schemesAfter(Uzovi uzovi, UUID after, int limit) {
        registered(uzovi);
        return facts.schemesAfter(uzovi, after, limit);
    }

    private void registered(Uzovi uzovi) {
        parties.insurer(uzovi).orElseThrow(() -> new PartyNotFound("insurer " + uzovi));
    }
}
