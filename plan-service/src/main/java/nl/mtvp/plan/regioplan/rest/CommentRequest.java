package nl.mtvp.plan.regioplan.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.plan.regioplan.domain.Comment.Subject;

/**
 * What you say about a version.
 *
 * @param uzovi the insurer for which you speak; left away by the RHO
 * @param subject what it is about; left away for the whole
 */
public record CommentRequest(Uzovi uzovi, Subject subject, @NotBlank @Size(max = 4_000) String text) {}
