package org.tripoint.engines.surveillance;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
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

class SurveillanceStandAloneTest {

  private static final JavaClasses ENGINE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.tripoint.engines.surveillance");

  @Test
  void knowsNoFrameworkDatabaseNetworkOrFile() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "org.tripoint.engines.surveillance..",
                "org.tripoint.vocabulary..",
                "org.jspecify.annotations..",
                "java.lang..",
                "java.time..",
                "java.util.."))
        .because("a health department could use the engine alone")
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
        .because("the same series has the same answer at any time; generators come from the caller")
        .check(ENGINE);
  }

  @Test
  void packagesFormNoCycle() {
    SlicesRuleDefinition.slices()
        .matching("org.tripoint.engines.surveillance.(*)..")
        .should()
        .beFreeOfCycles()
        .because("detectors stand on series and distributions, not the other way round")
        .check(ENGINE);
  }
}
