package nl.mtvp.payment;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMembers;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import java.util.Set;
import nl.mtvp.kernel.testing.PersistenceRules;
import nl.mtvp.kernel.testing.RequestRules;

@AnalyzeClasses(packages = "nl.mtvp.payment", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests persistence = ArchTests.in(PersistenceRules.class);

    @ArchTest
    static final ArchTests requests = ArchTests.in(RequestRules.class);

    private static final Set<String> INEXACT = Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    @ArchTest
    static final ArchRule the_domain_is_plain_java = classes()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    // How a thing stands in its table is said on it, by annotations (PersistenceRules).
                    "jakarta.persistence",
                    "org.hibernate.annotations",
                    "org.threeten.extra..",
                    // Unicode's tables, for names as banks take them.
                    "com.ibm.icu.text",
                    "nl.mtvp.payment..domain..",
                    "nl.mtvp.kernel.file..",
                    "nl.mtvp.kernel.identity..",
                    "nl.mtvp.kernel.money..",
                    "nl.mtvp.kernel.time..",
                    "nl.mtvp.kernel.json..",
                    "nl.mtvp.kernel.failure..")
            .because("money must be readable and testable without a framework");

    @ArchTest
    static final ArchRule time_is_an_argument = noClasses()
            .should()
            .callMethodWhere(target(name("now"))
                    .and(target(owner(resideInAPackage("java.time"))))
                    .and(describe(
                            "without a clock",
                            call -> call.getTarget().getRawParameterTypes().isEmpty())))
            .because("two readings of the system's clock give two answers to one question (D54)");

    @ArchTest
    static final ArchRule only_use_cases_reach_the_database = classes()
            .that()
            .resideInAnyPackage("..db..", "..file..")
            .should()
            .onlyHaveDependentClassesThat()
            .resideInAnyPackage("..db..", "..file..", "nl.mtvp.payment.*");

    @ArchTest
    static final ArchRule nothing_depends_on_http = classes()
            .that()
            .resideInAPackage("..rest..")
            .should()
            .onlyHaveDependentClassesThat()
            .resideInAPackage("..rest..");

    @ArchTest
    static final ArchRule features_form_no_cycle =
            slices().matching("nl.mtvp.payment.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule every_operation_declares_its_roles = methods()
            .that()
            .areMetaAnnotatedWith(HttpMethod.class)
            .should(new ArchCondition<>("name the roles that may call it") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean declared = method.isAnnotatedWith(RolesAllowed.class)
                            || method.getOwner().isAnnotatedWith(RolesAllowed.class);
                    events.add(new SimpleConditionEvent(method, declared, method.getFullName()));
                }
            });

    @ArchTest
    static final ArchRule D15_monitoring_never_reaches_money = classes()
            .that()
            .resideInAPackage("nl.mtvp.payment..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages("nl.mtvp.plan..", "nl.mtvp.contract..", "..monitoring..", "..indicator..")
            .because("nobody is paid for results (D15), and a neighbour is known by its feed only");

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
