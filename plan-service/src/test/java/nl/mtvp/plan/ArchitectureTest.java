package nl.mtvp.plan;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import nl.mtvp.kernel.testing.PersistenceRules;
import nl.mtvp.kernel.testing.RequestRules;

/** The shape of this service; each rule was seen to fail. */
@AnalyzeClasses(packages = "nl.mtvp.plan", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests persistence = ArchTests.in(PersistenceRules.class);

    @ArchTest
    static final ArchTests requests = ArchTests.in(RequestRules.class);

    @ArchTest
    static final ArchRule rules_of_the_domain_need_no_framework = classes()
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
                    "nl.mtvp.plan..domain..",
                    "nl.mtvp.kernel.identity..",
                    "nl.mtvp.kernel.json..",
                    "nl.mtvp.kernel.failure..")
            .because("a rule is read and tested without anything around it");

    @ArchTest
    static final ArchRule nobody_but_the_injected_clock_knows_the_time = noClasses()
            .should()
            .callMethodWhere(target(name("now"))
                    .and(target(owner(resideInAPackage("java.time"))))
                    .and(target(rawParameterTypes(new Class<?>[0]))))
            .because("the suite's time is set by its launcher, and a test's by the test");

    @ArchTest
    static final ArchRule tables_are_reached_through_use_cases = classes()
            .that()
            .resideInAPackage("..db..")
            .should()
            .onlyHaveDependentClassesThat()
            .resideInAnyPackage("..db..", "nl.mtvp.plan.*")
            .because("a transaction begins in a use case");

    @ArchTest
    static final ArchRule nothing_inside_knows_of_http = classes()
            .that()
            .resideInAPackage("..rest..")
            .should()
            .onlyHaveDependentClassesThat()
            .resideInAPackage("..rest..")
            .because("HTTP is a skin");

    @ArchTest
    static final ArchRule features_depend_one_way =
            slices().matching("nl.mtvp.plan.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule every_operation_says_who_may = methods()
            .that()
            .areMetaAnnotatedWith(HttpMethod.class)
            .should(be(annotatedWith(RolesAllowed.class).forSubtype())
                    .<JavaMethod>forSubtype()
                    .or(ArchConditions.beDeclaredInClassesThat(annotatedWith(RolesAllowed.class))))
            .because("what declares no role is closed to everybody");

    @ArchTest
    static final ArchRule D15_nothing_else_knows_what_is_measured = classes()
            .that()
            .resideInAPackage("..monitoring..")
            .should()
            .onlyHaveDependentClassesThat()
            .resideInAPackage("..monitoring..")
            .because("D15: monitoring is for learning; no rule and no event builds on it");

    @ArchTest
    static final ArchRule plans_know_nothing_of_money = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("nl.mtvp.kernel.money..")
            .because("D15: what plans measure is never settled");
}
