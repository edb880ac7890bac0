package nl.mtvp.plan.regioplan.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import nl.mtvp.plan.regioplan.domain.Comment;

/** What was said about a version: by an insurer or, without one, by the RHO; without a subject about the whole. */
@JsonPropertyOrder({"id", "uzovi", "subject", "text", "writtenAt"})
public record CommentResponse(@JsonUnwrapped Comment comment) {}
