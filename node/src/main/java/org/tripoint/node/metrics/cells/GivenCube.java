package org.tripoint.node.metrics.cells;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.metrics.Cube;
import org.tripoint.node.sharing.PartnerSource;

/// What of a cube partners gave: the same facts once more, under who gave them. What is this node's
/// own is the difference.
///
/// The dimension `country` holds the giver and the country, `ca/CA`, so that neither the number of
/// dimensions nor that of kept sums grows.
final class GivenCube implements Cube {

  private static final String COUNTRY = "country";

  private final Cube all;

  private GivenCube(Cube all) {
    this.all = all;
  }

  /// Empty for a cube without countries: no figure of a country is made from it.
  static Optional<GivenCube> of(Cube all) {
    return all.dimensions().stream().anyMatch(d -> d.name().equals(COUNTRY))
        ? Optional.of(new GivenCube(all))
        : Optional.empty();
  }

  static String nameOf(String cube) {
    return cube + "/given";
  }

  /// The values of the dimension that hold these countries as this partner gave them.
  ///
  /// @param known the values that there are
  /// @param partner null for every partner
  /// @param countries null for every country
  static Set<String> values(
      List<String> known, @Nullable String partner, @Nullable Set<String> countries) {
    Set<String> values = new TreeSet<>();
    for (String value : known) {
      boolean isGiver = partner == null || value.startsWith(partner + "/");
      if (isGiver && (countries == null || countries.contains(countryOf(value)))) {
        values.add(value);
      }
    }
    return values;
  }

  static String countryOf(String value) {
    return value.substring(value.indexOf('/') + 1);
  }

  static String giverOf(String value) {
    return value.substring(0, value.indexOf('/'));
  }

  @Override
  public String name() {
    return nameOf(all.name());
  }

  @Override
  public String kind() {
    return all.kind();
  }

  @Override
  public List<Dimension> dimensions() {
    return all.dimensions();
  }

  @Override
  public List<String> measures() {
    return all.measures();
  }

  @Override
  public boolean health() {
    return all.health();
  }

  @Override
  public List<Fact> factsOf(RecordVersion version) {
    String partner = PartnerSource.partnerOf(version.header().source());
    return partner == null
        ? List.of()
        : all.factsOf(version).stream().map(fact -> given(partner, fact)).toList();
  }

  private static Fact given(String partner, Fact fact) {
    Map<String, String> at = new HashMap<>(fact.at());
    at.computeIfPresent(COUNTRY, (name, country) -> partner + "/" + country);
    return new Fact(fact.month(), at, fact.amounts());
  }
}
