package nl.mtvp.contract.following;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.mtvp.contract.agreement.OffsetUseCases;
import nl.mtvp.contract.agreement.domain.AgreementUnarranged;
import nl.mtvp.contract.contract.ContractUseCases;
import nl.mtvp.contract.contract.db.ContractRepository;
import nl.mtvp.contract.contract.domain.Certificate;
import nl.mtvp.contract.contract.domain.Contract;
import nl.mtvp.contract.contract.domain.Course;
import nl.mtvp.contract.contract.domain.Origin;
import nl.mtvp.contract.following.db.FollowingRepository;
import nl.mtvp.contract.following.domain.FollowingDocument;
import nl.mtvp.contract.following.domain.FollowingProposal;
import nl.mtvp.contract.following.domain.FollowingStep;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.job.ClaimedWork;
import org.jboss.logging.Logger;

/**
 * Works out what became of following proposals whose waiting time is over (D30). Their due moment decides, not the
 * moment of this job; replicas share the work, and each proposal is one transaction.
 */
@ApplicationScoped
public class FollowingJob {

    private static final Logger LOG = Logger.getLogger(FollowingJob.class);
    private static final String SILENCE = "silence";

    private final ClaimedWork work;
    private final FollowingRepository proposals;
    private final Followers followers;
    private final ContractRepository contracts;
    private final ContractUseCases conclusion;
    private final OffsetUseCases offsets;
    private final Clock clock;

    FollowingJob(
            ClaimedWork work,
            FollowingRepository proposals,
            Followers followers,
            ContractRepository contracts,
            ContractUseCases conclusion,
            OffsetUseCases offsets,
            Clock clock) {
        this.work = work;
        this.proposals = proposals;
        this.followers = followers;
        this.contracts = contracts;
        this.conclusion = conclusion;
        this.offsets = offsets;
        this.clock = clock;
    }

    /** Goes on until nothing is due; what cannot be worked out now is left for the next time. */
    @Scheduled(every = "{mtvp.following.look-every}", concurrentExecution = ConcurrentExecution.SKIP)
    public void work() {
        var failed = new HashSet<UUID>();
        while (workOne(failed)) {
            // One transaction each.
        }
    }

    private boolean workOne(Set<UUID> failed) {
        return work.one(now -> proposals.claimDue(now, failed), this::settle, (due, failure) -> {
            LOG.warnf(failure.cause(), "following proposal %s is left for the next time", due.id());
            failed.add(due.id());
        });
    }

    private void settle(FollowingProposal due) {
        var preferent =
                contracts.find(due.preferentContractId(), Visibility.EVERYTHING).orElseThrow();
        var insurer = Set.of(due.uzovi());
        if (followers.taken(insurer, due.agb(), due.startsOn()).contains(due.uzovi())) {
            close(due, FollowingStep.OVERTAKE, "the pair has another contract (D29)");
        } else if (followers.among(insurer, preferent).isEmpty()) {
            close(due, FollowingStep.IMPEDE, "the insurer has another scheme, or is a label of another (D22, D31)");
        } else {
            try {
                conclude(due, preferent);
            } catch (AgreementUnarranged unarranged) {
                close(due, FollowingStep.IMPEDE, unarranged.faults().get(0).detail());
            }
        }
    }

    private void conclude(FollowingProposal due, Contract preferent) {
        var followed = due.after(FollowingStep.TAKE_EFFECT, due.dueAt(), SILENCE, Optional.empty());
        // First of all, while the transaction is still whole: nothing is written before everything is arranged.
        var arranged = offsets.freeze(due.uzovi(), due.agb(), due.startsOn());
        proposals.close(followed);
        var contract = new Contract(
                Ids.at(clock.instant()),
                new Origin(Origin.OriginKind.FOLLOWING, due.id()),
                due.uzovi(),
                due.agb(),
                preferent.kvk(),
                preferent.basis(),
                due.startsOn(),
                due.dueAt(),
                due.tariffSeries(),
                preferent.textVersion(),
                Course.UNDISTURBED);
        var signed = contracts.findCertificate(preferent.id()).orElseThrow();
        var document = FollowingDocument.of(contract, followed, preferent, signed, arranged);
        conclusion.conclude(contract, Certificate.of(contract.id(), document), false, clock.instant());
    }

    private void close(FollowingProposal due, FollowingStep step, String reason) {
        proposals.close(due.after(step, due.dueAt(), SILENCE, Optional.of(reason)));
    }
}
