package nl.mtvp.plan.admission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.json.Digests;
import nl.mtvp.plan.admission.db.DrawRepository;
import nl.mtvp.plan.admission.db.PoolRepository;
import nl.mtvp.plan.admission.db.PreferenceRepository;
import nl.mtvp.plan.admission.db.RoundRepository;
import nl.mtvp.plan.admission.domain.AdmissionRefused;
import nl.mtvp.plan.admission.domain.Candidate;
import nl.mtvp.plan.admission.domain.Ceilings.NationalCeiling;
import nl.mtvp.plan.admission.domain.Filling;
import nl.mtvp.plan.admission.domain.Lots;
import nl.mtvp.plan.admission.domain.Pool;
import nl.mtvp.plan.admission.domain.Round;
import nl.mtvp.plan.admission.domain.RoundState;
import nl.mtvp.plan.admission.domain.Seed;
import nl.mtvp.plan.admission.domain.Transcript;
import nl.mtvp.plan.admission.domain.Transcript.Commitment;
import nl.mtvp.plan.admission.domain.Transcript.Drawn;
import nl.mtvp.plan.admission.domain.Transcript.RecordedDraw;
import nl.mtvp.plan.admission.domain.Transcript.Redraw;
import nl.mtvp.plan.admission.domain.Transcript.Withdrawal;
import nl.mtvp.plan.region.db.RegionRepository;
import nl.mtvp.plan.region.domain.RegionRefused;
import org.threeten.extra.YearQuarter;

/**
 * Opens rounds, takes the notary's commitment, and freezes what is drawn from (D16, D18, D20). Takes a frozen round to its
 * draw: lots step back, the notary reveals the seed, lots have their turns (D19). Has a draw repeated for a reason, and shows
 * all draws of a round.
 */
@ApplicationScoped
@Transactional
public class RoundUseCases {

    private final RegionRepository regions;
    private final RoundRepository rounds;
    private final PoolRepository pools;
    private final PreferenceRepository preferences;
    private final Transcripts transcripts;
    private final DrawRepository draws;
    private final Clock clock;

    RoundUseCases(
            RegionRepository regions,
            RoundRepository rounds,
            PoolRepository pools,
            PreferenceRepository preferences,
            Transcripts transcripts,
            DrawRepository draws,
            Clock clock) {
        this.regions = regions;
        this.rounds = rounds;
        this.pools = pools;
        this.preferences = preferences;
        this.transcripts = transcripts;
        this.draws = draws;
        this.clock = clock;
    }

    /** Opens a region's round; its ceiling follows from the quarter. Rounds follow each other. */
    public Transcript open(String region, YearQuarter quarter, LocalDate preferencesUntil, Actor actor) {
        regions.locked(region).orElseThrow(() -> RegionRefused.notFound(region));
        var ceiling = rounds.ceilings().percentAt(quarter);
        var faults = new ArrayList<Fault>();
        if (ceiling.isEmpty()) {
            faults.add(Fault.inBody("/quarter", "before-the-scheme", "D16: nobody starts before the scheme begins"));
        }
        faults.addAll(Round.faults(quarter, preferencesUntil, LocalDate.now(clock)));
        InvalidInput.ifAny(faults);
        rounds.findLatest(region).ifPresent(latest -> requireAfter(latest, quarter));
        var now = clock.instant();
        var round = new Round(Ids.at(now), region, quarter, ceiling.get(), preferencesUntil, now);
        rounds.add(round, actor);
        return transcripts.of(round);
    }

    /** For the draw, before the freeze; or, once the round closed, for one that may be ordered to repeat it. */
    public Transcript commit(UUID id, String digest, Actor notary) {
        var transcript = transcripts.taken(id);
        if (!transcript.round().needsDraw()) {
            throw AdmissionRefused.noDrawNeeded();
        }
        int number = numberToCommitTo(transcript);
        if (rounds.findCommitment(id, number).isPresent()) {
            throw AdmissionRefused.commitmentGiven();
        }
        rounds.addCommitment(id, number, new Commitment(digest, notary.at(clock.instant())));
        return transcripts.of(transcript.round());
    }

    /** Freezes the pool. In the last round everybody in it is admitted at once. */
    public Transcript freeze(UUID id, Actor actor) {
        var transcript = transcripts.taken(id);
        var round = transcript.round();
        transcript.require(RoundState.OPEN);
        if (round.takesPreferencesOn(LocalDate.now(clock)) && round.preferencesUntil() != null) {
            throw AdmissionRefused.preferencesStillTaken(round.preferencesUntil());
        }
        requireCommitment(transcript, actor);
        var pool = pool(round);
        var frozen = actor.at(clock.instant());
        pools.freeze(pool, Digests.hex(pool.hash()), transcript.commitment(), frozen);
        return pool.needsDraw()
                ? transcripts.of(round)
                : transcripts.admit(round, null, null, Filling.withoutDraw(pool), frozen);
    }

    public Transcript transcript(UUID id) {
        return transcripts.of(transcripts.round(id));
    }

    public Page<Round> rounds(String region, YearQuarter quarter, PageRequest asked) {
        return rounds.listRounds(region, quarter, asked);
    }

    public Page<NationalCeiling> nationalCeilings(PageRequest asked) {
        return rounds.listNationalCeilings(asked);
    }

    /** The lot stays in the pool and its hash, and is skipped: the order of the others does not change. */
    public Transcript withdrawLot(UUID id, String lotId, String reason, Actor actor) {
        var transcript = transcripts.taken(id);
        transcript.require(RoundState.FROZEN);
        if (transcript.frozen().pool().lots().stream().noneMatch(lot -> lot.id().equals(lotId))) {
            throw AdmissionRefused.lotNotFound(lotId);
        }
        if (transcript.withdrawnLots().containsKey(lotId)) {
            throw AdmissionRefused.lotWithdrawn(lotId);
        }
        pools.withdraw(id, transcript.number(), new Withdrawal(lotId, reason, clock.instant()), actor);
        return transcripts.of(transcript.round());
    }

    public Transcript draw(UUID id, Seed seed, Actor notary) {
        var transcript = transcripts.taken(id);
        transcript.require(RoundState.FROZEN);
        var commitment = transcript.commitment().digest();
        if (!seed.matches(HexFormat.of().parseHex(commitment))) {
            throw new InvalidInput(Fault.inBody(
                    "/seed", "seed-does-not-match", "D20: its SHA-256 is not the commitment " + commitment));
        }
        var now = clock.instant();
        var drawn = new Drawn(Ids.at(now), HexFormat.of().formatHex(seed.bytes()), now);
        var redraw = transcript.redraw();
        draws.add(id, transcript.number(), redraw, drawn, commitment, notary);
        var turns = transcript.turnsWith(seed);
        return transcripts.admit(transcript.round(), drawn.drawId(), redraw, turns, notary.at(now));
    }

    /** The round is frozen again, over the same pool; what the last draw admitted stands until the next one. */
    public Transcript order(UUID id, String reason, Actor actor) {
        var transcript = transcripts.taken(id);
        if (!transcript.round().needsDraw()) {
            throw AdmissionRefused.noDrawNeeded();
        }
        transcript.require(RoundState.CLOSED);
        rounds.requireLatest(transcript.round());
        int number = transcript.number() + 1;
        var commitment = rounds.findCommitment(id, number).orElseThrow(AdmissionRefused::redrawCommitmentNeeded);
        if (commitment.committed().by().equals(actor.subject())) {
            throw AdmissionRefused.notaryDoesNotOrder();
        }
        var now = clock.instant();
        var redraw = new Redraw(Ids.at(now), reason, now);
        draws.order(id, number, redraw, commitment.committed().by(), actor);
        return transcripts.of(transcript.round());
    }

    public Page<RecordedDraw> draws(UUID id, PageRequest asked) {
        return draws.list(transcripts.round(id).id(), asked);
    }

    public Transcript transcript(UUID id, int number) {
        return transcripts.withDraw(id, number);
    }

    private int numberToCommitTo(Transcript transcript) {
        if (transcript.state() != RoundState.CLOSED) {
            transcript.require(RoundState.OPEN);
            return transcript.number();
        }
        rounds.requireLatest(transcript.round());
        return transcript.number() + 1;
    }

    private void requireAfter(Round latest, YearQuarter quarter) {
        if (quarter.equals(latest.quarter())) {
            throw AdmissionRefused.roundExists(latest.region(), quarter);
        }
        if (quarter.isBefore(latest.quarter())) {
            throw AdmissionRefused.roundOutOfOrder(latest.quarter());
        }
        if (transcripts.of(latest).state() != RoundState.CLOSED) {
            throw AdmissionRefused.earlierRoundOpen(latest.quarter());
        }
    }

    private static void requireCommitment(Transcript transcript, Actor actor) {
        if (!transcript.round().needsDraw()) {
            return;
        }
        if (transcript.commitment() == null) {
            throw AdmissionRefused.commitmentNeeded();
        }
        if (transcript.commitment().committed().by().equals(actor.subject())) {
            throw AdmissionRefused.notaryDoesNotFreeze();
        }
    }

    private Pool pool(Round round) {
        var candidates = preferences.candidates(round.region(), round.quarter().atDay(1));
        if (candidates.isEmpty()) {
            throw AdmissionRefused.regionWithoutPractices(round.region());
        }
        return new Pool(
                round.id(),
                round.region(),
                round.quarter(),
                round.ceilingPercent(),
                candidates.stream().mapToLong(Candidate::ion).sum(),
                candidates.stream()
                        .filter(Candidate::admitted)
                        .mapToLong(Candidate::ion)
                        .sum(),
                Lots.of(round.region(), round.quarter(), candidates, pools.admittedHubs(round.region())));
    }
}
