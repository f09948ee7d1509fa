package org.tripoint.node.desks.seizures.doubles;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.tripoint.node.signals.RaiseSignal.ScorePart;
import org.tripoint.node.signals.RaiseSignal.Signal;
import org.tripoint.vocabulary.RecordId;

/// Two reports that agree in day, place, substance and quantity.
///
/// @param first the report with the smaller id
/// @param second the other
/// @param agencies who reported, country and agency, the later report first
/// @param day day of the later report
/// @param daysApart 0 or 1
/// @param locality place both name
/// @param sameSubstance true for the same heading, false for the same family
/// @param difference of the quantities as a share of the larger, 0 to 0.02
/// @param quantity what both report, with its unit
/// @param partners what they say of other agencies that took part
/// @param chance how many such pairs chance alone would bring about for this report, 0 to 1
record LikelyPair(
    RecordId first,
    RecordId second,
    List<String> agencies,
    LocalDate day,
    int daysApart,
    String locality,
    boolean sameSubstance,
    BigDecimal difference,
    String quantity,
    SaidOfPartners partners,
    double chance) {

  static final String DETECTOR = "seizures.double-report";

  /// Largest difference of two quantities, as a share of the larger, that may be the same seizure
  /// weighed twice.
  static final BigDecimal MOST_DIFFERENCE = new BigDecimal("0.02");

  private static final Pattern SUBDIVISION = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");

  LikelyPair {
    agencies = List.copyOf(agencies);
  }

  /// The pair in one word, for addresses and keys.
  String key() {
    return first + "~" + second;
  }

  /// The pair as it agrees in one more item.
  LikelyPair and(LikelyPair item) {
    LikelyPair closer = item.difference.compareTo(difference) < 0 ? item : this;
    return new LikelyPair(
        first,
        second,
        agencies,
        day,
        Math.min(daysApart, item.daysApart),
        locality,
        sameSubstance || item.sameSubstance,
        closer.difference,
        quantity + ", " + item.quantity,
        partners.or(item.partners),
        chance * item.chance);
  }

  /// The same pair with what the reports say of their partners.
  LikelyPair with(SaidOfPartners said) {
    return new LikelyPair(
        first,
        second,
        agencies,
        day,
        daysApart,
        locality,
        sameSubstance,
        difference,
        quantity,
        said,
        chance);
  }

  boolean isUnlikelyByChance() {
    return chance <= partners.mostChance();
  }

  /// The pair as the workbench shows one that nobody raised or decided.
  ReportPair unraised() {
    List<ScorePart> parts = parts();
    BigDecimal score =
        parts.stream().map(ScorePart::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new ReportPair(first, second, null, null, score, parts, null, "", "", null);
  }

  Signal toSignal() {
    return new Signal(
        DETECTOR,
        key(),
        "seizures.double.signal",
        List.of(agencies.get(0), agencies.get(1), day.toString(), locality),
        List.of(first, second),
        parts(),
        "/seizures/double-reports/" + key());
  }

  /// The parts of the score; together at most 1.
  List<ScorePart> parts() {
    List<ScorePart> parts = new ArrayList<>();
    parts.add(part("day", daysApart == 0 ? "0.20" : "0.10", Integer.toString(daysApart)));
    boolean subdivision = SUBDIVISION.matcher(locality).matches();
    parts.add(part("place", subdivision ? "0.10" : "0.20", locality));
    parts.add(part("substance", sameSubstance ? "0.20" : "0.15", quantity));
    BigDecimal closeness =
        BigDecimal.ONE.subtract(difference.divide(MOST_DIFFERENCE, 4, RoundingMode.HALF_UP));
    BigDecimal share =
        new BigDecimal("0.10")
            .add(closeness.multiply(new BigDecimal("0.10")))
            .setScale(2, RoundingMode.HALF_UP);
    String percent =
        difference.movePointRight(2).setScale(2, RoundingMode.HALF_UP).toPlainString() + " %";
    parts.add(part("quantity", share.toPlainString(), percent));
    BigDecimal byChance = BigDecimal.valueOf(chance).setScale(4, RoundingMode.UP);
    parts.add(part("chance", unlikely(), byChance.movePointRight(2).toPlainString() + " %"));
    if (partners.compareTo(SaidOfPartners.JOINT) >= 0) {
      parts.add(part("joint", "0.10", ""));
    }
    return parts;
  }

  /// 0.10 for what chance never does, 0 for what it does as often as is raised at all.
  private String unlikely() {
    double share = Math.max(0, 1 - chance / partners.mostChance());
    return BigDecimal.valueOf(0.10 * share).setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  private static ScorePart part(String rule, String value, String found) {
    return new ScorePart("seizures.double.rule." + rule, new BigDecimal(value), found);
  }
}
