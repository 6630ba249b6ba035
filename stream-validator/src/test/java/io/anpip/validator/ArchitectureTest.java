package io.anpip.validator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.anpip.validator", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.anpip.validator.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingOfOursIsUsed = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.anpip.validator..",
                    "java..",
                    "javax.xml..",
                    "org.w3c.dom..",
                    "org.xml.sax..",
                    "com.fasterxml.jackson..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule onlyTheSourcesDoInputAndOutput = noClasses()
            .that()
            .resideOutsideOfPackages("io.anpip.validator", "io.anpip.validator.resource")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.nio.file..", "java.net.http..");

    @ArchTest
    static final ArchRule namesSayWhatThingsAre =
            classes().should().haveNameNotMatching(".*(Impl|Util|Utils|Helper|Manager|Processor)$");
}
