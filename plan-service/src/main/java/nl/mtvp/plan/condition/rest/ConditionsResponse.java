package nl.mtvp.plan.condition.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import nl.mtvp.kernel.identity.Kvk;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.plan.condition.ConditionUseCases.Judged;
import nl.mtvp.plan.condition.domain.Condition;
import nl.mtvp.plan.condition.domain.Shortfall;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How an RHO stands towards the conditions that an insurer applies.
 *
 * @param uzovi by whose policy it was judged, or null for all conditions
 * @param ion of the practices of its regions, on the day
 */
public record ConditionsResponse(
        String rho,
        @Schema(nullable = true) Uzovi uzovi,
        LocalDate judgedOn,
        Kvk kvk,
        long ion,
        List<ConditionResponse> conditions,
        List<EvidenceResponse> evidence) {

    /** @param applied whether the insurer asks it; what it does not ask is not judged */
    public record ConditionResponse(Condition condition, boolean applied, List<ShortfallResponse> shortfalls) {}

    /** What is missing and what mends it. @param region of a mandate, else null */
    public record ShortfallResponse(String rule, @Schema(nullable = true) String region, String code, String detail) {

        static ShortfallResponse of(Shortfall shortfall) {
            return new ShortfallResponse("D5", shortfall.region(), shortfall.code(), shortfall.detail());
        }
    }

    static ConditionsResponse of(Judged judged, Uzovi uzovi) {
        var standing = judged.standing();
        return new ConditionsResponse(
                standing.rho(),
                uzovi,
                judged.judgedOn(),
                standing.kvk(),
                standing.ion(),
                Stream.of(Condition.values())
                        .map(condition -> condition(judged, condition))
                        .toList(),
                standing.evidence().stream().map(EvidenceResponse::new).toList());
    }

    private static ConditionResponse condition(Judged judged, Condition condition) {
        return new ConditionResponse(
                condition,
                judged.policy().conditions().contains(condition),
                judged.shortfalls().stream()
                        .filter(shortfall -> shortfall.condition() == condition)
                        .map(ShortfallResponse::of)
                        .toList());
    }
}
