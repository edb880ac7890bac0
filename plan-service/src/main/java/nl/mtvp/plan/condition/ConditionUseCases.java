package nl.mtvp.plan.condition;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.plan.condition.db.ConditionRepository;
import nl.mtvp.plan.condition.domain.Condition;
import nl.mtvp.plan.condition.domain.ConditionEvidence;
import nl.mtvp.plan.condition.domain.ConditionPolicy;
import nl.mtvp.plan.condition.domain.PolicyStatedMeanwhile;
import nl.mtvp.plan.condition.domain.RhoNotFound;
import nl.mtvp.plan.condition.domain.Shortfall;
import nl.mtvp.plan.condition.domain.Shortfalls;
import nl.mtvp.plan.condition.domain.Standing;

/** Records what RHOs show of their conditions, and judges them by an insurer's policy (D5). Nothing here blocks a plan. */
@ApplicationScoped
public class ConditionUseCases {

    private final Transactions transactions;
    private final ConditionRepository conditions;
    private final Clock clock;

    ConditionUseCases(Transactions transactions, ConditionRepository conditions, Clock clock) {
        this.transactions = transactions;
        this.conditions = conditions;
        this.clock = clock;
    }

    /** What an RHO hands in. Region and numbers are those of a mandate, else null. */
    public record Shown(
            Condition condition,
            String document,
            String documentDigest,
            String region,
            Integer mandatedGps,
            Integer gps) {}

    public ConditionEvidence record(String rho, Shown shown, Actor actor) {
        return transactions.run(tx -> {
            var now = clock.instant();
            var standing = conditions
                    .standing(tx, rho, LocalDate.now(clock), Visibility.EVERYTHING)
                    .orElseThrow(() -> new RhoNotFound(rho));
            var evidence = new ConditionEvidence(
                    Ids.at(now),
                    shown.condition(),
                    shown.document(),
                    shown.documentDigest(),
                    shown.region(),
                    shown.mandatedGps(),
                    shown.gps(),
                    now);
            var faults = evidence.faults(standing.regions());
            if (!faults.isEmpty()) {
                throw new InvalidInput(faults);
            }
            conditions.add(tx, rho, evidence, actor);
            return evidence;
        });
    }

    /** An RHO as it stands, judged by a policy. */
    public record Judged(Standing standing, LocalDate judgedOn, ConditionPolicy policy, List<Shortfall> shortfalls) {}

    /** @param insurer by whose policy it is judged, or null for all conditions */
    public Judged judged(String rho, Uzovi insurer, Visibility visibility) {
        return transactions.run(tx -> {
            var today = LocalDate.now(clock);
            var standing = conditions.standing(tx, rho, today, visibility).orElseThrow(() -> new RhoNotFound(rho));
            var policy = insurer == null ? ConditionPolicy.UNSTATED : conditions.policy(tx, insurer);
            return new Judged(standing, today, policy, Shortfalls.of(standing, policy.conditions()));
        });
    }

    public ConditionPolicy policy(Uzovi insurer) {
        return transactions.run(tx -> conditions.policy(tx, insurer));
    }

    /** The policy's next version, which counts from now on. @param expected holds the change to the newest version */
    public ConditionPolicy state(Uzovi insurer, Set<Condition> applied, LongConsumer expected, Actor actor) {
        return transactions.run(tx -> {
            var newest = conditions.policy(tx, insurer).version();
            expected.accept(newest);
            if (!conditions.add(tx, insurer, applied, newest + 1, actor, clock.instant())) {
                throw new PolicyStatedMeanwhile();
            }
            return new ConditionPolicy(applied, newest + 1);
        });
    }
}
