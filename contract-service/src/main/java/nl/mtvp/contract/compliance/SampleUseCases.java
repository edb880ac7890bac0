package nl.mtvp.contract.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import nl.mtvp.contract.compliance.db.ReviewRepository;
import nl.mtvp.contract.compliance.db.SampleRepository;
import nl.mtvp.contract.compliance.domain.Sample;
import nl.mtvp.contract.compliance.domain.Sampling;
import nl.mtvp.contract.contract.Signatures;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.failure.NotFound;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.json.Digests;
import nl.mtvp.kernel.time.SuiteClock;

/**
 * Draws samples of reviews (D33). Choice: the seed is drawn here and now, so that nobody looks for one that suits them.
 */
@ApplicationScoped
public class SampleUseCases {

    private static final int SEED_BYTES = 32;

    private final ReviewRepository reviews;
    private final SampleRepository samples;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SampleUseCases(ReviewRepository reviews, SampleRepository samples, Clock clock) {
        this.reviews = reviews;
        this.samples = samples;
        this.clock = clock;
    }

    /** Draws from the contracts of an insurer with a review of the year; reviews that are missing are made before. */
    @Transactional
    public Sample draw(Uzovi uzovi, int year, int size, Actor actor) {
        var seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        var now = clock.instant();
        var by = Signatures.of(actor, now);
        reviews.addMissing(uzovi, year, SuiteClock.day(now), by);
        var population = reviews.contractsReviewed(uzovi, year);
        var members = Sampling.first(size, seed, population);
        var sample = new Sample(Ids.at(now), uzovi, year, size, Digests.hex(seed), population, members, by);
        samples.add(sample);
        return sample;
    }

    /** @throws NotFound if it is not there for who asks */
    @Transactional
    public Sample withId(UUID id, Visibility visibility) {
        return samples.withId(id, visibility);
    }

    @Transactional
    public Page<Sample> list(Visibility visibility, PageRequest asked) {
        return samples.list(visibility, asked);
    }
}
