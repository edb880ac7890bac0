package nl.mtvp.contract.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.compliance.db.ReviewRepository;
import nl.mtvp.contract.compliance.domain.Answer;
import nl.mtvp.contract.compliance.domain.Decision;
import nl.mtvp.contract.compliance.domain.DecisionDocument;
import nl.mtvp.contract.compliance.domain.Hearing;
import nl.mtvp.contract.compliance.domain.Review;
import nl.mtvp.contract.compliance.domain.Review.ReviewFilter;
import nl.mtvp.contract.compliance.domain.ReviewRefused;
import nl.mtvp.contract.compliance.domain.Sample;
import nl.mtvp.contract.compliance.domain.Sampling;
import nl.mtvp.contract.compliance.domain.Verdict;
import nl.mtvp.contract.contract.Signatures;
import nl.mtvp.contract.contract.db.ContractRepository;
import nl.mtvp.contract.contract.domain.Contract;
import nl.mtvp.contract.contract.domain.ContractRefused;
import nl.mtvp.contract.contract.domain.Frozen;
import nl.mtvp.contract.measure.MeasureUseCases;
import nl.mtvp.contract.measure.domain.MeasureRefused;
import nl.mtvp.contract.measure.domain.Takings;
import nl.mtvp.contract.measure.domain.Terms;
import nl.mtvp.contract.party.domain.PartyRefused;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.failure.NotFound;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.json.Digests;
import nl.mtvp.kernel.time.SuiteClock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes the yearly reviews, draws samples of them, hears practices and takes decisions (D33). The contract's row is locked before anything is
 * judged, so a review has one next step at a time; a breach stops the contract in the same transaction (D34).
 */
@ApplicationScoped
public class ReviewUseCases {

    private static final int SEED_BYTES = 32;

    private final ReviewRepository reviews;
    private final ContractRepository contracts;
    private final MeasureUseCases measures;
    private final Clock clock;
    private final int hearingDays;
    private final SecureRandom random = new SecureRandom();

    ReviewUseCases(
            ReviewRepository reviews,
            ContractRepository contracts,
            MeasureUseCases measures,
            Clock clock,
            @ConfigProperty(name = "mtvp.compliance.hearing-days", defaultValue = "14") int hearingDays) {
        this.reviews = reviews;
        this.contracts = contracts;
        this.measures = measures;
        this.clock = clock;
        this.hearingDays = hearingDays;
    }

    /** Makes the reviews of an insurer and year that are missing, and tells how many those were. */
    @Transactional
    public int make(Uzovi uzovi, int year, Actor actor) {
        var now = clock.instant();
        return reviews.addMissing(uzovi, year, SuiteClock.day(now), Signatures.of(actor, now));
    }

    /** @throws ReviewRefused if there was a hearing, or it was decided */
    @Transactional
    public Review hear(UUID id, String grounds, Visibility visibility, Actor actor) {
        lock(id, visibility);
        var now = clock.instant();
        var hearing = Hearing.opened(SuiteClock.day(now), hearingDays, grounds, Signatures.of(actor, now));
        var heard = withId(id, visibility).heard(hearing);
        reviews.addHearing(id, hearing);
        return heard;
    }

    /** @throws ReviewRefused if no hearing is open */
    @Transactional
    public Review answer(UUID id, String text, Visibility visibility, Actor actor) {
        lock(id, visibility);
        var now = clock.instant();
        var answer = new Answer(Ids.at(now), text, Signatures.of(actor, now));
        var answered = withId(id, visibility).answered(answer, SuiteClock.day(now));
        reviews.addAnswer(id, answer);
        return answered;
    }

    /**
     * Decides, on the facts given, which are frozen with the decision.
     *
     * @param takes what the verdict's clawback takes, if it has one (D34)
     * @throws ReviewRefused if who decides made it or opened its hearing
     * @throws ReviewRefused if it cannot be decided so, or not yet
     * @throws InvalidInput if the verdict contradicts itself
     * @throws MeasureRefused if it is a breach and the contract is stopped already
     */
    @Transactional
    public Review decide(
            UUID id, Verdict verdict, Object picture, Optional<Takings> takes, Visibility visibility, Actor actor) {
        var contract = lock(id, visibility);
        var review = withId(id, visibility);
        var now = clock.instant();
        var by = Signatures.of(actor, now);
        verdict.require(SuiteClock.day(now), contract);
        review.requireDecidable(verdict.outcome(), by, SuiteClock.day(now));
        var document = DecisionDocument.of(review, verdict, picture, takes, by);
        // Who opened the hearing proposed these with it; who decides puts them into effect.
        var stop = verdict.stoppedFrom().map(from -> {
            var terms = new Terms.Stop(from, review.hearing().orElseThrow().openedOn());
            return order(review, terms, verdict.grounds(), Optional.empty(), visibility, actor);
        });
        var clawback = verdict.clawback()
                .map(claim -> order(review, claim.terms(), claim.grounds(), takes, visibility, actor));
        var decision = new Decision(
                verdict.outcome(), verdict.grounds(), verdict.remedyUntil(), stop, clawback, Frozen.of(document), by);
        var decided = review.decided(decision, SuiteClock.day(now));
        reviews.addDecision(decided, SuiteClock.day(now));
        return decided;
    }

    private UUID order(
            Review review, Terms terms, String grounds, Optional<Takings> takes, Visibility visibility, Actor actor) {
        var opened = review.hearing().orElseThrow().opened();
        return measures.order(review.contractId(), terms, grounds, opened, takes, visibility, actor)
                .id();
    }

    /**
     * Holds a verdict against itself, before anything is asked for it.
     *
     * @throws InvalidInput if it contradicts itself
     */
    @Transactional
    public void require(Review review, Verdict verdict) {
        var contract = contract(review);
        verdict.require(SuiteClock.day(clock.instant()), contract);
    }

    /** @throws NotFound if it is not there for who asks */
    @Transactional
    public Review withId(UUID id, Visibility visibility) {
        return reviews.find(id, visibility).orElseThrow(() -> ReviewRefused.notFound(id));
    }

    /** The practice that holds the review's contract today, whose picture it is about. */
    @Transactional
    public Agb holder(Review review) {
        return contract(review).holder(SuiteClock.day(clock.instant()));
    }

    private Contract contract(Review review) {
        return contracts.find(review.contractId(), Visibility.EVERYTHING).orElseThrow();
    }

    @Transactional
    public Page<Review> list(ReviewFilter filter, Visibility visibility, PageRequest asked) {
        return reviews.list(filter, visibility, asked);
    }

    /**
     * Draws from the contracts of an insurer with a review of the year; reviews that are missing are made before. Choice:
     * the seed is drawn here and now, so that nobody looks for one that suits them.
     *
     * @throws NotFound if the insurer is not registered
     */
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
        reviews.add(sample, () -> PartyRefused.notFound("insurer " + uzovi));
        return sample;
    }

    /** @throws NotFound if it is not there for who asks */
    @Transactional
    public Sample sample(UUID id, Visibility visibility) {
        return reviews.findSample(id, visibility).orElseThrow(() -> ReviewRefused.notFound(id));
    }

    @Transactional
    public Page<Sample> samples(Visibility visibility, PageRequest asked) {
        return reviews.listSamples(visibility, asked);
    }

    private Contract lock(UUID id, Visibility visibility) {
        var contractId = reviews.findContractId(id, visibility).orElseThrow(() -> ReviewRefused.notFound(id));
        return contracts.locked(contractId, visibility).orElseThrow(() -> ContractRefused.notFound(contractId));
    }
}
