package io.anpip.chapter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.anpip.chapter", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule DECISIONS_TOUCH_NO_FRAMEWORK = noClasses()
            .that()
            .resideInAnyPackage("..signal..", "..picture..", "..fusion..", "..container..", "..command..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..", "io.quarkus..", "jakarta..", "software.amazon..", "io.anpip.objectstore..");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("io.anpip.chapter.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_SERVICE_KNOWS_ANOTHER = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.anpip.upload..", "io.anpip.transcode..", "io.anpip.thumbnail..", "io.anpip.projector..");
}
