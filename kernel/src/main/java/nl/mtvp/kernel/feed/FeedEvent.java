package nl.mtvp.kernel.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * An event as a feed gives it (CloudEvents 1.0, NL GOV profile).
 *
 * @param time when the source logged it: for a follower, when the source knew ({@code sourceKnownAt})
 */
public record FeedEvent(UUID id, String type, String subject, Instant time, JsonNode data) {}
