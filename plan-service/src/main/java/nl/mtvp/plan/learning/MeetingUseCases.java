package nl.mtvp.plan.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.plan.catalogue.db.InterventionRepository;
import nl.mtvp.plan.learning.db.MeetingRepository;
import nl.mtvp.plan.learning.domain.LearningRefused;
import nl.mtvp.plan.learning.domain.Meeting;
import nl.mtvp.plan.learning.domain.MeetingFilter;
import nl.mtvp.plan.learning.domain.Report;
import nl.mtvp.plan.learning.domain.Told;
import nl.mtvp.plan.region.domain.Region;

/** Takes the reports of intervisie meetings, and their corrections (D12). */
@ApplicationScoped
@Transactional
public class MeetingUseCases {

    private final MeetingRepository meetings;
    private final InterventionRepository interventions;
    private final Clock clock;

    MeetingUseCases(MeetingRepository meetings, InterventionRepository interventions, Clock clock) {
        this.meetings = meetings;
        this.interventions = interventions;
        this.clock = clock;
    }

    public Meeting report(Region region, Told told, Actor actor) {
        check(told, region.rho());
        var now = clock.instant();
        var meeting = new Meeting(Ids.at(now), region.rho(), region.code(), new Report(1, told, null, now));
        meetings.add(meeting, actor);
        return meetings.visible(meeting.id(), Visibility.EVERYTHING).orElseThrow();
    }

    /** Corrects the report of this number, which must be the newest; the one that it corrects stays. */
    public Meeting correct(Meeting meeting, int number, Told told, String reason, Actor actor) {
        if (number != meeting.report().number()) {
            throw LearningRefused.reportNotTheNewest(number);
        }
        check(told, meeting.rho());
        meetings.add(meeting.id(), new Report(number + 1, told, reason, clock.instant()), actor);
        return meetings.visible(meeting.id(), Visibility.EVERYTHING).orElseThrow();
    }

    private void check(Told told, String rho) {
        told.check(
                LocalDate.now(clock),
                interventions.withCodes(told.interventions()),
                meetings.ofRho(rho, told.practices(), told.heldOn()));
    }

    public Meeting meeting(UUID id, Visibility visibility) {
        return meetings.visible(id, visibility).orElseThrow(() -> LearningRefused.meetingNotFound(id));
    }

    public Page<Meeting> meetings(MeetingFilter filter, Visibility visibility, PageRequest asked) {
        return meetings.visible(filter, visibility, asked);
    }

    /** The meeting as each of its reports told of it. */
    public Page<Meeting> reports(UUID id, Visibility visibility, PageRequest asked) {
        meeting(id, visibility);
        return meetings.reports(id, visibility, asked);
    }
}
