package nl.mtvp.contract.eligibility.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.mtvp.contract.eligibility.domain.Check.Name;
import nl.mtvp.contract.eligibility.domain.Check.Shortfall;
import nl.mtvp.kernel.identity.Agb;

/**
 * Whether a practice may have a contract (CZ's conditions, D23): every condition is judged and every shortfall named,
 * never the first alone. A BIG number of a strange form is warned about, since its check rule is uncertain.
 */
public final class Eligibility {

    private static final Set<String> KINDS = Set.of("01", "37");

    private Eligibility() {}

    /** One check per condition, in their order. Of a practice that stated nothing, only the AGB code can be met. */
    public static List<Check> checks(Agb agb, Optional<Statement> stated) {
        var statement = stated.orElse(new Statement(List.of(), false, Set.of()));
        return List.of(
                check(Name.PRACTICE_AGB_KIND, practiceKind(agb)),
                check(Name.GPS_STATED, gpsStated(statement)),
                bigNumbers(statement),
                check(Name.GP_PERSONAL_AGBS, personalAgbs(statement)),
                check(Name.LOCUM_ARRANGEMENT, locumArrangement(statement)),
                check(Name.NO_EXCLUSIONS, stated.map(Eligibility::exclusions).orElseGet(Eligibility::nothingStated)));
    }

    private static Stream<Shortfall> practiceKind(Agb agb) {
        return when(
                !KINDS.contains(agb.kind()),
                new Shortfall(
                        "practice " + agb,
                        "its AGB code is of kind " + agb.kind() + ", and not 01 or 37 (D23)",
                        "contract under the AGB code of a GP practice (01) or a health centre (37)"));
    }

    private static Stream<Shortfall> gpsStated(Statement statement) {
        return when(
                statement.gps().isEmpty(),
                new Shortfall("practice", "no GP is stated (D23)", "state each GP who works in the practice"));
    }

    private static Check bigNumbers(Statement statement) {
        var shortfalls = missing(
                statement, Gp::big, "has no BIG number (D23)", "state the number of the entry in the BIG register");
        var warnings = statement.gps().stream()
                .flatMap(gp -> gp.big().flatMap(big -> big.warning()).stream()
                        .map(warning -> "GP " + gp.name() + ": " + warning))
                .toList();
        return new Check(Name.GP_BIG_NUMBERS, shortfalls.toList(), warnings);
    }

    private static Stream<Shortfall> personalAgbs(Statement statement) {
        return missing(
                statement,
                Gp::personalAgb,
                "has no personal AGB code (D23)",
                "state the GP's own AGB code; it is applied for at the AGB register");
    }

    private static Stream<Shortfall> locumArrangement(Statement statement) {
        return when(
                !statement.locumArrangement(),
                new Shortfall(
                        "practice",
                        "there is no waarneemregeling (D23)",
                        "agree with colleagues who stands in, and state it"));
    }

    private static Stream<Shortfall> exclusions(Statement statement) {
        return statement.exclusions().stream()
                .sorted(Comparator.naturalOrder())
                .map(exclusion -> new Shortfall(
                        exclusion.name(),
                        exclusion.meaning() + " (D23)",
                        "state again, without it, once it no longer applies"));
    }

    private static Stream<Shortfall> nothingStated() {
        return Stream.of(new Shortfall(
                "practice",
                "it has not stated which exclusions apply to it (D23)",
                "state those that apply, or an empty list when none does"));
    }

    private static Stream<Shortfall> missing(
            Statement statement, Function<Gp, Optional<?>> wanted, String reason, String mend) {
        return statement.gps().stream()
                .filter(gp -> wanted.apply(gp).isEmpty())
                .map(gp -> new Shortfall("GP " + gp.name(), reason, mend));
    }

    private static Stream<Shortfall> when(boolean falls, Shortfall shortfall) {
        return falls ? Stream.of(shortfall) : Stream.empty();
    }

    private static Check check(Name name, Stream<Shortfall> shortfalls) {
        return new Check(name, shortfalls.toList(), List.of());
    }
}
