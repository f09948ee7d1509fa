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
import org.tripoint.vocabulary.Marking.Permission;

/// What of a cube partners gave: the same facts once more, under who gave them. What is this node's
/// own is the difference.
///
/// The dimension `country` holds the giver and the country, `ca/CA`, so that neither the number of
/// dimensions nor that of kept sums grows. What its originator does not let others make figures of
/// has a word between, `ca?/CA`: it lies apart, and is taken off this node's own all the same.
final class GivenCube implements Cube {

  private static final String COUNTRY = "country";
  private static final String WITHHELD = "?";

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
  /// @param giver as [#usable] and [#withheld] name it; null for everything of every partner
  /// @param countries null for every country
  static Set<String> values(
      List<String> known, @Nullable String giver, @Nullable Set<String> countries) {
    Set<String> values = new TreeSet<>();
    for (String value : known) {
      boolean isGiver = giver == null || value.startsWith(giver + "/");
      if (isGiver && (countries == null || countries.contains(countryOf(value)))) {
        values.add(value);
      }
    }
    return values;
  }

  static String countryOf(String value) {
    return value.substring(value.indexOf('/') + 1);
  }

  /// The short name of the partner.
  static String partnerOf(String value) {
    return value.substring(0, value.indexOf('/')).replace(WITHHELD, "");
  }

  /// What of a partner's records others may make figures of.
  static String usable(String partner) {
    return partner;
  }

  /// What of a partner's records others may not make figures of without asking, or never.
  static String withheld(String partner) {
    return partner + WITHHELD;
  }

  /// Whether its originator lets others make figures of a version.
  static boolean isUsable(RecordVersion version) {
    return version.header().marking().derivativeUse() == Permission.ALLOWED;
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
    if (partner == null) {
      return List.of();
    }
    String giver = isUsable(version) ? usable(partner) : withheld(partner);
    return all.factsOf(version).stream().map(fact -> given(giver, fact)).toList();
  }

  private static Fact given(String giver, Fact fact) {
    Map<String, String> at = new HashMap<>(fact.at());
    at.computeIfPresent(COUNTRY, (name, country) -> giver + "/" + country);
    return new Fact(fact.month(), at, fact.amounts());
  }
}
