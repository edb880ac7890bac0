package nl.mtvp.plan.regioplan;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.feed.Events;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.plan.regioplan.db.VersionRepository;
import nl.mtvp.plan.regioplan.domain.DecidedOtherwise;
import nl.mtvp.plan.regioplan.domain.Decision;
import nl.mtvp.plan.regioplan.domain.PlanVersion;
import nl.mtvp.plan.regioplan.domain.PlanVersion.Origin;
import nl.mtvp.plan.regioplan.domain.Verdict;
import nl.mtvp.plan.regioplan.domain.VersionState;
import org.jdbi.v3.core.Handle;

/** Takes a version from its submission to its decision, by decisions (D6) or confirmations (D7). */
@ApplicationScoped
public class ApprovalUseCases {

    private final Transactions transactions;
    private final RegioplanUseCases regioplannen;
    private final VersionRepository versions;
    private final Events events;
    private final Clock clock;

    ApprovalUseCases(
            Transactions transactions,
            RegioplanUseCases regioplannen,
            VersionRepository versions,
            Events events,
            Clock clock) {
        this.transactions = transactions;
        this.regioplannen = regioplannen;
        this.versions = versions;
        this.events = events;
        this.clock = clock;
    }

    /** An insurer's word on a version of an origin, bound to its content. */
    public record Word(Origin origin, Uzovi uzovi, Verdict verdict, String comment, String contentHash) {}

    public PlanVersion decide(UUID plan, int number, Word word, Visibility visibility, Actor actor) {
        return transactions.run(tx -> {
            var version = regioplannen.taken(tx, plan, number, visibility);
            var decision = new Decision(word.uzovi(), word.verdict(), word.comment(), actor.subject(), clock.instant());
            version.requireDecidable(word.uzovi(), actor.subject(), word.contentHash());
            if (word.verdict() == Verdict.APPROVED && word.origin() != version.origin()) {
                throw new DecidedOtherwise(version.origin() == Origin.PUSHED ? "/confirmations" : "/decisions");
            }
            versions.addDecision(tx, version, decision);
            var decisions = new ArrayList<>(version.decisions());
            decisions.add(decision);
            var outcome = Decision.outcome(version.parties(), decisions);
            if (outcome == VersionState.APPROVED) {
                approve(tx, version, decision.decidedAt());
            } else if (outcome != VersionState.SUBMITTED) {
                versions.becomes(tx, version.id(), outcome, decision.decidedAt());
            }
            return versions.visible(tx, plan, number, Visibility.EVERYTHING).orElseThrow();
        });
    }

    /** The version comes into force, and the one before it goes; both are told, in this order: gone, come. */
    private void approve(Handle tx, PlanVersion version, Instant now) {
        versions.inForce(tx, version.regioplanId()).ifPresent(old -> {
            old.requireWay(VersionState.SUPERSEDED);
            versions.becomes(tx, old.id(), VersionState.SUPERSEDED, old.course().decidedAt());
            events.publish(tx, RegioplanEvents.superseded(old, version), now);
        });
        versions.becomes(tx, version.id(), VersionState.APPROVED, now);
        events.publish(tx, RegioplanEvents.approved(version, now), now);
    }
}
