package nl.mtvp.kernel.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenFieldsConjunction;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.mtvp.kernel.rest.constraint.OneLine;
import nl.mtvp.kernel.rest.constraint.SchemeTime;
import org.threeten.extra.YearQuarter;

/** What each service asks of the bodies that it takes: for its ArchitectureTest to include. Each rule was seen to fail. */
public final class RequestRules {

    private static final List<Class<?>> TIMES = List.of(LocalDate.class, Instant.class, YearQuarter.class);

    private static final int LINE_MAX = 300;

    private RequestRules() {}

    @ArchTest
    static final ArchRule every_time_in_a_request_has_bounds = of("times", TIMES)
            .should()
            .beAnnotatedWith(SchemeTime.class)
            .because("a year of 9999 or 1900 is a mistake, and is told as one");

    @ArchTest
    static final ArchRule every_whole_number_in_a_request_has_bounds = of(
                    "whole numbers", List.of(Integer.class, Long.class))
            .should()
            .beAnnotatedWith(Min.class)
            .andShould()
            .beAnnotatedWith(Max.class)
            .because("what is counted on with it would overflow");

    @ArchTest
    static final ArchRule every_number_in_a_request_has_so_many_digits = of("numbers", List.of(BigDecimal.class))
            .should()
            .beAnnotatedWith(Digits.class)
            .because("a column takes so many")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule every_text_in_a_request_has_an_end = of("texts", List.of(String.class))
            .should()
            .beAnnotatedWith(Size.class)
            .orShould()
            .beAnnotatedWith(Pattern.class)
            .because("a column, an index and a page take so much");

    @ArchTest
    static final ArchRule every_short_text_in_a_request_is_one_line = of("short texts", List.of(String.class))
            .and(describe("are short", RequestRules::isShort))
            .should()
            .beAnnotatedWith(OneLine.class)
            .orShould()
            .beAnnotatedWith(Pattern.class)
            .because("names, titles and references stand within lines");

    @ArchTest
    static final ArchRule every_list_in_a_request_has_an_end = of("lists", List.of(List.class))
            .should()
            .beAnnotatedWith(Size.class)
            .because("what is done for each would have none")
            .allowEmptyShould(true);

    private static boolean isShort(JavaField text) {
        return text.isAnnotatedWith(Size.class)
                && text.getAnnotationOfType(Size.class).max() <= LINE_MAX;
    }

    private static GivenFieldsConjunction of(String what, List<Class<?>> types) {
        return fields().that()
                .areDeclaredInClassesThat(nameMatching(".*\\.rest\\..*Requests?(\\$.+)?"))
                .and()
                .areNotStatic()
                .and()
                // Not what a request is made into, beside it.
                .areDeclaredInClassesThat(modifier(JavaModifier.PUBLIC))
                .and()
                .haveRawType(describe(what, (JavaClass type) -> types.stream().anyMatch(type::isEquivalentTo)));
    }
}
