package io.anpip.upload;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.anpip.upload", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule whatDecidesKnowsNoFramework = classes()
            .that()
            .resideInAnyPackage(
                    "..upload.session..",
                    "..upload.video..",
                    "..upload.media..",
                    "..upload.chapters..",
                    "..upload.sweep..",
                    "..upload.admission..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "io.anpip.schemas..",
                    "..upload.session..",
                    "..upload.video..",
                    "..upload.media..",
                    "..upload.chapters..",
                    "..upload.sweep..",
                    "..upload.admission..");

    @ArchTest
    static final ArchRule onlyTheMessageEdgesKnowKafka = noClasses()
            .that()
            .resideOutsideOfPackages("..upload.live..", "..upload.deadletter..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.eclipse.microprofile.reactive.messaging..");

    @ArchTest
    static final ArchRule onlyPersistenceAndUseCasesKnowHibernate = noClasses()
            .that()
            .resideOutsideOfPackages("..upload.persistence..", "..upload.lifecycle..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus.hibernate..", "org.hibernate..", "jakarta.persistence..");

    @ArchTest
    static final ArchRule noServiceKnowsAnother = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.anpip.transcode..", "io.anpip.thumbnail..", "io.anpip.chapter..", "io.anpip.projector..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.anpip.upload.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule namesSayWhatAClassIsFor = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager");

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = noFields().should().beAnnotatedWith("jakarta.inject.Inject");
}
