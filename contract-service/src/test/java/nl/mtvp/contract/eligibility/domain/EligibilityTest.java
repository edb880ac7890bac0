package nl.mtvp.contract.eligibility.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.mtvp.contract.eligibility.domain.Check.Name;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Big;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EligibilityTest {

    private static final Agb PRACTICE = new Agb("01999901");
    private static final Gp WHOLE = gp("De Vries", "19012345601", "01234567");

    @Test
    void D23_a_practice_that_states_everything_is_eligible() {
        var checks = Eligibility.checks(PRACTICE, Optional.of(new Statement(List.of(WHOLE), true, Set.of())));
        assertEquals(List.of(Name.values()), checks.stream().map(Check::name).toList());
        assertTrue(checks.stream()
                .allMatch(check -> check.isMet() && check.warnings().isEmpty()));
    }

    @Test
    void D23_every_shortfall_is_reported_at_once_with_its_reason_and_what_mends_it() {
        var bare = new Gp("Jansen", Optional.empty(), Optional.empty());
        var statement =
                new Statement(List.of(WHOLE, bare), false, Set.of(Exclusion.UNPAID_TAXES, Exclusion.BANKRUPTCY));
        var shortfalls = Eligibility.checks(new Agb("41000001"), Optional.of(statement)).stream()
                .flatMap(check -> check.shortfalls().stream())
                .toList();
        assertEquals(
                List.of("practice 41000001", "GP Jansen", "GP Jansen", "practice", "BANKRUPTCY", "UNPAID_TAXES"),
                shortfalls.stream().map(Check.Shortfall::subject).toList());
        assertTrue(shortfalls.stream()
                .allMatch(shortfall -> shortfall.reason().endsWith("(D23)")
                        && !shortfall.mend().isBlank()));
    }

    @ParameterizedTest
    @CsvSource({"01999901, true", "37000001, true", "41000001, false", "02000001, false"})
    void D23_only_a_practice_or_a_health_centre_is_eligible(String agb, boolean met) {
        assertEquals(
                met,
                check(new Agb(agb), Optional.empty(), Name.PRACTICE_AGB_KIND).isMet());
    }

    @ParameterizedTest
    @EnumSource
    void D23_each_declared_exclusion_stands_in_the_way(Exclusion exclusion) {
        var statement = new Statement(List.of(WHOLE), true, Set.of(exclusion));
        assertFalse(check(PRACTICE, Optional.of(statement), Name.NO_EXCLUSIONS).isMet());
    }

    @ParameterizedTest
    @CsvSource({"19012345601, 0", "190123456, 1", "BIG-7, 1"})
    void D23_a_strange_BIG_number_is_a_warning_and_no_shortfall(String big, int warnings) {
        var statement = new Statement(List.of(gp("Jansen", big, "01234567")), true, Set.of());
        var check = check(PRACTICE, Optional.of(statement), Name.GP_BIG_NUMBERS);
        assertTrue(check.isMet());
        assertEquals(warnings, check.warnings().size());
    }

    @ParameterizedTest
    @EnumSource(
            value = Name.class,
            names = {"GPS_STATED", "LOCUM_ARRANGEMENT", "NO_EXCLUSIONS"})
    void D23_what_is_not_stated_is_not_met(Name name) {
        assertFalse(check(PRACTICE, Optional.empty(), name).isMet());
    }

    private static Check check(Agb agb, Optional<Statement> statement, Name name) {
        return Eligibility.checks(agb, statement).stream()
                .filter(check -> check.name() == name)
                .findFirst()
                .orElseThrow();
    }

    private static Gp gp(String name, String big, String agb) {
        return new Gp(name, Optional.of(new Big(big)), Optional.of(new Agb(agb)));
    }
}
