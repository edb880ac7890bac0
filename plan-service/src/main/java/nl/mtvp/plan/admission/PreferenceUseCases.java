package nl.mtvp.plan.admission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.plan.admission.db.PreferenceRepository;
import nl.mtvp.plan.admission.db.RoundRepository;
import nl.mtvp.plan.admission.domain.Candidate;
import nl.mtvp.plan.admission.domain.PreferenceLines;
import nl.mtvp.plan.admission.domain.StatedPreference;
import nl.mtvp.plan.region.db.RegionRepository;
import nl.mtvp.plan.region.domain.RegionRefused;

/** Takes down what practices want (D17). From their deadline, or the freeze, until the draw nobody changes their mind. */
@ApplicationScoped
@Transactional
public class PreferenceUseCases {

    private final RegionRepository regions;
    private final RoundRepository rounds;
    private final Transcripts transcripts;
    private final PreferenceRepository preferences;
    private final Clock clock;

    PreferenceUseCases(
            RegionRepository regions,
            RoundRepository rounds,
            Transcripts transcripts,
            PreferenceRepository preferences,
            Clock clock) {
        this.regions = regions;
        this.rounds = rounds;
        this.transcripts = transcripts;
        this.preferences = preferences;
        this.clock = clock;
    }

    /** States preferences, all of the lines or none. The region's turn decides whether it is before a freeze. */
    public void state(String region, List<PreferenceLines.Line> lines, Actor actor) {
        regions.take(region);
        rounds.latest(region)
                .map(round -> transcripts.of(round))
                .ifPresent(latest -> latest.requirePreferencesTakenOn(LocalDate.now(clock)));
        var practices = preferences.candidates(region, LocalDate.now(clock));
        var stated = PreferenceLines.check(
                lines,
                practices.stream().map(Candidate::agb).collect(Collectors.toSet()),
                practices.stream()
                        .filter(Candidate::admitted)
                        .map(Candidate::agb)
                        .collect(Collectors.toSet()));
        preferences.add(stated, actor, clock.instant());
    }

    public Page<StatedPreference> visible(String region, Visibility visibility, PageRequest asked) {
        regions.withCode(region).orElseThrow(() -> RegionRefused.notFound(region));
        return preferences.visible(region, LocalDate.now(clock), visibility, asked);
    }
}
