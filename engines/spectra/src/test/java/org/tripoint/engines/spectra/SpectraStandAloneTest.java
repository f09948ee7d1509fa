package org.tripoint.engines.spectra;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpectraStandAloneTest {

  private static final JavaClasses ENGINE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.tripoint.engines.spectra");

  @Test
  void knowsNoFrameworkDatabaseNetworkOrFile() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "org.tripoint.engines.spectra..",
                "org.tripoint.vocabulary..",
                "org.jspecify.annotations..",
                "java.io..",
                "java.lang..",
                "java.math..",
                "java.nio",
                "java.nio.charset..",
                "java.text..",
                "java.util..",
                "javax.xml.stream.."))
        .because("a laboratory could use the engine alone")
        .check(ENGINE);
    noClasses()
        .should()
        .dependOnClassesThat(resideInAPackage("java.io..").and(simpleNameStartingWith("File")))
        .because("spectra come by stream, and stay where they came from")
        .check(ENGINE);
  }

  @Test
  void readsNoClockAndDrawsNoNumbers() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Random.class)
        .because("the same spectrum has the same answer at any time")
        .check(ENGINE);
  }

  @Test
  void packagesFormNoCycle() {
    SlicesRuleDefinition.slices()
        .matching("org.tripoint.engines.spectra.(*)..")
        .should()
        .beFreeOfCycles()
        .because("reading and searching stand on spectra, not the other way round")
        .check(ENGINE);
  }
}
