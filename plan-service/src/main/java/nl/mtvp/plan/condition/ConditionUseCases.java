package nl.mtvp.plan.condition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.LongConsumer;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.plan.condition.db.ConditionPolicyRepository;
import nl.mtvp.plan.condition.db.ConditionRepository;
import nl.mtvp.plan.condition.domain.Condition;
import nl.mtvp.plan.condition.domain.ConditionEvidence;
import nl.mtvp.plan.condition.domain.ConditionPolicy;
import nl.mtvp.plan.condition.domain.ConditionRefused;
import nl.mtvp.plan.condition.domain.Shortfall;
import nl.mtvp.plan.condition.domain.Standing;

/** Records what RHOs show of their conditions, and judges them by an insurer's policy (D5). Nothing here blocks a plan. */
@ApplicationScoped
@Transactional
public class ConditionUseCases {

    private final ConditionRepository conditions;
    private final ConditionPolicyRepository policies;
    private final Clock clock;

    ConditionUseCases(ConditionRepository conditions, ConditionPolicyRepository policies, Clock clock) {
        this.conditions = conditions;
        this.policies = policies;
        this.clock = clock;
    }

    /** @param shown what an RHO hands in, as it is recorded with an id at a moment */
    public ConditionEvidence record(String rho, BiFunction<UUID, Instant, ConditionEvidence> shown, Actor actor) {
        var now = clock.instant();
        var standing = conditions
                .findStanding(rho, LocalDate.now(clock), Visibility.EVERYTHING)
                .orElseThrow(() -> ConditionRefused.rhoNotFound(rho));
        var evidence = shown.apply(Ids.at(now), now);
        InvalidInput.ifAny(evidence.faults(standing.regions()));
        conditions.add(rho, evidence, actor);
        return evidence;
    }

    /** An RHO as it stands, judged by a policy. */
    public record Judged(Standing standing, LocalDate judgedOn, ConditionPolicy policy, List<Shortfall> shortfalls) {}

    /** @param insurer by whose policy it is judged, or null for all conditions */
    public Judged judged(String rho, Uzovi insurer, Visibility visibility) {
        var today = LocalDate.now(clock);
        var standing =
                conditions.findStanding(rho, today, visibility).orElseThrow(() -> ConditionRefused.rhoNotFound(rho));
        var policy = insurer == null ? ConditionPolicy.UNSTATED : policies.policy(insurer);
        return new Judged(standing, today, policy, Shortfall.of(standing, policy.conditions()));
    }

    public ConditionPolicy policy(Uzovi insurer) {
        return policies.policy(insurer);
    }

    /** The policy's next version, which counts from now on. @param expected holds the change to the newest version */
    public ConditionPolicy state(Uzovi insurer, Set<Condition> applied, LongConsumer expected, Actor actor) {
        var newest = policies.policy(insurer).version();
        expected.accept(newest);
        var next = new ConditionPolicy(applied, newest + 1);
        policies.add(insurer, next, actor.at(clock.instant()));
        return next;
    }
}
