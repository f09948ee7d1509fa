package org.tripoint.engines.chemistry;

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
import java.time.LocalDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChemistryStandsAloneTest {

  private static final JavaClasses ENGINE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.tripoint.engines.chemistry");

  @Test
  void knowsNoFrameworkDatabaseNetworkOrFile() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "org.tripoint.engines.chemistry..",
                "org.tripoint.vocabulary..",
                "org.openscience.cdk..",
                "io.github.dan2097.jnainchi..",
                "uk.ac.cam.ch.wwmm.opsin..",
                "org.yaml.snakeyaml..",
                "org.jspecify.annotations..",
                "javax.vecmath..",
                "java.io..",
                "java.lang..",
                "java.math..",
                "java.nio.charset..",
                "java.text..",
                "java.time..",
                "java.util.."))
        .because("a chemist or a bank could use the engine alone")
        .check(ENGINE);
    noClasses()
        .should()
        .dependOnClassesThat(resideInAPackage("java.io..").and(simpleNameStartingWith("File")))
        .because("lists and rules come by stream or from the class path")
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
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Random.class)
        .because("the same question has the same answer at any time")
        .check(ENGINE);
  }

  @Test
  void packagesFormNoCycle() {
    SlicesRuleDefinition.slices()
        .matching("org.tripoint.engines.chemistry.(*)..")
        .should()
        .beFreeOfCycles()
        .because("names and rules stand on structures, not the other way round")
        .check(ENGINE);
  }
}
