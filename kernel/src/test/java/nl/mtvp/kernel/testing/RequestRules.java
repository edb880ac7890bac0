package nl.mtvp.kernel.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.mtvp.kernel.rest.SchemeTime;
import org.threeten.extra.YearQuarter;

/** What each service asks of the bodies that it takes: for its ArchitectureTest to include. Each rule was seen to fail. */
public final class RequestRules {

    private static final List<Class<?>> TIMES = List.of(LocalDate.class, Instant.class, YearQuarter.class);

    private RequestRules() {}

    @ArchTest
    static final ArchRule every_time_in_a_request_has_bounds = fields().that()
            .areDeclaredInClassesThat(nameMatching(".*\\.rest\\..*Requests?(\\$.+)?"))
            .and()
            .haveRawType(describe("a time", (JavaClass type) -> TIMES.stream().anyMatch(type::isEquivalentTo)))
            .should()
            .beAnnotatedWith(SchemeTime.class)
            .because("a year of 9999 or 1900 is a mistake, and is told as one");
}
