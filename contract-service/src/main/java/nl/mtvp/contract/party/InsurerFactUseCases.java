package nl.mtvp.contract.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.contract.party.db.InsurerRepository;
import nl.mtvp.contract.party.db.LabelRepository;
import nl.mtvp.contract.party.db.SchemeRepository;
import nl.mtvp.contract.party.domain.Label;
import nl.mtvp.contract.party.domain.PartyRefused;
import nl.mtvp.contract.party.domain.Period;
import nl.mtvp.contract.party.domain.Scheme;
import nl.mtvp.contract.party.domain.SchemePeriod;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.failure.NotFound;
import nl.mtvp.kernel.identity.Uzovi;

/** Records what holds of an insurer for a period: its labels (D22) and its scheme (D31). */
@ApplicationScoped
public class InsurerFactUseCases {

    private final InsurerRepository insurers;
    private final LabelRepository labels;
    private final SchemeRepository schemes;
    private final Clock clock;

    InsurerFactUseCases(InsurerRepository insurers, LabelRepository labels, SchemeRepository schemes, Clock clock) {
        this.insurers = insurers;
        this.labels = labels;
        this.schemes = schemes;
        this.clock = clock;
    }

    /**
     * Records that a label belongs to an insurer.
     *
     * @throws NotFound if the insurer is not registered
     * @throws PartyRefused if the label belongs to an insurer on some of these days
     */
    @Transactional
    public Label addLabel(Uzovi uzovi, Uzovi code, String name, Period valid, Actor actor) {
        registered(uzovi);
        var now = clock.instant();
        var label = new Label(Ids.at(now), uzovi, code, name, valid);
        labels.add(label, actor, now);
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
        registered(uzovi);
        var now = clock.instant();
        var period = new SchemePeriod(Ids.at(now), uzovi, scheme, valid);
        schemes.add(period, actor, now);
        return period;
    }

    /** @throws PartyRefused if it ends on or before that day */
    @Transactional
    public Label endLabel(Uzovi uzovi, UUID id, LocalDate day, Actor actor) {
        var label = labels.locked(uzovi, id).orElseThrow(() -> PartyRefused.insurerFactNotFound(id));
        var valid = label.valid().endedOn(day);
        var ended = new Label(id, uzovi, label.label(), label.name(), valid);
        labels.end(ended, actor, clock.instant());
        return ended;
    }

    /** @throws PartyRefused if it ends on or before that day */
    @Transactional
    public SchemePeriod endScheme(Uzovi uzovi, UUID id, LocalDate day, Actor actor) {
        var scheme = schemes.locked(uzovi, id).orElseThrow(() -> PartyRefused.insurerFactNotFound(id));
        var ended = new SchemePeriod(id, uzovi, scheme.scheme(), scheme.valid().endedOn(day));
        schemes.end(ended, actor, clock.instant());
        return ended;
    }

    @Transactional
    public Page<Label> labels(Uzovi uzovi, PageRequest asked) {
        registered(uzovi);
        return labels.list(uzovi, asked);
    }

    @Transactional
    public Page<SchemePeriod> schemes(Uzovi uzovi, PageRequest asked) {
        registered(uzovi);
        return schemes.list(uzovi, asked);
    }

    private void registered(Uzovi uzovi) {
        insurers.withCode(uzovi).orElseThrow(() -> PartyRefused.notFound("insurer " + uzovi));
    }
}
