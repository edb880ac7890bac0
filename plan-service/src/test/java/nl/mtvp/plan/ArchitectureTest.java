package nl.mtvp.plan;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import nl.mtvp.kernel.testing.ArchitectureRules;

@AnalyzeClasses(packages = "nl.mtvp.plan", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests of_every_service = ArchTests.in(ArchitectureRules.class);

    @ArchTest
    static final ArchRule plans_know_nothing_of_money = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("nl.mtvp.kernel.money..")
            .because("D15: what plans measure is never settled");
}
