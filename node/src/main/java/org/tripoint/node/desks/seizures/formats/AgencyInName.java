package org.tripoint.node.desks.seizures.formats;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tripoint.vocabulary.Country;

/// The country and agency that a file's name begins with.
final class AgencyInName {

  private static final Pattern BEGINNING =
      Pattern.compile("([a-z]{2})-([a-z0-9]{2,20})(?![a-z0-9]).*");

  private AgencyInName() {}

  /// `ca-cbsa` for `ca-cbsa-2025-03.csv` and for `ca-cbsa-counts_2019-03.csv`.
  static Optional<String> find(String fileName) {
    Matcher matcher = BEGINNING.matcher(fileName.toLowerCase(Locale.ROOT));
    return matcher.matches() && Country.find(matcher.group(1)).isPresent()
        ? Optional.of(matcher.group(1) + "-" + matcher.group(2))
        : Optional.empty();
  }
}
