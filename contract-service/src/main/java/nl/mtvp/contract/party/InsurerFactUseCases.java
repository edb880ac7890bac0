package nl.mtvp.contract.party;

import jakarta.enterprise.context.ApplicationScoped;
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
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.identity.Uzovi;
import org.jdbi.v3.core.Handle;

/** Records what holds of an insurer for a period: its labels (D22) and its scheme (D31). */
@ApplicationScoped
public class InsurerFactUseCases {

    private final Transactions transactions;
    private final PartyRepository parties;
    private final InsurerFactRepository facts;
    private final Clock clock;

    InsurerFactUseCases(Transactions transactions, PartyRepository parties, InsurerFactRepository facts, Clock clock) {
        this.transactions = transactions;
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
    public Label addLabel(Uzovi uzovi, Uzovi code, String name, Period valid, Actor actor) {
        return transactions.run(tx -> {
            registered(tx, uzovi);
            var now = clock.instant();
            var label = new Label(Ids.at(now), uzovi, code, name, valid);
            facts.add(tx, label, actor, now);
            return label;
        });
    }

    /**
     * Records which scheme an insurer has.
     *
     * @throws PartyNotFound if the insurer is not registered
     * @throws SchemeStands if it has one on some of these days
     */
    public SchemePeriod addScheme(Uzovi uzovi, Scheme scheme, Period valid, Actor actor) {
        return transactions.run(tx -> {
            registered(tx, uzovi);
            var now = clock.instant();
            var period = new SchemePeriod(Ids.at(now), uzovi, scheme, valid);
            facts.add(tx, period, actor, now);
            return period;
        });
    }

    /** @throws EndsAlready if it ends on or before that day */
    public Label endLabel(Uzovi uzovi, UUID id, LocalDate day, Actor actor) {
        return transactions.run(tx -> {
            var label = facts.lockedLabel(tx, uzovi, id).orElseThrow(() -> new InsurerFactNotFound(id));
            var valid = label.valid().endedOn(day);
            var ended = new Label(id, uzovi, label.label(), label.name(), valid);
            facts.end(tx, ended, actor, clock.instant());
            return ended;
        });
    }

    /** @throws EndsAlready if it ends on or before that day */
    public SchemePeriod endScheme(Uzovi uzovi, UUID id, LocalDate day, Actor actor) {
        return transactions.run(tx -> {
            var scheme = facts.lockedScheme(tx, uzovi, id).orElseThrow(() -> new InsurerFactNotFound(id));
            var ended =
                    new SchemePeriod(id, uzovi, scheme.scheme(), scheme.valid().endedOn(day));
            facts.end(tx, ended, actor, clock.instant());
            return ended;
        });
    }

    public List<Label> labelsAfter(Uzovi uzovi, UUID after, int limit) {
        return transactions.run(tx -> {
            registered(tx, uzovi);
            return facts.labelsAfter(tx, uzovi, after, limit);
        });
    }

    public List<SchemePeriod> schemesAfter(Uzovi uzovi, UUID after, int limit) {
        return transactions.run(tx -> {
            registered(tx, uzovi);
            return facts.schemesAfter(tx, uzovi, after, limit);
        });
    }

    private void registered(Handle tx, Uzovi uzovi) {
        parties.insurer(tx, uzovi).orElseThrow(() -> new PartyNotFound("insurer " + uzovi));
    }
}
