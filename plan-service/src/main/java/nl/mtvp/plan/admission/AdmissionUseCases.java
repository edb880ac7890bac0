package nl.mtvp.plan.admission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.feed.Events;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.plan.admission.db.AdmissionRepository;
import nl.mtvp.plan.admission.db.PreferenceRepository;
import nl.mtvp.plan.admission.db.RoundRepository;
import nl.mtvp.plan.admission.domain.Admission;
import nl.mtvp.plan.admission.domain.AdmissionRefused;
import nl.mtvp.plan.admission.domain.Preference;
import nl.mtvp.plan.admission.domain.StatedPreference;
import nl.mtvp.plan.region.db.RegionRepository;
import nl.mtvp.plan.region.domain.RegionRefused;
import org.threeten.extra.YearQuarter;

/**
 * Takes down what practices want (D17): from their deadline, or the freeze, until the draw nobody changes their mind. Shows
 * who may start when (D21), and takes an admission back when a practice steps out.
 */
@ApplicationScoped
@Transactional
public class AdmissionUseCases {

    private static final Preference OPTED_OUT = new Preference(false, null);

    private final RegionRepository regions;
    private final RoundRepository rounds;
    private final Transcripts transcripts;
    private final PreferenceRepository preferences;
    private final AdmissionRepository admissions;
    private final Events events;
    private final Clock clock;

    AdmissionUseCases(
            RegionRepository regions,
            RoundRepository rounds,
            Transcripts transcripts,
            PreferenceRepository preferences,
            AdmissionRepository admissions,
            Events events,
            Clock clock) {
        this.regions = regions;
        this.rounds = rounds;
        this.transcripts = transcripts;
        this.preferences = preferences;
        this.admissions = admissions;
        this.events = events;
        this.clock = clock;
    }

    /** States preferences, all of the lines or none. The region's turn decides whether it is before a freeze. */
    public void state(String region, List<StatedPreference.Line> lines, Actor actor) {
        regions.locked(region).orElseThrow(() -> RegionRefused.notFound(region));
        rounds.findLatest(region)
                .map(round -> transcripts.of(round))
                .ifPresent(latest -> latest.requirePreferencesTakenOn(LocalDate.now(clock)));
        var stated = StatedPreference.check(lines, preferences.candidates(region, LocalDate.now(clock)));
        preferences.add(stated, actor.at(clock.instant()));
    }

    public Page<StatedPreference> preferences(String region, Visibility visibility, PageRequest asked) {
        regions.findByCode(region).orElseThrow(() -> RegionRefused.notFound(region));
        return preferences.list(region, LocalDate.now(clock), visibility, asked);
    }

    public Page<Admission> tranche(String region, YearQuarter quarter, PageRequest asked) {
        return admissions.listTranche(region, quarter, asked);
    }

    /** The practice counts as opted out from here on; if it changes its mind, it starts later (D18). */
    public Admission withdraw(UUID round, Agb agb, String reason, Actor actor) {
        transcripts.taken(round);
        var admission = admissions.find(round, agb).orElseThrow(() -> AdmissionRefused.notFound(agb));
        var withdrawn = actor.at(clock.instant());
        if (!admissions.withdraw(admission, reason, withdrawn)) {
            throw AdmissionRefused.withdrawn(agb);
        }
        preferences.add(List.of(new StatedPreference(agb, OPTED_OUT)), withdrawn);
        events.publish(AdmissionEvents.withdrawn(admission, reason), withdrawn.at());
        return admission;
    }
}
