package nl.mtvp.contract;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import nl.mtvp.kernel.testing.ArchitectureRules;

@AnalyzeClasses(packages = "nl.mtvp.contract", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests of_every_service = ArchTests.in(ArchitectureRules.class);
}
