package org.tripoint.node.metrics.definitions;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.metrics.definitions.CellSum.Allowed;
import org.tripoint.node.metrics.definitions.Countables.Countable;
import org.tripoint.node.metrics.definitions.CountrySource.Absent;
import org.tripoint.node.metrics.definitions.CountrySource.CountedAs;
import org.tripoint.node.metrics.definitions.CountrySource.Earlier;
import org.tripoint.node.metrics.definitions.CountrySource.Pending;
import org.tripoint.node.metrics.definitions.CountrySource.Requirement;
import org.tripoint.node.metrics.definitions.DefinitionRefused.Rule;
import org.tripoint.node.metrics.definitions.StrictYaml.Mapping;
import org.tripoint.vocabulary.Calendar;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Decimals;

/// Reads a metric definition out of its YAML document, against what can be counted on this node.
/// The layout is in docs/formats/metric-definition.md. Pure.
public final class ParseDefinition {

  private static final List<String> UNITS =
      List.of("kg", "litres", "tablets", "events", "sites", "devices", "deaths", "percent");

  private final Countables countables;

  public ParseDefinition(Countables countables) {
    this.countables = countables;
  }

  /// Reads a definition from its YAML document.
  ///
  /// @throws DefinitionRefused at the first line that breaks a rule
  public MetricDefinition parse(String document) throws DefinitionRefused {
    Mapping root =
        StrictYaml.read(document)
            .allowOnly(
                "id",
                "version",
                "issued",
                "title",
                "description",
                "caveats",
                "unit",
                "decimals",
                "calendar",
                "usual-lag-days",
                "revision-policy",
                "scenario-only",
                "sources");
    List<Texts> caveats = new ArrayList<>();
    for (Mapping caveat : root.mappings("caveats")) {
      caveats.add(texts(caveat));
    }
    if (caveats.isEmpty()) {
      throw root.bad("caveats", "[]", "at least one");
    }
    List<CountrySource> sources = new ArrayList<>();
    for (Mapping source : root.mappings("sources")) {
      sources.add(source(source));
    }
    requireEachCountryOnce(root, sources);
    return new MetricDefinition(
        matching(root, "id", "M[0-9]{2,3}"),
        root.whole("version", 1, 9_999),
        day(root, "issued"),
        texts(root.mapping("title")),
        texts(root.mapping("description")),
        caveats,
        oneOf(root, "unit", UNITS),
        root.whole("decimals", 0, 6),
        calendar(root),
        root.whole("usual-lag-days", 0, 1_000),
        texts(root.mapping("revision-policy")),
        bool(root, "scenario-only"),
        sources);
  }

  private CountrySource source(Mapping source) throws DefinitionRefused {
    source.allowOnly(
        "country",
        "releases",
        "counted-as",
        "months",
        "absent",
        "sum",
        "ratio",
        "covered-by",
        "parts",
        "kept-apart",
        "requires",
        "predicted",
        "pending",
        "earlier");
    if (source.has("sum") == source.has("ratio")) {
      throw new DefinitionRefused(
          source.line(), Rule.MISSING_KEY, source.has("sum") ? "sum, ratio" : "", "sum | ratio");
    }
    Counted counted =
        source.has("sum")
            ? new Counted.Sum(sum(source.mapping("sum"), Rule.EMPTY_FILTER))
            : ratio(source, source.mapping("ratio"));
    Countable cube = cubeOf(counted);
    Map<String, String> keptApart = new TreeMap<>();
    if (source.has("kept-apart")) {
      Mapping mapping = source.mapping("kept-apart");
      for (String dimension : mapping.keys()) {
        requireDimension(mapping, dimension, dimension, cube);
        keptApart.put(dimension, mapping.text(dimension));
      }
    }
    Optional<String> parts = source.findText("parts");
    if (parts.isPresent()) {
      requireDimension(source, "parts", parts.get(), cube);
    }
    return new CountrySource(
        country(source),
        source.texts("releases"),
        countedAs(source),
        months(source),
        oneOf(source, "absent", List.of("zero", "not-published")).equals("zero")
            ? Absent.ZERO
            : Absent.NOT_PUBLISHED,
        counted,
        coveredBy(source, cube),
        parts.orElse(null),
        keptApart,
        requirement(source),
        predicted(source, cube),
        pending(source, cube),
        earlier(source, parts, keptApart.keySet()));
  }

  private static CountedAs countedAs(Mapping source) throws DefinitionRefused {
    Mapping countedAs = source.mapping("counted-as").allowOnly("id", "en", "es", "fr");
    return new CountedAs(matching(countedAs, "id", "[a-z0-9-]{1,60}"), textsOf(countedAs));
  }

  private static Set<String> coveredBy(Mapping source, Countable cube) throws DefinitionRefused {
    Set<String> coveredBy = new HashSet<>();
    for (String dimension : source.texts("covered-by")) {
      requireDimension(source, "covered-by", dimension, cube);
      coveredBy.add(dimension);
    }
    return coveredBy;
  }

  /// Only for sums by month; what is told apart must be told apart in the earlier months too.
  private @Nullable Earlier earlier(Mapping source, Optional<String> parts, Set<String> keptApart)
      throws DefinitionRefused {
    if (!source.has("earlier")) {
      return null;
    }
    if (!source.has("sum") || months(source) != 1) {
      throw source.bad("earlier", source.text("months"), "sum, months: 1");
    }
    Mapping earlier =
        source.mapping("earlier").allowOnly("until", "releases", "counted-as", "covered-by", "sum");
    CellSum sum = sum(earlier.mapping("sum"), Rule.EMPTY_FILTER);
    Countable cube = cubeOf(new Counted.Sum(sum));
    Set<String> toldApart = new HashSet<>(keptApart);
    parts.ifPresent(toldApart::add);
    for (String dimension : toldApart) {
      requireDimension(earlier, "sum", dimension, cube);
    }
    return new Earlier(
        yearMonth(earlier, "until"),
        earlier.texts("releases"),
        countedAs(earlier),
        sum,
        coveredBy(earlier, cube));
  }

  private static @Nullable String predicted(Mapping source, Countable cube)
      throws DefinitionRefused {
    String measure = source.findText("predicted").orElse(null);
    if (measure == null) {
      return null;
    }
    if (!source.has("sum")) {
      throw source.bad("predicted", measure, "sum");
    }
    requireMeasure(source, "predicted", measure, cube);
    return measure;
  }

  private static @Nullable Pending pending(Mapping source, Countable cube)
      throws DefinitionRefused {
    if (!source.has("pending")) {
      return null;
    }
    if (!source.has("sum")) {
      throw source.bad("pending", "ratio", "sum");
    }
    Mapping pending =
        source.mapping("pending").allowOnly("measure", "alike", "year-closes-after-months");
    String measure = pending.text("measure");
    requireMeasure(pending, "measure", measure, cube);
    String alike = pending.text("alike");
    requireKnown(pending, "alike", alike, Rule.UNKNOWN_DIMENSION, cube.history());
    return new Pending(measure, alike, pending.whole("year-closes-after-months", 0, 36));
  }

  private static void requireMeasure(Mapping mapping, String key, String measure, Countable cube)
      throws DefinitionRefused {
    requireKnown(mapping, key, measure, Rule.UNKNOWN_MEASURE, cube.measures());
  }

  private static void requireDimension(Mapping where, String key, String dimension, Countable cube)
      throws DefinitionRefused {
    requireKnown(where, key, dimension, Rule.UNKNOWN_DIMENSION, cube.dimensions());
  }

  /// Refuses a word that is none of those that can be counted, at the line of its key.
  private static void requireKnown(
      Mapping mapping, String key, String word, Rule otherwise, Collection<String> known)
      throws DefinitionRefused {
    if (!known.contains(word)) {
      throw new DefinitionRefused(
          mapping.lineOfKey(key), otherwise, word, String.join(", ", known));
    }
  }

  private Counted ratio(Mapping source, Mapping ratio) throws DefinitionRefused {
    ratio.allowOnly("numerator", "denominator", "times");
    if (!ratio.has("denominator")) {
      throw new DefinitionRefused(
          source.lineOfKey("ratio"), Rule.DIVIDES_BY_NOTHING, "", "denominator");
    }
    CellSum numerator = sum(ratio.mapping("numerator"), Rule.EMPTY_FILTER);
    CellSum denominator = sum(ratio.mapping("denominator"), Rule.EMPTY_DENOMINATOR);
    BigDecimal times = number(ratio, "times");
    if (times.signum() <= 0) {
      throw ratio.bad("times", times.toPlainString(), "> 0");
    }
    return new Counted.Ratio(numerator, denominator, times);
  }

  private CellSum sum(Mapping sum, Rule whenEmpty) throws DefinitionRefused {
    sum.allowOnly("cube", "measure", "where");
    String name = sum.text("cube");
    Countable cube = countables.cubes().get(name);
    if (cube == null) {
      boolean ofPeople = countables.ofPeople().contains(name);
      throw new DefinitionRefused(
          sum.lineOfKey("cube"),
          ofPeople ? Rule.COUNTS_PEOPLE : Rule.UNKNOWN_CUBE,
          name,
          String.join(", ", countables.cubes().keySet()));
    }
    String measure = sum.text("measure");
    requireMeasure(sum, "measure", measure, cube);
    Mapping where = sum.mapping("where");
    Map<String, Allowed> allowed = new TreeMap<>();
    for (String dimension : where.keys()) {
      requireDimension(where, dimension, dimension, cube);
      allowed.put(dimension, allowed(where, dimension, whenEmpty));
    }
    return new CellSum(name, measure, allowed);
  }

  private Allowed allowed(Mapping where, String dimension, Rule whenEmpty)
      throws DefinitionRefused {
    if (where.get(dimension) instanceof org.yaml.snakeyaml.nodes.MappingNode) {
      Mapping family = where.mapping(dimension).allowOnly("family");
      String code = family.text("family");
      requireKnown(
          family, "family", code, Rule.UNKNOWN_FAMILY, new TreeSet<>(countables.families()));
      return new Allowed.Family(code);
    }
    List<String> values = where.texts(dimension);
    if (values.isEmpty()) {
      throw new DefinitionRefused(
          where.lineOfKey(dimension), whenEmpty, dimension + ": []", dimension);
    }
    return new Allowed.Values(Set.copyOf(values));
  }

  private @Nullable Requirement requirement(Mapping source) throws DefinitionRefused {
    if (!source.has("requires")) {
      return null;
    }
    Mapping requires = source.mapping("requires").allowOnly("sum", "at-least", "otherwise");
    return new Requirement(
        sum(requires.mapping("sum"), Rule.EMPTY_FILTER),
        number(requires, "at-least"),
        texts(requires.mapping("otherwise")));
  }

  private Countable cubeOf(Counted counted) {
    String name =
        switch (counted) {
          case Counted.Sum sum -> sum.sum().cube();
          case Counted.Ratio ratio -> ratio.numerator().cube();
        };
    Countable cube = countables.cubes().get(name);
    if (cube == null) {
      throw new IllegalStateException("expected the cube " + name);
    }
    return cube;
  }

  private static void requireEachCountryOnce(Mapping root, List<CountrySource> sources)
      throws DefinitionRefused {
    Set<Country> countries = new HashSet<>();
    for (CountrySource source : sources) {
      if (!countries.add(source.country())) {
        throw root.bad("sources", source.country().code(), "each country once");
      }
    }
    if (sources.isEmpty()) {
      throw root.bad("sources", "[]", "at least one");
    }
  }

  private static Texts texts(Mapping mapping) throws DefinitionRefused {
    return textsOf(mapping.allowOnly("en", "es", "fr"));
  }

  private static Texts textsOf(Mapping mapping) throws DefinitionRefused {
    return new Texts(mapping.text("en"), mapping.text("es"), mapping.text("fr"));
  }

  private static Country country(Mapping source) throws DefinitionRefused {
    String code = source.text("country");
    try {
      return Country.of(code);
    } catch (IllegalArgumentException e) {
      throw source.bad("country", code, "CA, MX, US");
    }
  }

  private static int months(Mapping source) throws DefinitionRefused {
    return Integer.parseInt(oneOf(source, "months", List.of("1", "3", "12")));
  }

  private static Calendar calendar(Mapping root) throws DefinitionRefused {
    String id = root.text("calendar");
    try {
      return Calendar.parse(id);
    } catch (IllegalArgumentException e) {
      throw root.bad("calendar", id, "rolling-12-01 … rolling-12-12, us-fiscal, ca-fiscal, …");
    }
  }

  private static LocalDate day(Mapping root, String key) throws DefinitionRefused {
    String text = root.text(key);
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw root.bad(key, text, "2026-01-31");
    }
  }

  private static YearMonth yearMonth(Mapping mapping, String key) throws DefinitionRefused {
    String text = mapping.text(key);
    try {
      return YearMonth.parse(text);
    } catch (DateTimeParseException e) {
      throw mapping.bad(key, text, "2023-10");
    }
  }

  private static BigDecimal number(Mapping mapping, String key) throws DefinitionRefused {
    String text = mapping.text(key);
    try {
      return Decimals.parse(text);
    } catch (IllegalArgumentException e) {
      throw mapping.bad(key, text, "12.5");
    }
  }

  private static boolean bool(Mapping root, String key) throws DefinitionRefused {
    return oneOf(root, key, List.of("true", "false")).equals("true");
  }

  private static String oneOf(Mapping mapping, String key, List<String> codes)
      throws DefinitionRefused {
    String text = mapping.text(key);
    if (!codes.contains(text)) {
      throw mapping.bad(key, text, String.join(" | ", codes));
    }
    return text;
  }

  private static String matching(Mapping mapping, String key, String pattern)
      throws DefinitionRefused {
    String text = mapping.text(key);
    if (!text.matches(pattern)) {
      throw mapping.bad(key, text, pattern);
    }
    return text;
  }
}
