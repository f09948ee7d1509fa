package org.tripoint.node.metrics.definitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tripoint.node.metrics.definitions.CellSum.Allowed;
import org.tripoint.node.metrics.definitions.Countables.Countable;
import org.tripoint.node.metrics.definitions.CountrySource.CountedAs;
import org.tripoint.node.metrics.definitions.CountrySource.Earlier;
import org.tripoint.node.metrics.definitions.CountrySource.Pending;
import org.tripoint.node.metrics.definitions.DefinitionRefused.Rule;
import org.tripoint.vocabulary.Country;

class ParseDefinitionTest {

  static final String DOCUMENT =
      """
      id: M77
      version: 2
      issued: 2026-01-15
      title: {en: Share, es: Parte, fr: Part}
      description: {en: A share., es: Una parte., fr: Une part.}
      caveats:
        - {en: Rough., es: Aproximado., fr: Approximatif.}
      unit: percent
      decimals: 1
      calendar: rolling-12-06
      usual-lag-days: 45
      revision-policy: {en: Monthly., es: Mensual., fr: Mensuelle.}
      scenario-only: false
      sources:
        - country: CA
          releases: [ca-parcels]
          counted-as: {id: parcels, en: Parcels., es: Paquetes., fr: Colis.}
          months: 1
          absent: zero
          covered-by: country
          ratio:
            numerator:
              cube: parcels
              measure: kilograms
              where:
                country: CA
                substance: {family: fentanyl}
            denominator:
              cube: parcels
              measure: kilograms
              where:
                country: [CA]
            times: 100
      """;

  static final Countables COUNTABLES =
      new Countables(
          Map.of(
              "parcels",
              new Countable(
                  List.of("country", "substance"),
                  Set.of("country", "substance"),
                  List.of("kilograms", "parcels")),
              "weeks",
              new Countable(
                  List.of("country", "substance"),
                  Set.of("country", "substance"),
                  List.of("parcels")),
              "days",
              new Countable(List.of("country"), Set.of("country"), List.of("parcels"))),
          Set.of("samples"),
          Set.of("fentanyl"));

  private final ParseDefinition parse = new ParseDefinition(COUNTABLES);

  @Test
  void readsEveryPartOfADefinition() throws DefinitionRefused {
    MetricDefinition definition = parse.parse(DOCUMENT);

    assertThat(definition.key()).isEqualTo("M77@2");
    assertThat(definition.title().in(java.util.Locale.CANADA_FRENCH)).isEqualTo("Part");
    assertThat(definition.source(Country.CANADA).orElseThrow().counted())
        .isEqualTo(
            new Counted.Ratio(
                new CellSum(
                    "parcels",
                    "kilograms",
                    Map.of(
                        "country", new Allowed.Values(Set.of("CA")),
                        "substance", new Allowed.Family("fentanyl"))),
                new CellSum(
                    "parcels", "kilograms", Map.of("country", new Allowed.Values(Set.of("CA")))),
                BigDecimal.valueOf(100)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "unit: percent           | unit: furlong          | 8  | BAD_VALUE",
        "unit: percent           | units: percent         | 8  | UNKNOWN_KEY",
        "decimals: 1             | unit: kg               | 9  | DUPLICATE_KEY",
        "usual-lag-days: 45      | usual-lag-days: soon   | 11 | BAD_VALUE",
        "calendar: rolling-12-06 | calendar: rolling-12-13| 10 | BAD_VALUE",
        "scenario-only: false    | scenario-only: [       | 15 | NOT_YAML",
        "cube: parcels           | cube: letters          | 23 | UNKNOWN_CUBE",
        "cube: parcels           | cube: samples          | 23 | COUNTS_PEOPLE",
        "measure: kilograms      | measure: litres        | 24 | UNKNOWN_MEASURE",
        "substance: {family: fentanyl} | colour: red      | 27 | UNKNOWN_DIMENSION",
        "{family: fentanyl}      | {family: nothing}      | 27 | UNKNOWN_FAMILY",
        "country: [CA]           | country: []            | 32 | EMPTY_DENOMINATOR",
        "substance: {family: fentanyl} | substance: []    | 27 | EMPTY_FILTER",
        "times: 100              | times: 0               | 33 | BAD_VALUE",
        "denominator:            | divisor:               | 28 | UNKNOWN_KEY",
        "issued: 2026-01-15      | issued: 15/01/2026     | 3  | BAD_VALUE",
        "country: CA             | country: Canada        | 15 | BAD_VALUE",
        "title: {en: Share, es: Parte, fr: Part} | title: {en: Share, es: Parte} | 4 | MISSING_KEY"
      })
  void refusesWithTheLine(String good, String bad, int line, Rule rule) {
    assertThat(DOCUMENT).contains(good);
    String document = replaceFirst(DOCUMENT, good, bad);

    DefinitionRefused refused = refusal(document);

    assertThat(refused.rule()).isEqualTo(rule);
    assertThat(refused.line()).isEqualTo(line);
  }

  @Test
  void refusesARatioThatDividesByNothing() {
    int from = DOCUMENT.indexOf("      denominator:");
    String document =
        DOCUMENT.substring(0, from) + DOCUMENT.substring(DOCUMENT.indexOf("      times"));

    assertThat(refusal(document).rule()).isEqualTo(Rule.DIVIDES_BY_NOTHING);
    assertThat(refusal(document).line()).isEqualTo(21);
  }

  @Test
  void refusesTheSameCountryTwice() {
    String source = DOCUMENT.substring(DOCUMENT.indexOf("  - country: CA"));

    assertThat(refusal(DOCUMENT + source).found()).isEqualTo("CA");
  }

  @Test
  void refusesAliasBombsAndTags() {
    assertThat(refusal("a: &a [x, x]\nb: [*a, *a]\n").rule()).isIn(Rule.NOT_YAML, Rule.UNKNOWN_KEY);
    assertThat(refusal("!!javax.script.ScriptEngineManager [x]").rule())
        .isIn(Rule.NOT_YAML, Rule.WRONG_TYPE);
  }

  /// The document as a sum, with what stands before the source.
  private static final String WITH_EARLIER =
      DOCUMENT.substring(0, DOCUMENT.indexOf("    ratio:"))
          + """
              kept-apart: {substance: x}
              sum:
                cube: parcels
                measure: parcels
                where: {country: CA}
              earlier:
                until: 2023-10
                releases: [ca-parcel-weeks]
                counted-as: {id: weeks, en: Weeks., es: Semanas., fr: Semaines.}
                covered-by: country
                sum:
                  cube: weeks
                  measure: parcels
                  where: {country: CA}
          """;

  @Test
  void readsWhatStandsBeforeASource() throws DefinitionRefused {
    Earlier earlier = parse.parse(WITH_EARLIER).source(Country.CANADA).orElseThrow().earlier();
    assertThat(earlier)
        .isEqualTo(
            new Earlier(
                YearMonth.of(2023, 10),
                List.of("ca-parcel-weeks"),
                new CountedAs("weeks", new Texts("Weeks.", "Semanas.", "Semaines.")),
                new CellSum(
                    "weeks", "parcels", Map.of("country", new Allowed.Values(Set.of("CA")))),
                Set.of("country")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "until: 2023-10           | until: October          | BAD_VALUE",
        "until: 2023-10           | untill: 2023-10         | UNKNOWN_KEY",
        "months: 1                | months: 3               | BAD_VALUE",
        "cube: weeks              | cube: years             | UNKNOWN_CUBE",
        "cube: weeks              | cube: samples           | COUNTS_PEOPLE",
        "kept-apart: {substance: x} | kept-apart: {colour: x} | UNKNOWN_DIMENSION",
        "cube: weeks              | cube: days              | UNKNOWN_DIMENSION"
      })
  void refusesWhatCannotStandBeforeASource(String good, String bad, Rule rule) {
    assertThat(WITH_EARLIER).contains(good);
    assertThat(refusal(replaceFirst(WITH_EARLIER, good, bad)).rule()).isEqualTo(rule);
  }

  /// The document as a sum whose source says what is pending.
  private static final String WITH_PENDING =
      DOCUMENT.substring(0, DOCUMENT.indexOf("    ratio:"))
          + """
              pending: {measure: kilograms, alike: substance, year-closes-after-months: 10}
              sum:
                cube: parcels
                measure: parcels
                where: {country: CA}
          """;

  @Test
  void readsWhereASourceSaysWhatIsPending() throws DefinitionRefused {
    assertThat(parse.parse(WITH_PENDING).source(Country.CANADA).orElseThrow().pending())
        .isEqualTo(new Pending("kilograms", "substance", 10));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "measure: kilograms, alike | measure: litres, alike    | UNKNOWN_MEASURE",
        "alike: substance          | alike: colour             | UNKNOWN_DIMENSION",
        "months: 10                | months: soon              | BAD_VALUE",
        "alike: substance          | like: substance           | UNKNOWN_KEY",
        "{measure: kilograms, alike: substance, year-closes-after-months: 10} | kilograms |"
            + " WRONG_TYPE"
      })
  void refusesWhatCannotBePending(String good, String bad, Rule rule) {
    assertThat(WITH_PENDING).contains(good);
    assertThat(refusal(replaceFirst(WITH_PENDING, good, bad)).rule()).isEqualTo(rule);
  }

  @Test
  void refusesWhatIsPendingOfARatio() {
    String document =
        DOCUMENT.replace(
            "    ratio:",
            "    pending: {measure: kilograms, alike: substance, year-closes-after-months: 10}\n"
                + "    ratio:");
    assertThat(refusal(document).rule()).isEqualTo(Rule.BAD_VALUE);
  }

  private static String replaceFirst(String text, String from, String to) {
    int at = text.indexOf(from);
    return text.substring(0, at) + to + text.substring(at + from.length());
  }

  private DefinitionRefused refusal(String document) {
    DefinitionRefused refused =
        catchThrowableOfType(DefinitionRefused.class, () -> parse.parse(document));
    assertThat(refused).as("a refusal of\n" + document).isNotNull();
    return refused;
  }
}
