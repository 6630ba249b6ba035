package io.anpip.projector;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.anpip.projector", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesFormNoCircle =
            slices().matching("io.anpip.projector.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theFoldKnowsTheContractAndNothingElse = noClasses()
            .that()
            .resideInAPackage("io.anpip.projector.projection")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "io.anpip.projector.projection",
                    "io.anpip.schemas",
                    "java.lang..",
                    "java.time..",
                    "java.util..",
                    "org.jspecify..");
}
