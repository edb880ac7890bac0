package nl.mtvp.plan.regioplan.domain;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import nl.mtvp.kernel.identity.Uzovi;

/**
 * What the RHO or a preferent insurer says about a version while they talk it over (D6).
 *
 * @param uzovi the insurer that speaks; null when the RHO does
 * @param subject what it is about; null for the whole
 */
@Embeddable
public record Comment(
        UUID id, Uzovi uzovi, @Enumerated(EnumType.STRING) Subject subject, String text, Instant writtenAt) {

    /** A part of a plan to talk about. */
    public enum Subject {
        INTERVENTIONS,
        MISSION_AND_VISION,
        ICT_VISION,
        GOVERNANCE,
        SUPPORT,
        CHALLENGES,
        ACTIVITIES,
        AGREEMENTS,
        RHO_SHARE
    }
}
