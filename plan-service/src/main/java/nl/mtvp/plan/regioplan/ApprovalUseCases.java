package nl.mtvp.plan.regioplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.feed.Events;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.plan.regioplan.db.CommentRepository;
import nl.mtvp.plan.regioplan.db.VersionRepository;
import nl.mtvp.plan.regioplan.domain.Comment;
import nl.mtvp.plan.regioplan.domain.Decision;
import nl.mtvp.plan.regioplan.domain.PlanVersion;
import nl.mtvp.plan.regioplan.domain.PlanVersion.Origin;
import nl.mtvp.plan.regioplan.domain.RegioplanRefused;
import nl.mtvp.plan.regioplan.domain.Verdict;
import nl.mtvp.plan.regioplan.domain.VersionState;

/**
 * Takes a version from its submission to its decision, by decisions (D6) or confirmations (D7), and what RHO and insurers say
 * about it on the way.
 */
@ApplicationScoped
@Transactional
public class ApprovalUseCases {

    private final RegioplanUseCases regioplannen;
    private final VersionRepository versions;
    private final CommentRepository comments;
    private final Events events;
    private final Clock clock;

    ApprovalUseCases(
            RegioplanUseCases regioplannen,
            VersionRepository versions,
            CommentRepository comments,
            Events events,
            Clock clock) {
        this.regioplannen = regioplannen;
        this.versions = versions;
        this.comments = comments;
        this.events = events;
        this.clock = clock;
    }

    /** An insurer's word on a version of an origin, bound to its content. */
    public record Word(Origin origin, Uzovi uzovi, Verdict verdict, String comment, String contentHash) {}

    public PlanVersion decide(UUID plan, int number, Word word, Visibility visibility, Actor actor) {
        var version = regioplannen.taken(plan, number, visibility);
        var decision = new Decision(word.uzovi(), word.verdict(), word.comment(), actor.subject(), clock.instant());
        version.requireDecidable(word.uzovi(), actor.subject(), word.contentHash());
        if (word.verdict() == Verdict.APPROVED && word.origin() != version.origin()) {
            throw RegioplanRefused.decidedOtherwise(
                    version.origin() == Origin.PUSHED ? "/confirmations" : "/decisions");
        }
        versions.addDecision(version, decision);
        var decisions = new ArrayList<>(version.decisions());
        decisions.add(decision);
        var outcome = Decision.outcome(version.parties(), decisions);
        if (outcome == VersionState.APPROVED) {
            approve(version, decision.decidedAt());
        } else if (outcome != VersionState.SUBMITTED) {
            versions.becomes(version.id(), outcome, decision.decidedAt());
        }
        return versions.visible(plan, number, Visibility.EVERYTHING).orElseThrow();
    }

    /** What somebody says. @param uzovi the insurer for which; null for the RHO */
    public record Remark(Uzovi uzovi, Comment.Subject subject, String text) {}

    public Comment add(UUID plan, int number, Remark remark, Visibility visibility, Actor actor) {
        var version = regioplannen.version(plan, number, visibility);
        if (remark.uzovi() != null && !version.hasParty(remark.uzovi())) {
            throw RegioplanRefused.insurerIsNoParty(remark.uzovi());
        }
        var now = clock.instant();
        var comment = new Comment(Ids.at(now), remark.uzovi(), remark.subject(), remark.text(), now, actor.subject());
        comments.add(version.id(), comment);
        return comment;
    }

    public Page<Comment> comments(UUID plan, int number, Visibility visibility, PageRequest asked) {
        return comments.of(regioplannen.version(plan, number, visibility).id(), asked);
    }

    /** The version comes into force, and the one before it goes; both are told, in this order: gone, come. */
    private void approve(PlanVersion version, Instant now) {
        versions.inForce(version.regioplanId()).ifPresent(old -> {
            old.requireWay(VersionState.SUPERSEDED);
            versions.becomes(old.id(), VersionState.SUPERSEDED, old.course().decidedAt());
            events.publish(RegioplanEvents.superseded(old, version), now);
        });
        versions.becomes(version.id(), VersionState.APPROVED, now);
        events.publish(RegioplanEvents.approved(version, now), now);
    }
}
