package org.tripoint.engines.chemistry.coverage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.tripoint.engines.chemistry.registry.Registry;
import org.tripoint.engines.chemistry.registry.Substance;

/// Reads the rule files of a jurisdiction: `listings.csv`, `classes.yaml` and `lists.csv`.
///
/// Their format is in docs/formats/class-rules.md. A file with a mistake is refused whole, with the
/// line or the rule that has it.
public final class RuleSetReader {

  private static final int COLUMNS = 8;
  private static final int LIST_COLUMNS = 3;

  private final Registry registry;

  public RuleSetReader(Registry registry) {
    this.registry = registry;
  }

  /// The rules that ship with this module.
  public RuleSet readOwn(Jurisdiction jurisdiction) {
    String folder =
        "/org/tripoint/engines/chemistry/rules/" + jurisdiction.name().toLowerCase(Locale.ROOT);
    try (InputStream listings = open(folder + "/listings.csv");
        InputStream classes = open(folder + "/classes.yaml");
        InputStream lists = open(folder + "/lists.csv")) {
      return read(jurisdiction, listings, classes, lists);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the rules of " + jurisdiction, e);
    }
  }

  /// Rules from anywhere.
  ///
  /// @throws IllegalArgumentException if a line or a rule has a mistake, saying which
  public RuleSet read(
      Jurisdiction jurisdiction, InputStream listings, InputStream classes, InputStream lists)
      throws IOException {
    return new RuleSet(
        jurisdiction,
        rows("listings", listings, this::listing),
        ReadClassRules.read(classes),
        rows("lists", lists, RuleSetReader::list));
  }

  private static InputStream open(String resource) {
    return Objects.requireNonNull(
        RuleSetReader.class.getResourceAsStream(resource), () -> "no resource " + resource);
  }

  private static <T> List<T> rows(String file, InputStream stream, Function<String[], T> row)
      throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    List<T> rows = new ArrayList<>();
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (number > 1 && !line.isBlank() && !line.startsWith("#")) {
        try {
          rows.add(row.apply(line.split("\\|", -1)));
        } catch (RuntimeException e) {
          throw new IllegalArgumentException(
              file + ", line " + number + ": " + e.getMessage() + ": " + line, e);
        }
      }
    }
    return rows;
  }

  private static ListRead list(String[] cells) {
    if (cells.length != LIST_COLUMNS) {
      throw new IllegalArgumentException(
          "expected " + LIST_COLUMNS + " cells, found " + cells.length);
    }
    return new ListRead(cells[0], day(cells[1]), cells[2]);
  }

  private Listing listing(String[] cells) {
    if (cells.length != COLUMNS) {
      throw new IllegalArgumentException("expected " + COLUMNS + " cells, found " + cells.length);
    }
    Substance substance =
        registry
            .findById(cells[0])
            .orElseThrow(() -> new IllegalArgumentException("no substance '" + cells[0] + "'"));
    Set<Listing.Covers> covers = EnumSet.noneOf(Listing.Covers.class);
    for (String word : cells[2].split(" ", -1)) {
      if (!word.isEmpty()) {
        covers.add(Listing.Covers.valueOf(word.toUpperCase(Locale.ROOT)));
      }
    }
    Listing.Says says =
        cells[1].startsWith("except ")
            ? Listing.Says.EXCEPTED
            : cells[1].startsWith("none ") ? Listing.Says.NOT_CONTROLLED : Listing.Says.TAKEN_IN;
    return new Listing(
        substance,
        says == Listing.Says.TAKEN_IN ? cells[1] : cells[1].substring(cells[1].indexOf(' ') + 1),
        covers,
        validity(cells[3], cells[4], cells[5], cells[6], cells[7]),
        says);
  }

  static Validity validity(
      String from, String until, String kind, String certainty, String source) {
    if (source.isBlank()) {
      throw new IllegalArgumentException("expected a source");
    }
    return new Validity(
        day(from),
        day(until),
        Validity.DateKind.valueOf(kind.toUpperCase(Locale.ROOT).replace('-', '_')),
        Validity.Certainty.valueOf(certainty.toUpperCase(Locale.ROOT)),
        source);
  }

  private static Optional<LocalDate> day(String text) {
    return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text));
  }
}
