package nl.mtvp.kernel.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
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
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Produces;
import java.util.Collection;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** The shape of a service: for its ArchitectureTest to include. Each rule was seen to fail. */
public final class ArchitectureRules {

    private ArchitectureRules() {}

    @ArchTest
    static final ArchTests persistence = ArchTests.in(PersistenceRules.class);

    @ArchTest
    static final ArchTests requests = ArchTests.in(RequestRules.class);

    @ArchTest
    static final ArchRule the_domain_needs_no_framework = classes()
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
                    "nl.mtvp.*..domain..",
                    "nl.mtvp.kernel.[identity|money|time|failure|json|file]..")
            .because("a rule is read and tested without anything around it");

    @ArchTest
    static final ArchRule time_is_an_argument = noClasses()
            .should()
            .callMethodWhere(target(name("now"))
                    .and(target(owner(resideInAPackage("java.time"))))
                    .and(target(rawParameterTypes(new Class<?>[0]))))
            .because("who reads another clock than the injected one gives two answers to one question (D54)");

    @ArchTest
    static final ArchRule tables_and_files_are_reached_through_use_cases = classes()
            .that()
            .resideInAnyPackage("..db..", "..file..")
            .should()
            .onlyHaveDependentClassesThat()
            .resideInAnyPackage("..db..", "..file..", "nl.mtvp.*.*")
            .because("a transaction begins in a use case");

    @ArchTest
    static final ArchRule nothing_inside_knows_of_http = classes()
            .that()
            .resideInAPackage("..rest..")
            .should()
            .onlyHaveDependentClassesThat()
            .resideInAPackage("..rest..")
            .because("what HTTP looks like changes without the rules");

    @ArchTest
    static final ArchRule features_depend_one_way =
            slices().matching("nl.mtvp.*.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule every_operation_says_who_may = methods()
            .that()
            .areMetaAnnotatedWith(HttpMethod.class)
            .should(be(annotatedWith(RolesAllowed.class).forSubtype())
                    .<JavaMethod>forSubtype()
                    .or(ArchConditions.beDeclaredInClassesThat(annotatedWith(RolesAllowed.class))))
            .because("what declares no role is closed to everybody");

    @ArchTest
    static final ArchRule every_operation_names_its_rule = methods()
            .that()
            .areMetaAnnotatedWith(HttpMethod.class)
            .should(new ArchCondition<>("name the rule in its description, and the roles there or in an annotation") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    var said = method.tryGetAnnotationOfType(Operation.class)
                            .map(Operation::description)
                            .orElse("");
                    boolean named = said.matches("(?s).*\\b[DP][0-9]+\\b.*")
                            && (said.matches("(?s).*(Roles? |Roles?: |Every role).*")
                                    || method.isAnnotatedWith(RolesAllowed.class)
                                    || method.getOwner().isAnnotatedWith(RolesAllowed.class));
                    events.add(new SimpleConditionEvent(method, named, method.getFullName()));
                }
            })
            .because("a client finds in docs/rules.md why it is answered so");

    @ArchTest
    static final ArchRule an_answer_that_is_not_json_by_its_type_says_what_it_is = methods()
            .that()
            .areMetaAnnotatedWith(HttpMethod.class)
            .should(be(annotatedWith(Produces.class).forSubtype())
                    .<JavaMethod>forSubtype()
                    .or(ArchConditions.beDeclaredInClassesThat(annotatedWith(Produces.class)))
                    .or(be(describe("JSON by their type", ArchitectureRules::isJsonByItsType))))
            .because("the framework answers records, lists and maps as JSON, all else as whatever somebody accepts");

    @ArchTest
    static final ArchRule D15_nothing_builds_on_what_is_measured = noClasses()
            .that()
            .resideOutsideOfPackage("..monitoring..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..monitoring..")
            .because("D15: monitoring is for learning; no rule, no event and no amount builds on it");

    private static boolean isJsonByItsType(JavaMethod method) {
        var answered = method.getReturnType();
        if (method.getRawReturnType().isEquivalentTo(RestResponse.class)) {
            answered =
                    ((JavaParameterizedType) answered).getActualTypeArguments().get(0);
        }
        var type = answered.toErasure();
        boolean nothing = answered.getAllInvolvedRawTypes().stream().anyMatch(part -> part.isEquivalentTo(Void.class));
        return nothing
                || !type.isArray()
                        && (type.getPackageName().startsWith("nl.mtvp.")
                                || type.isAssignableTo(Collection.class)
                                || type.isAssignableTo(Map.class));
    }
}
