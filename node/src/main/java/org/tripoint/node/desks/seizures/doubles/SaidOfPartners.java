package org.tripoint.node.desks.seizures.doubles;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tripoint.node.desks.seizures.Seizure;

/// What two reports say of agencies that took part besides the reporting one, weakest first. The
/// more they say, the more often such a pair is one seizure, and the more often it may come about
/// by chance and still be worth a person's look.
enum SaidOfPartners {
  /// Neither says that another agency took part. Of a thousand such reports about one has a double.
  NOTHING(0.001),
  /// What they say names other agencies only.
  NAMES_OTHERS(0.001),
  /// One says that another agency took part, and does not name it.
  JOINT(0.1),
  /// One names the other's agency.
  NAMES_THE_OTHER(1);

  private final double mostChance;

  SaidOfPartners(double mostChance) {
    this.mostChance = mostChance;
  }

  /// A pair that chance brings about more often than this for a report is not raised.
  double mostChance() {
    return mostChance;
  }

  SaidOfPartners or(SaidOfPartners other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /// What one report says, seen from the other agency.
  static SaidOfPartners of(Seizure report, String otherAgency) {
    if (report.partners().isEmpty()) {
      return report.joint() ? JOINT : NOTHING;
    }
    return report.partners().stream().anyMatch(partner -> names(partner, otherAgency))
        ? NAMES_THE_OTHER
        : NAMES_OTHERS;
  }

  /// True when a partner's name, such as `RCMP` or `RCMP, Windsor`, holds every word of the
  /// agency's.
  private static boolean names(String partner, String agency) {
    Set<String> words = Set.copyOf(words(partner));
    return words.containsAll(words(agency));
  }

  private static List<String> words(String text) {
    return List.of(text.toUpperCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)).stream()
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }
}
