package nl.mtvp.contract.offer.rest;

import nl.mtvp.contract.offer.domain.Affirmations;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A practice's acceptance. What it leaves away it does not affirm. */
public record AcceptanceRequest(
        @Schema(required = true) AffirmationsBody affirmations,
        @Schema(
                        nullable = true,
                        description =
                                "Whether other insurers may follow a preferent insurer's contract (D30). Left away,"
                                        + " they may not")
                Boolean othersMayFollow) {

    /** The three conditions of the minimum hurdle, each affirmed by itself (D26). */
    @Schema(name = "Affirmations")
    public record AffirmationsBody(
            @Schema(required = true, description = "Learns with others, through intervisie organised by the RHO")
                    Boolean learningEnvironment,
            @Schema(required = true, description = "Commits to the regioplan") Boolean regionalApproach,
            @Schema(required = true, description = "Commits to carrying out the leidraad along the growth model")
                    Boolean growthModel) {

        public Affirmations toDomain() {
            return new Affirmations(
                    Boolean.TRUE.equals(learningEnvironment),
                    Boolean.TRUE.equals(regionalApproach),
                    Boolean.TRUE.equals(growthModel));
        }
    }

    boolean letsOthersFollow() {
        return Boolean.TRUE.equals(othersMayFollow);
    }

    Affirmations toDomain() {
        return affirmations == null ? new Affirmations(false, false, false) : affirmations.toDomain();
    }
}
