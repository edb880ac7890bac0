package nl.mtvp.plan.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
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
import nl.mtvp.plan.learning.db.MeetingRepository;
import nl.mtvp.plan.learning.db.ParticipationRepository;
import nl.mtvp.plan.learning.db.PictureRepository;
import nl.mtvp.plan.learning.domain.Compliance;
import nl.mtvp.plan.learning.domain.Compliance.ComplianceMissing;
import nl.mtvp.plan.learning.domain.Facts;
import nl.mtvp.plan.learning.domain.LearningRefused;
import nl.mtvp.plan.learning.domain.Meeting;
import nl.mtvp.plan.learning.domain.Meeting.MeetingFilter;
import nl.mtvp.plan.learning.domain.Participation;
import nl.mtvp.plan.learning.domain.Participation.ParticipationFilter;
import nl.mtvp.plan.learning.domain.Report;
import nl.mtvp.plan.learning.domain.Told;
import nl.mtvp.plan.praktijkplan.db.DeadlineRepository;
import nl.mtvp.plan.praktijkplan.domain.ImplementationYear;
import nl.mtvp.plan.praktijkplan.domain.PraktijkplanRefused;
import nl.mtvp.plan.region.db.PracticeRepository;
import nl.mtvp.plan.region.domain.Place;
import nl.mtvp.plan.region.domain.Region;

/**
 * Takes the reports of intervisie meetings, and their corrections, and in which interventions practices took part, and shows
 * how they stand with what they committed to in an implementation year (D12).
 */
@ApplicationScoped
@Transactional
public class LearningUseCases {

    private final MeetingRepository meetings;
    private final InterventionRepository interventions;
    private final ParticipationRepository participations;
    private final PracticeRepository practices;
    private final DeadlineRepository deadlines;
    private final PictureRepository pictures;
    private final Events events;
    private final Clock clock;

    LearningUseCases(
            MeetingRepository meetings,
            InterventionRepository interventions,
            ParticipationRepository participations,
            PracticeRepository practices,
            DeadlineRepository deadlines,
            PictureRepository pictures,
            Events events,
            Clock clock) {
        this.meetings = meetings;
        this.interventions = interventions;
        this.participations = participations;
        this.practices = practices;
        this.deadlines = deadlines;
        this.pictures = pictures;
        this.events = events;
        this.clock = clock;
    }

    public Meeting report(Region region, Told told, Actor actor) {
        check(told, region.rho());
        var now = clock.instant();
        var report = new Report(1, told, null, actor.at(now));
        var meeting = new Meeting(Ids.at(now), region.rho(), region.code(), report);
        meetings.add(meeting);
        return meetings.find(meeting.id(), Visibility.EVERYTHING).orElseThrow();
    }

    /** Corrects the report of this number, which must be the newest; the one that it corrects stays. */
    public Meeting correct(Meeting meeting, int number, Told told, String reason, Actor actor) {
        if (number != meeting.report().number()) {
            throw LearningRefused.reportNotTheNewest(number);
        }
        check(told, meeting.rho());
        var recorded = actor.at(clock.instant());
        meetings.add(meeting.id(), new Report(number + 1, told, reason, recorded));
        return meetings.find(meeting.id(), Visibility.EVERYTHING).orElseThrow();
    }

    public Meeting meeting(UUID id, Visibility visibility) {
        return meetings.find(id, visibility).orElseThrow(() -> LearningRefused.meetingNotFound(id));
    }

    public Page<Meeting> meetings(MeetingFilter filter, Visibility visibility, PageRequest asked) {
        return meetings.list(filter, visibility, asked);
    }

    /** The meeting as each of its reports told of it. */
    public Page<Meeting> reports(UUID id, Visibility visibility, PageRequest asked) {
        meeting(id, visibility);
        return meetings.listReports(id, visibility, asked);
    }

    /** Where a practice is today, and so which RHO may tell of it. */
    public Place place(Agb agb) {
        return practices
                .findPlace(agb, LocalDate.now(clock))
                .orElseThrow(() -> PraktijkplanRefused.practiceNotRegistered(agb));
    }

    /** @param told of a participation, as it is recorded with an id at a moment */
    public Participation record(BiFunction<UUID, Instant, Participation> told, Actor actor) {
        var now = clock.instant();
        var recorded = told.apply(Ids.at(now), now);
        var place = place(recorded.agb());
        check(recorded);
        participations.add(recorded, actor);
        events.publish(LearningEvents.recorded(recorded, place), now);
        return recorded;
    }

    public Participation withdraw(Participation participation, String reason, Visibility visibility, Actor actor) {
        var now = clock.instant();
        participations.withdraw(participation.id(), reason, actor.at(now));
        var withdrawn = participation(participation.id(), visibility);
        events.publish(LearningEvents.withdrawn(withdrawn), now);
        return withdrawn;
    }

    public Participation participation(UUID id, Visibility visibility) {
        return participations
                .find(id, LocalDate.now(clock), visibility)
                .orElseThrow(() -> LearningRefused.participationNotFound(id));
    }

    public Page<Participation> participations(ParticipationFilter filter, Visibility visibility, PageRequest asked) {
        return participations.list(filter, LocalDate.now(clock), visibility, asked);
    }

    /** What is known of a practice's year, with what it misses on a day. */
    public record Picture(Facts facts, List<ComplianceMissing> missing, LocalDate asOf) {}

    public Page<Picture> pictures(
            String region, Agb agb, ImplementationYear year, Visibility visibility, PageRequest asked) {
        var today = LocalDate.now(clock);
        var filter = new DeadlineRepository.Filter(region, agb, year, false);
        var page = deadlines.list(filter, today, visibility, asked);
        return new Page<>(pictures.facts(page.rows()), page.next())
                .map(facts -> new Picture(facts, Compliance.missing(facts, today), today));
    }

    private void check(Told told, String rho) {
        told.check(
                LocalDate.now(clock),
                interventions.withCodes(told.interventions()),
                meetings.ofRho(rho, told.practices(), told.heldOn()));
    }

    private void check(Participation told) {
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
}
