package nl.mtvp.plan.learning;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.feed.Events;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.plan.catalogue.db.InterventionRepository;
import nl.mtvp.plan.learning.db.ParticipationRepository;
import nl.mtvp.plan.learning.domain.Participation;
import nl.mtvp.plan.learning.domain.Participation.Withdrawal;
import nl.mtvp.plan.learning.domain.ParticipationFilter;
import nl.mtvp.plan.learning.domain.ParticipationNotFound;
import nl.mtvp.plan.learning.domain.Place;
import nl.mtvp.plan.praktijkplan.domain.PracticeNotRegistered;
import org.jdbi.v3.core.Handle;

/** Takes down in which interventions practices took part, and what of it was wrong (D12). */
@ApplicationScoped
public class ParticipationUseCases {

    private final Transactions transactions;
    private final ParticipationRepository participations;
    private final InterventionRepository interventions;
    private final Events events;
    private final Clock clock;

    ParticipationUseCases(
            Transactions transactions,
            ParticipationRepository participations,
            InterventionRepository interventions,
            Events events,
            Clock clock) {
        this.transactions = transactions;
        this.participations = participations;
        this.interventions = interventions;
        this.events = events;
        this.clock = clock;
    }

    /** What is told of a participation. */
    public record Told(Agb agb, String code, LocalDate tookPlaceOn, String document, String documentDigest) {}

    /** Where a practice is today, and so which RHO may tell of it. */
    public Place place(Agb agb) {
        return transactions.run(tx -> place(tx, agb));
    }

    private Place place(Handle tx, Agb agb) {
        return participations.place(tx, agb, LocalDate.now(clock)).orElseThrow(() -> new PracticeNotRegistered(agb));
    }

    public Participation record(Told told, Actor actor) {
        return transactions.run(tx -> {
            var place = place(tx, told.agb());
            check(tx, told);
            var now = clock.instant();
            var recorded = new Participation(
                    Ids.at(now),
                    told.agb(),
                    told.code(),
                    told.tookPlaceOn(),
                    told.document(),
                    told.documentDigest(),
                    now,
                    null);
            participations.add(tx, recorded, actor);
            events.publish(tx, LearningEvents.recorded(recorded, place), now);
            return recorded;
        });
    }

    private void check(Handle tx, Told told) {
        var faults = new ArrayList<Fault>();
        var intervention = interventions.withCodes(tx, List.of(told.code())).get(told.code());
        if (intervention == null || !intervention.isUsableOn(told.tookPlaceOn())) {
            faults.add(Fault.inBody(
                    "/code",
                    "unknown-intervention",
                    "D1: the catalogue had no such code on that day; see GET /interventions"));
        }
        if (told.tookPlaceOn().isAfter(LocalDate.now(clock))) {
            faults.add(Fault.inBody("/tookPlaceOn", "in-the-future", "D12: tell of it once it took place"));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    public Participation withdraw(Participation participation, String reason, Visibility visibility, Actor actor) {
        return transactions.run(tx -> {
            var now = clock.instant();
            participations.withdraw(tx, participation.id(), new Withdrawal(reason, now), actor);
            var withdrawn = visible(tx, participation.id(), visibility);
            events.publish(tx, LearningEvents.withdrawn(withdrawn), now);
            return withdrawn;
        });
    }

    public Participation participation(UUID id, Visibility visibility) {
        return transactions.run(tx -> visible(tx, id, visibility));
    }

    private Participation visible(Handle tx, UUID id, Visibility visibility) {
        return participations
                .visible(tx, id, LocalDate.now(clock), visibility)
                .orElseThrow(() -> new ParticipationNotFound(id));
    }

    public List<Participation> participations(
            ParticipationFilter filter, Visibility visibility, UUID after, int limit) {
        return transactions.run(
                tx -> participations.visible(tx, filter, LocalDate.now(clock), visibility, after, limit));
    }
}
