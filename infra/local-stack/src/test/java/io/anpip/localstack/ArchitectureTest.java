package io.anpip.localstack;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.anpip.localstack", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule packagesFormNoCycles =
            slices().matching("io.anpip.localstack.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheNodesSeeTheServersLibraries = noClasses()
            .that()
            .resideOutsideOfPackage("io.anpip.localstack.node..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "kafka..", "org.gaul..", "software.amazon..");

    @ArchTest
    static final ArchRule theNodesSeeNothingOfThisModule = noClasses()
            .that()
            .resideInAPackage("io.anpip.localstack.node..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.anpip.localstack",
                    "io.anpip.localstack.bundle..",
                    "io.anpip.localstack.process..",
                    "io.anpip.localstack.failure..");
}
