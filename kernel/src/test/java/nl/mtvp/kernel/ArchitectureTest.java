package nl.mtvp.kernel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "nl.mtvp.kernel", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule values_and_failures_are_plain_java = classes()
            .that()
            .resideInAnyPackage("nl.mtvp.kernel.identity", "nl.mtvp.kernel.money", "nl.mtvp.kernel.failure")
            .should()
            .onlyDependOnClassesThat()
            // Which countries have which IBAN changes every year: a library keeps that, and nothing else.
            .resideInAnyPackage(
                    "java..",
                    "org.iban4j",
                    // How a deed stands in a row is said on it, by annotations, as in domains.
                    "jakarta.persistence",
                    "nl.mtvp.kernel.identity",
                    "nl.mtvp.kernel.money",
                    "nl.mtvp.kernel.failure")
            .because("the services' pure cores are built on them");

    @ArchTest
    static final ArchRule the_kernel_knows_no_service = classes()
            .that()
            .resideInAPackage("nl.mtvp.kernel..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages("nl.mtvp.plan..", "nl.mtvp.contract..", "nl.mtvp.payment..", "nl.mtvp.suite..");

    @ArchTest
    static final ArchRule only_the_clock_reads_the_time = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("nl.mtvp.kernel.time.SuiteClock$OffsetClock")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("time is one clock that the stack can set");

    @ArchTest
    static final ArchRule subjects_of_http_depend_one_way =
            slices().matching("nl.mtvp.kernel.rest.(*)..").should().beFreeOfCycles();
}
