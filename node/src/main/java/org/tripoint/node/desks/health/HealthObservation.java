package org.tripoint.node.desks.health;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.NamesSource;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.RawText;

/// One figure that a public-health office published: who counted what, where, over which period.
///
/// It is a cell of somebody's table and not an event: two observations are never added, because
/// indicators overlap (one death may stand in several), jurisdictions overlap (New York City lies
/// inside the United States' total) and rolling periods overlap.
///
/// @param country whose office published it
/// @param jurisdiction the area it is about
/// @param indicator what is counted, in its list's own words
/// @param period over which days
/// @param measure number, percentage or rate
/// @param figure what stands there: reported, predicted, suppressed or not available
/// @param completeness how complete the count was, or null when its source does not say
/// @param footnote what the source adds to it, or null
/// @param strata the part of the population, such as `sex` to `Female`; empty for everyone
/// @param extras columns that no rule of ours reads, as they stood
public record HealthObservation(
    Country country,
    Place jurisdiction,
    Indicator indicator,
    ObservedPeriod period,
    Measure measure,
    Figure figure,
    @Nullable Completeness completeness,
    @Nullable Footnote footnote,
    Map<String, String> strata,
    @NamesSource Map<String, String> extras) {

  /// The kind of record it is.
  static final Kind<HealthObservation> KIND =
      Kind.of("health-observation", 1, HealthObservation.class);

  public HealthObservation {
    if (!jurisdiction.country().equals(country)) {
      throw new IllegalArgumentException(
          "expected a jurisdiction of " + country + ", found one of " + jurisdiction.country());
    }
    strata = Map.copyOf(new TreeMap<>(strata));
    extras = Map.copyOf(new TreeMap<>(extras));
  }

  /// True when it is about everyone in its jurisdiction.
  boolean isForEveryone() {
    return strata.isEmpty();
  }

  /// What is counted: an entry of a published list. The same word on two lists is two indicators.
  ///
  /// @param list such as `cdc-vsrr`, `phac-harms`
  /// @param code short and stable inside the list, such as `T40.4`
  /// @param text as the source wrote it
  public record Indicator(String list, String code, String text) {
    public Indicator {
      if (list.isBlank() || code.isBlank() || list.contains(":")) {
        throw new IllegalArgumentException("expected a list without ':' and a code");
      }
      if (list.length() > 60 || code.length() > 200 || text.length() > 500) {
        throw new IllegalArgumentException(
            "expected at most 60, 200 and 500 characters for list, code and text");
      }
    }

    /// `cdc-vsrr:T40.4`, for keys and filters.
    String key() {
      return list + ":" + code;
    }
  }

  /// What sort of number it is.
  public enum Measure {
    DEATHS,
    HOSPITALISATIONS,
    EMS_RESPONSES,
    PERCENT,
    RATE_CRUDE,
    RATE_AGE_ADJUSTED,
    OTHER
  }

  /// A remark of the source.
  ///
  /// Releases reword their remarks without meaning anything else by them, so what is compared
  /// between versions is the sense: the wording and its symbol are kept as they were first written.
  ///
  /// @param text as written
  /// @param symbol such as `*`, or null
  /// @param sense what it says of this figure, the same for every wording of one remark; null for a
  ///   remark about the whole table
  public record Footnote(
      @RawText String text, @RawText @Nullable String symbol, @Nullable String sense) {

    /// A remark whose sense is its own words, without case, stars and a last full stop.
    static Footnote of(String text, @Nullable String symbol) {
      String words = text.replaceAll("\\s+", " ").replaceAll("^[* ]+|[. ]+$", "");
      return new Footnote(text, symbol, words.isEmpty() ? null : words.toLowerCase(Locale.ROOT));
    }
  }
}
