package org.tripoint.node.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.tripoint.node.TripointNode;
import org.tripoint.node.desks.laboratory.lists.ListResults;
import org.tripoint.node.desks.laboratory.lists.ReadTrends;
import org.tripoint.node.desks.laboratory.lists.TrendQuestion;
import org.tripoint.node.metrics.disclosure.CellsOfPeople;
import org.tripoint.node.metrics.disclosure.DiscloseCounts;

/// The arrows of the house, over all its classes.
class HouseTest {

  private static JavaClasses house;

  @BeforeAll
  static void readTheHouse() {
    house =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.tripoint");
  }

  @Test
  void roomsOfTheNodeFormNoCycleAndKeepTheirInsidesClosed() {
    // Compiled templates lie together in one package and show what every room hands them.
    ApplicationModules.of(TripointNode.class, resideInAPackage("org.tripoint.node.pages.."))
        .verify();
  }

  @Test
  void vocabularyKnowsOnlyTheJdk() {
    classes()
        .that()
        .resideInAPackage("org.tripoint.vocabulary..")
        .should()
        .onlyDependOnClassesThat(
            resideInAPackage("org.tripoint.vocabulary..")
                .or(resideInAPackage("java.."))
                .or(resideInAPackage("org.jspecify.annotations..")))
        .because("a chemist or a bank could use the words alone")
        .check(house);
  }

  @Test
  void aDeskNeverCallsAnotherDesk() {
    SlicesRuleDefinition.slices()
        .matching("org.tripoint.node.desks.(*)..")
        .should()
        .notDependOnEachOther()
        .because("what a desk has to say, it says as a record or a signal")
        .check(house);
  }

  @Test
  void noRoomKnowsADeskByName() {
    noClasses()
        .that()
        .resideInAPackage("org.tripoint.node..")
        .and()
        .resideOutsideOfPackages("org.tripoint.node.desks..", "org.tripoint.node.pages..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.tripoint.node.desks..")
        .because("adding a line of work adds one folder and changes nothing else")
        .check(house);
  }

  @Test
  void onlyRoomsThatComputeUseEngines() {
    noClasses()
        .that()
        .resideInAPackage("org.tripoint.node..")
        .and()
        .resideOutsideOfPackages(
            "org.tripoint.node.substances..",
            "org.tripoint.node.detectors..",
            "org.tripoint.node.metrics.recent..",
            "org.tripoint.node.desks..",
            "org.tripoint.node.pages..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.tripoint.engines..")
        .because("chemistry is loaded when somebody asks about a substance, never at the start")
        .check(house);
  }

  @Test
  void sumsOfPeoplesHealthAreReadOnlyToBeDisclosed() {
    DescribedPredicate<JavaClass> readPeople =
        DescribedPredicate.describe(
            "read sums of people's health",
            one ->
                one.getDirectDependenciesFromSelf().stream()
                    .anyMatch(to -> to.getTargetClass().isEquivalentTo(CellsOfPeople.class)));
    classes()
        .that(readPeople)
        .and()
        .resideOutsideOfPackage("org.tripoint.node.metrics..")
        .and()
        .areNotAssignableTo(ReadTrends.class)
        .and()
        .areNotAssignableTo(ListResults.class)
        .should()
        .dependOnClassesThat()
        .areAssignableTo(DiscloseCounts.class)
        .because(
            "small counts of people are held back in one place; a list of results says how many it"
                + " holds, and who may ask for trends is said below")
        .check(house);
    for (String counted :
        List.of(
            "samples",
            "analysed",
            "analysedByMonth",
            "found",
            "foundWith",
            "foundIn",
            "soldAs",
            "seen")) {
      onlyDisclosedTrendsAskFor(counted);
    }
  }

  private static void onlyDisclosedTrendsAskFor(String counted) {
    noClasses()
        .that()
        .areNotAssignableTo(ReadTrends.class)
        .and()
        .doNotHaveSimpleName("DiscloseTrends")
        .should()
        .callMethod(ReadTrends.class, counted, TrendQuestion.class)
        .because("among the samples are those that people handed in")
        .check(house);
  }

  @Test
  void timeIsAnArgument() {
    noClasses()
        .that()
        .resideInAPackage("org.tripoint..")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(YearMonth.class, "now")
        .orShould()
        .callMethod(ZonedDateTime.class, "now")
        .orShould()
        .callMethod(OffsetDateTime.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .because("a Clock is passed in, so that a test can say what day it is")
        .check(house);
  }

  @Test
  void chanceIsAnArgument() {
    noClasses()
        .that()
        .resideInAPackage("org.tripoint..")
        .should()
        .callConstructor(Random.class)
        .orShould()
        .callMethod(Math.class, "random")
        .because("a seed is passed in, so that a failure can be repeated; secrets use SecureRandom")
        .check(house);
  }

  @Test
  void onlyTheDatabaseRoomOpensConnections() {
    noClasses()
        .that()
        .resideInAPackage("org.tripoint.node..")
        .and()
        .resideOutsideOfPackage("org.tripoint.node.database..")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(java.sql.DriverManager.class)
        .because("every room works with the restricted role that the database room hands out")
        .check(house);
  }

  @Test
  void aClockIsMadeInOnePlace() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.tripoint.node.commandline..", "org.tripoint.bench..")
        .and()
        .doNotHaveFullyQualifiedName(TripointNode.class.getName())
        .should()
        .callMethod(Clock.class, "systemUTC")
        .because("the node has one clock")
        .check(house);
  }
}
