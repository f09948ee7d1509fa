package org.tripoint.node.desks.laboratory.results;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.NamesSource;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.ReportCounts;
import org.tripoint.vocabulary.SubstanceId;

/// How often laboratories reported a substance, as somebody published it: the content of kind
/// `published-lab-count`.
///
/// It counts reports: several may be of one item, several items of one case. It is a figure of its
/// publisher and no result; a jurisdiction and substance that are not in the publication are not
/// zero.
///
/// @param country whose laboratories
/// @param place jurisdiction
/// @param from first day of the period
/// @param to last day of the period
/// @param name the substance as the publisher writes it
/// @param substance what that stands for
/// @param baseName the publisher's heading that the name falls under, or ""
/// @param reports number of reports
/// @param extras columns that nothing here stands for
public record PublishedLabCount(
    Country country,
    Place place,
    LocalDate from,
    LocalDate to,
    String name,
    SubstanceId substance,
    String baseName,
    long reports,
    @NamesSource Map<String, String> extras)
    implements ReportCounts {

  /// The kind of record that a published count is.
  public static final Kind<PublishedLabCount> KIND =
      Kind.of("published-lab-count", 1, PublishedLabCount.class);

  /// Columns that say which laboratories and which counting the publisher was asked for: another
  /// choice is another figure.
  public static final List<String> CHOSEN = List.of("LABTYPE", "RPTAGGR");

  public PublishedLabCount {
    extras = Map.copyOf(new TreeMap<>(extras));
    Texts.require("a name of a substance", name, 1, 500);
    Texts.require("a heading", baseName, 0, 500);
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("expected a last day on or after the first");
    }
    if (reports < 0) {
      throw new IllegalArgumentException("expected at least 0 reports, found " + reports);
    }
  }

  /// Which laboratories and which counting it is of, as the publisher writes it; "" where it does
  /// not say so. Counts of different choices are never added up.
  @Override
  public String choice() {
    return CHOSEN.stream()
        .map(column -> extras.getOrDefault(column, ""))
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining(", "));
  }
}
