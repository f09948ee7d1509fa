package org.tripoint.node.detectors;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.MadeHere;

/// What is watched how: the content of kind `detector-setting`. A name is a setting's; under the
/// same name it is the same setting as it now says.
///
/// @param name short and stable, such as `lab-results-surges`
/// @param method how series are judged
/// @param watch whose series
/// @param dimensions by which series are told apart, some of the watch's, the country among them
/// @param on whether it raises signals
/// @param chance of a false alarm in one series and period, above 0, at most 0.1
/// @param falseShare share of false ones to expect at most among those shown in a period, above 0,
///   at most 0.5
/// @param leastReports fewest reports for an alarm, 1 to 1,000
/// @param by account that decided, or `shipped`
/// @param at when
@MadeHere
public record DetectorSetting(
    String name,
    Method method,
    String watch,
    List<String> dimensions,
    boolean on,
    BigDecimal chance,
    BigDecimal falseShare,
    int leastReports,
    String by,
    Instant at) {

  /// The kind of record that a setting is.
  public static final Kind<DetectorSetting> KIND =
      Kind.of("detector-setting", 1, DetectorSetting.class);

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{2,59}");
  private static final BigDecimal LARGEST_CHANCE = new BigDecimal("0.1");
  private static final BigDecimal LARGEST_SHARE = new BigDecimal("0.5");

  public DetectorSetting {
    dimensions = List.copyOf(dimensions);
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("expected a name of lower-case letters, found " + name);
    }
    if (dimensions.size() < 2 || !dimensions.getFirst().equals(Watch.COUNTRY)) {
      throw new IllegalArgumentException("expected the country and another dimension");
    }
    if (chance.signum() <= 0 || chance.compareTo(LARGEST_CHANCE) > 0) {
      throw new IllegalArgumentException("expected a chance above 0 and up to 0.1");
    }
    if (falseShare.signum() <= 0 || falseShare.compareTo(LARGEST_SHARE) > 0) {
      throw new IllegalArgumentException("expected a share above 0 and up to 0.5");
    }
    if (leastReports < 1 || leastReports > 1_000) {
      throw new IllegalArgumentException("expected 1 to 1,000 reports");
    }
  }

  /// The same, decided by somebody.
  public DetectorSetting decided(boolean switchedOn, String account, Instant when) {
    return new DetectorSetting(
        name,
        method,
        watch,
        dimensions,
        switchedOn,
        chance,
        falseShare,
        leastReports,
        account,
        when);
  }

  /// Which series it has, in one text: those of what watch, told apart by what.
  public String series() {
    return watch + "|" + dimensions;
  }

  /// All that decides what it finds, in one text.
  public String fingerprint() {
    return "%s|%s|%s|%s|%s".formatted(method, watch, dimensions, chance, falseShare)
        + "|"
        + leastReports;
  }
}
