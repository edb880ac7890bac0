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
import java.util.function.Function;
import nl.mtvp.kernel.rest.constraint.OneLine;
import nl.mtvp.kernel.rest.constraint.SchemeTime;
import nl.mtvp.plan.regioplan.domain.Activity;
import nl.mtvp.plan.regioplan.domain.Agreement;
import nl.mtvp.plan.regioplan.domain.Challenge;
import nl.mtvp.plan.regioplan.domain.Details;
import nl.mtvp.plan.regioplan.domain.RhoShare;

/** What a version may tell in lists (D4), and the ground of a share (D49), as an RHO or its portal sends it. */
final class WrittenRequest {

    static final int LINES_MAX = 200;

    private static final Challenge NO_CHALLENGE = new Challenge(null, null, null);
    private static final Activity NO_ACTIVITY = new Activity(null, null, null, null);
    private static final Agreement NO_AGREEMENT = new Agreement(null, null);

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

        /** One that cannot be read is there, and nothing else is said of it. */
        private static final BigDecimal UNREAD = BigDecimal.ONE;

        private RhoShare toDomain() {
            var read = percentage != null && percentage.matches(PERCENTAGE) ? new BigDecimal(percentage) : UNREAD;
            return new RhoShare(percentage == null ? null : read, centsPerIon, benefit, sharedFrom);
        }
    }

    static Details of(
            SubjectsRequest subjects,
            List<ChallengeRequest> challenges,
            List<ActivityRequest> activities,
            List<AgreementRequest> agreements,
            RhoShareRequest share) {
        return new Details(
                SubjectsRequest.toDomain(subjects),
                lines(
                        challenges,
                        line -> new Challenge(line.title(), line.priority(), line.description()),
                        NO_CHALLENGE),
                lines(
                        activities,
                        line -> new Activity(line.title(), line.runsFrom(), line.runsUntil(), line.who()),
                        NO_ACTIVITY),
                lines(agreements, line -> new Agreement(line.title(), line.monitoring()), NO_AGREEMENT),
                share == null ? null : share.toDomain());
    }

    private static <R, T> List<T> lines(List<R> list, Function<R, T> line, T unread) {
        return list == null
                ? List.of()
                : list.stream()
                        .map(one -> one == null ? unread : line.apply(one))
                        .toList();
    }
}
