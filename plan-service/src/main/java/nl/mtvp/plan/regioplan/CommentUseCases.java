package nl.mtvp.plan.regioplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.plan.regioplan.db.CommentRepository;
import nl.mtvp.plan.regioplan.domain.Comment;
import nl.mtvp.plan.regioplan.domain.RegioplanRefused;

/** Lets an RHO and its preferent insurers talk a version over (D6). What is said stays. */
@ApplicationScoped
@Transactional
public class CommentUseCases {

    private final RegioplanUseCases regioplannen;
    private final CommentRepository comments;
    private final Clock clock;

    CommentUseCases(RegioplanUseCases regioplannen, CommentRepository comments, Clock clock) {
        this.regioplannen = regioplannen;
        this.comments = comments;
        this.clock = clock;
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
}
