package nl.mtvp.kernel.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.failure.NotFound;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** How each service keeps what it has: for its ArchitectureTest to include. Each rule was seen to fail. */
public final class PersistenceRules {

    private PersistenceRules() {}

    @ArchTest
    static final ArchRule the_domain_knows_of_persistence_only_to_annotate = noClasses()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("jakarta.persistence..", "org.hibernate..")
                    .and(describe(
                            "are neither annotations nor their values",
                            (JavaClass used) -> !used.isAnnotation() && !used.isEnum())))
            .because("a rule is read and tested without anything around it");

    @ArchTest
    static final ArchRule entities_are_managed_by_repositories_only = noClasses()
            .that()
            .resideOutsideOfPackage("..db..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(EntityManager.class)
            .because("who reads and writes a table is its repository");

    @ArchTest
    static final ArchRule there_is_one_door_to_sql = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Handle.class, Jdbi.class)
            .because("SQL goes through nl.mtvp.kernel.db.Sql, in the running transaction");

    @ArchTest
    static final ArchRule a_use_case_says_transactional = noClasses()
            .that()
            .haveSimpleNameEndingWith("UseCases")
            .should()
            .callMethodWhere(target(owner(equivalentTo(Transactions.class))).and(target(nameMatching("run|perform"))))
            .because("only jobs and followers, and what lasts like a job, begin a transaction by a call");

    @ArchTest
    static final ArchRule what_is_read_for_a_caller_is_what_it_may_see = methods()
            .that()
            .areDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Repository")
            .and()
            .arePublic()
            .should(new VisibleOnly())
            .because("what is not visible is not found; rows that belong to nobody are told in unowned.csv");

    @ArchTest
    static final ArchRule a_repository_lists_pages = methods()
            .that(areOfRepositories())
            .and()
            .haveRawReturnType(Page.class)
            .should()
            .haveNameStartingWith("list")
            .because("one act has one name (CONTRIBUTING)");

    @ArchTest
    static final ArchRule a_repository_finds_or_locks_or_claims_what_may_not_be_there = methods()
            .that(areOfRepositories())
            .and()
            .haveRawReturnType(Optional.class)
            .should()
            .haveNameMatching("(find|locked|claim)([A-Z].*)?")
            .because("one act has one name (CONTRIBUTING)");

    @ArchTest
    static final ArchRule whether_what_is_not_there_is_refused_a_use_case_decides = noClasses()
            .that()
            .resideInAPackage("..db..")
            .should()
            .dependOnClassesThat(equivalentTo(NotFound.class))
            .orShould()
            .callMethodWhere(target(nameMatching("(.*N|n)otFound")))
            .because("absent is Optional inside, and 404 at the edge");

    private static DescribedPredicate<JavaMethod> areOfRepositories() {
        return describe(
                "are public ones of repositories",
                method -> method.getOwner().getSimpleName().endsWith("Repository")
                        && method.getModifiers().contains(JavaModifier.PUBLIC)
                        && !method.getModifiers().contains(JavaModifier.SYNTHETIC));
    }
}
