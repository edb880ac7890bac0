package nl.mtvp.plan.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.feed.Events;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.plan.catalogue.db.InterventionRepository;
import nl.mtvp.plan.learning.db.ParticipationRepository;
import nl.mtvp.plan.learning.db.PictureRepository;
import nl.mtvp.plan.learning.domain.Compliance;
import nl.mtvp.plan.learning.domain.Compliance.Missing;
import nl.mtvp.plan.learning.domain.Facts;
import nl.mtvp.plan.learning.domain.LearningRefused;
import nl.mtvp.plan.learning.domain.Participation;
import nl.mtvp.plan.learning.domain.Participation.Withdrawal;
import nl.mtvp.plan.learning.domain.ParticipationFilter;
import nl.mtvp.plan.learning.domain.Place;
import nl.mtvp.plan.praktijkplan.db.DeadlineRepository;
import nl.mtvp.plan.praktijkplan.domain.ImplementationYear;
import nl.mtvp.plan.praktijkplan.domain.PraktijkplanRefused;

/**
 * Takes down in which interventions practices took part, what of it was wrong, and shows how they stand with what they
 * committed to in an implementation year (D12).
 */
@ApplicationScoped
@Transactional
public class ParticipationUseCases {

    private final ParticipationRepository participations;
    private final InterventionRepository interventions;
    private final DeadlineRepository deadlines;
    private final PictureRepository pictures;
    private final Events events;
    private final Clock clock;

    ParticipationUseCases(
            ParticipationRepository participations,
            InterventionRepository interventions,
            DeadlineRepository deadlines,
            PictureRepository pictures,
            Events events,
            Clock clock) {
        this.participations = participations;
        this.interventions = interventions;
        this.deadlines = deadlines;
        this.pictures = pictures;
        this.events = events;
        this.clock = clock;
    }

    /** What is told of a participation. */
    public record Told(Agb agb, String code, LocalDate tookPlaceOn, String document, String documentDigest) {}

    /** Where a practice is today, and so which RHO may tell of it. */
    public Place place(Agb agb) {
        return participations
                .place(agb, LocalDate.now(clock))
                .orElseThrow(() -> PraktijkplanRefused.practiceNotRegistered(agb));
    }

    public Participation record(Told told, Actor actor) {
        var place = place(told.agb());
        check(told);
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
        participations.add(recorded, actor);
        events.publish(LearningEvents.recorded(recorded, place), now);
        return recorded;
    }

    public Participation withdraw(Participation participation, String reason, Visibility visibility, Actor actor) {
        var now = clock.instant();
        participations.withdraw(participation.id(), new Withdrawal(reason, now), actor);
        var withdrawn = visible(participation.id(), visibility);
        events.publish(LearningEvents.withdrawn(withdrawn), now);
        return withdrawn;
    }

    public Participation participation(UUID id, Visibility visibility) {
        return visible(id, visibility);
    }

    public Page<Participation> participations(ParticipationFilter filter, Visibility visibility, PageRequest asked) {
        return participations.visible(filter, LocalDate.now(clock), visibility, asked);
    }

    /** What is known of a practice's year, with what it misses on a day. */
    public record Picture(Facts facts, List<Missing> missing, LocalDate asOf) {}

    public Page<Picture> pictures(
            String region, Agb agb, ImplementationYear year, Visibility visibility, PageRequest asked) {
        var today = LocalDate.now(clock);
        var filter = new DeadlineRepository.Filter(region, agb, year, false);
        var page = deadlines.visible(filter, today, visibility, asked);
        return new Page<>(pictures.facts(page.rows()), page.next())
                .map(facts -> new Picture(facts, Compliance.missing(facts, today), today));
    }

    private void check(Told told) {
        var faults = new ArrayList<Fault>();
        var intervention = interventions.withCodes(List.of(told.code())).get(told.code());
        if (intervention == null || !intervention.isUsableOn(told.tookPlaceOn())) {
            faults.add(Fault.inBody(
                    "/code",
                    "unknown-intervention",
                    "D1: the catalogue had no such code on that day; see GET /interventions"));
        }
        faults.addAll(Participation.faults(told.tookPlaceOn(), LocalDate.now(clock)));
        InvalidInput.ifAny(faults);
    }

    private Participation visible(UUID id, Visibility visibility) {
        return participations
                .visible(id, LocalDate.now(clock), visibility)
                .orElseThrow(() -> LearningRefused.participationNotFound(id));
    }
}
