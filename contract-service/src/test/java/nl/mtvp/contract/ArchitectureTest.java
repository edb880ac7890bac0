package nl.mtvp.contract;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import nl.mtvp.kernel.testing.PersistenceRules;
import nl.mtvp.kernel.testing.RequestRules;
import org.eclipse.microprofile.openapi.annotations.Operation;

@AnalyzeClasses(packages = "nl.mtvp.contract", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests persistence = ArchTests.in(PersistenceRules.class);

    @ArchTest
    static final ArchTests requests = ArchTests.in(RequestRules.class);

    @ArchTest
    static final ArchRule rules_know_nothing_but_rules = classes()
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
                    "nl.mtvp.contract..domain..",
                    "nl.mtvp.kernel.identity..",
                    "nl.mtvp.kernel.money..",
                    "nl.mtvp.kernel.time..",
                    "nl.mtvp.kernel.failure..",
                    "nl.mtvp.kernel.json..")
            .because("a rule must be readable and testable without a framework");

    @ArchTest
    static final ArchRule moments_come_from_the_injected_clock = noClasses()
            .should()
            .callMethodWhere(target(name("now")).and(target(owner(resideInAPackage("java.time")))))
            .because("who reads another clock than the suite's gives two answers to one question");

    @ArchTest
    static final ArchRule only_use_cases_reach_the_database = classes()
            .that()
            .resideInAPackage("..db..")
            .should()
            .onlyHaveDependentClassesThat()
            .resideInAnyPackage("..db..", "nl.mtvp.contract.*")
            .because("a transaction begins in a use case and nowhere else");

    @ArchTest
    static final ArchRule nothing_inside_knows_http = classes()
            .that()
            .resideInAPackage("..rest..")
            .should()
            .onlyHaveDependentClassesThat()
            .resideInAPackage("..rest..")
            .because("what HTTP looks like may change without the rules");

    @ArchTest
    static final ArchRule features_form_no_cycle =
            slices().matching("nl.mtvp.contract.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule every_endpoint_says_who_may_use_it_and_which_rule_it_is = methods()
            .that()
            .areAnnotatedWith(GET.class)
            .or()
            .areAnnotatedWith(POST.class)
            .or()
            .areAnnotatedWith(PUT.class)
            .should(declareTheirRoles())
            .andShould(nameTheirRule());

    @ArchTest
    static final ArchRule D15_nothing_here_depends_on_monitoring_or_on_the_other_services = classes()
            .that()
            .resideInAPackage("nl.mtvp.contract..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages("nl.mtvp.plan..", "nl.mtvp.payment..", "nl.mtvp.suite..", "..monitoring..")
            .because("monitoring never reaches money (D15), and a neighbour is seen through its feed");

    private static ArchCondition<JavaMethod> declareTheirRoles() {
        return new ArchCondition<>("declare their roles") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean declared = method.isAnnotatedWith(RolesAllowed.class)
                        || method.getOwner().isAnnotatedWith(RolesAllowed.class);
                events.add(new SimpleConditionEvent(method, declared, method.getFullName() + " declares its roles"));
            }
        };
    }

    private static ArchCondition<JavaMethod> nameTheirRule() {
        return new ArchCondition<>("name their rule") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean named = method.isAnnotatedWith(Operation.class)
                        && method.getAnnotationOfType(Operation.class)
                                .description()
                                .matches("(?s)Rules? D[0-9]+.*Roles?: .*");
                events.add(new SimpleConditionEvent(
                        method, named, method.getFullName() + " names the rule and the roles in its description"));
            }
        };
    }
}
