package nl.mtvp.plan.admission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.feed.Events;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.plan.admission.db.AdmissionRepository;
import nl.mtvp.plan.admission.db.PreferenceRepository;
import nl.mtvp.plan.admission.domain.Admission;
import nl.mtvp.plan.admission.domain.AdmissionRefused;
import nl.mtvp.plan.admission.domain.Preference;
import nl.mtvp.plan.admission.domain.StatedPreference;
import org.threeten.extra.YearQuarter;

/** Shows who may start when (D21), and takes an admission back when a practice steps out. */
@ApplicationScoped
@Transactional
public class TrancheUseCases {

    private static final Preference OPTED_OUT = new Preference(false, null);

    private final AdmissionRepository admissions;
    private final PreferenceRepository preferences;
    private final Transcripts transcripts;
    private final Events events;
    private final Clock clock;

    TrancheUseCases(
            AdmissionRepository admissions,
            PreferenceRepository preferences,
            Transcripts transcripts,
            Events events,
            Clock clock) {
        this.admissions = admissions;
        this.preferences = preferences;
        this.transcripts = transcripts;
        this.events = events;
        this.clock = clock;
    }

    public Page<Admission> tranche(String region, YearQuarter quarter, PageRequest asked) {
        return admissions.tranche(region, quarter, asked);
    }

    /** The practice counts as opted out from here on; if it changes its mind, it starts later (D18). */
    public Admission withdraw(UUID round, Agb agb, String reason, Actor actor) {
        transcripts.taken(round);
        var admission = admissions.admission(round, agb).orElseThrow(() -> AdmissionRefused.notFound(agb));
        var now = clock.instant();
        if (!admissions.withdraw(admission, reason, actor, now)) {
            throw AdmissionRefused.withdrawn(agb);
        }
        preferences.add(List.of(new StatedPreference(agb, OPTED_OUT)), actor, now);
        events.publish(AdmissionEvents.withdrawn(admission, reason), now);
        return admission;
    }
}
