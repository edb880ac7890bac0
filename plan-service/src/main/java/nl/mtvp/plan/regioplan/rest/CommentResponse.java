package nl.mtvp.plan.regioplan.rest;

import java.time.Instant;
import java.util.UUID;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.plan.regioplan.domain.Comment;
import nl.mtvp.plan.regioplan.domain.Comment.Subject;

/** What was said about a version: by an insurer or, without one, by the RHO; without a subject about the whole. */
public record CommentResponse(UUID id, Uzovi uzovi, Subject subject, String text, Instant writtenAt) {

    static CommentResponse of(Comment comment) {
        return new CommentResponse(
                comment.id(), comment.uzovi(), comment.subject(), comment.text(), comment.writtenAt());
    }
}
