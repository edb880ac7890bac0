package nl.mtvp.payment;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMembers;

import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import nl.mtvp.kernel.testing.ArchitectureRules;

@AnalyzeClasses(packages = "nl.mtvp.payment", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final Set<String> INEXACT = Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    @ArchTest
    static final ArchTests of_every_service = ArchTests.in(ArchitectureRules.class);

    @ArchTest
    static final ArchRule money_is_exact = noMembers()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("..domain..")
            .should(new ArchCondition<>("be of floating point") {
                @Override
                public void check(JavaMember member, ConditionEvents events) {
                    boolean inexact =
                            member.getAllInvolvedRawTypes().stream().anyMatch(type -> INEXACT.contains(type.getName()));
                    events.add(new SimpleConditionEvent(member, inexact, member.getFullName()));
                }
            })
            .because("a float near money is a cent lost (D42)");
}
