package nl.mtvp.plan.regioplan.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import nl.mtvp.kernel.rest.OneLine;
import nl.mtvp.kernel.rest.SchemeTime;
import nl.mtvp.plan.regioplan.RegioplanUseCases.Written;
import nl.mtvp.plan.regioplan.domain.Activity;
import nl.mtvp.plan.regioplan.domain.Agreement;
import nl.mtvp.plan.regioplan.domain.Challenge;
import nl.mtvp.plan.regioplan.domain.RhoShare;

/** What a version may tell in lists (D4), and the ground of a share (D49), as an RHO or its portal sends it. */
final class WrittenRequest {

    static final int LINES_MAX = 200;

    private WrittenRequest() {}

    /** A challenge from the regiobeeld; 1 is the most pressing. */
    public record ChallengeRequest(
            @NotBlank @Size(max = 200) @OneLine String title,
            @Min(1) @Max(100) Integer priority,
            @Size(max = 4_000) String description) {}

    /** Something that will be done, from a day until a day that is left out. */
    public record ActivityRequest(
            @NotBlank @Size(max = 200) @OneLine String title,
            @SchemeTime LocalDate runsFrom,
            @SchemeTime LocalDate runsUntil,
            @Size(max = 200) @OneLine String who) {}

    /** Something agreed, and how it is seen that it is kept. */
    public record AgreementRequest(
            @NotBlank @Size(max = 200) @OneLine String title, @Size(max = 4_000) String monitoring) {}

    /** The part of the tariff that may be agreed to go to the RHO: a percentage, or else cents per ION. */
    public record RhoShareRequest(
            @Pattern(regexp = PERCENTAGE, message = PERCENTAGE_RULE) String percentage,
            @Min(1) @Max(100_000) Integer centsPerIon,
            @NotBlank @Size(max = 4_000) String benefit,
            @NotNull @SchemeTime LocalDate sharedFrom) {

        static final String PERCENTAGE = "[0-9]{1,3}(\\.[0-9]{1,2})?";
        static final String PERCENTAGE_RULE = "a percentage is written like 12.5, with at most two decimals";
    }

    static Written of(
            SubjectsRequest subjects,
            List<ChallengeRequest> challenges,
            List<ActivityRequest> activities,
            List<AgreementRequest> agreements,
            RhoShareRequest share) {
        return new Written(
                SubjectsRequest.toDomain(subjects),
                orNone(challenges).stream()
                        .map(line -> new Challenge(line.title(), line.priority(), line.description()))
                        .toList(),
                orNone(activities).stream()
                        .map(line -> new Activity(line.title(), line.runsFrom(), line.runsUntil(), line.who()))
                        .toList(),
                orNone(agreements).stream()
                        .map(line -> new Agreement(line.title(), line.monitoring()))
                        .toList(),
                share == null
                        ? null
                        : new RhoShare(
                                share.percentage() == null ? null : new BigDecimal(share.percentage()),
                                share.centsPerIon(),
                                share.benefit(),
                                share.sharedFrom()));
    }

    private static <T> List<T> orNone(List<T> list) {
        return list == null ? List.of() : list;
    }
}
