package io.anpip.transcode;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The layers of the service, as rules. */
@AnalyzeClasses(packages = "io.anpip.transcode", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule domainIsPure = noClasses()
            .that()
            .resideInAnyPackage(
                    "..ladder..",
                    "..grid..",
                    "..plan..",
                    "..profile..",
                    "..command..",
                    "..cmaf..",
                    "..text..",
                    "..hls..",
                    "..dash..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..",
                    "io.quarkus..",
                    "io.smallrye..",
                    "jakarta..",
                    "software.amazon..",
                    "io.anpip.objectstore..",
                    "io.anpip.messaging..",
                    "io.anpip.media");

    @ArchTest
    static final ArchRule rolesMeetOnTopicsAndInTheStoreOnly = slices().matching(
                    "io.anpip.transcode.(assembler|planner|encoder|packager|janitor)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.anpip.transcode.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingIsNamedForNothing =
            noClasses().should().haveNameMatching(".*(Impl|Utils?|Helper|Manager)");

    @ArchTest
    static final ArchRule processesAreStartedByTheMediaLibraryAlone =
            noClasses().should().dependOnClassesThat().areAssignableTo(ProcessBuilder.class);
}
